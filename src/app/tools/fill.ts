/** Puts values into a text's `{slots}`. A slot without a value stays as it is, or says `missing`. */
export function fill(
  text: string,
  slots: Readonly<Record<string, string | number>> = {},
  missing?: string,
): string {
  return text.replaceAll(/\{(\w+)\}/g, (slot, name: string) =>
    String(slots[name] ?? missing ?? slot),
  )
}

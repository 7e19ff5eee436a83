/** Fills `{name}` slots of a text. */
export function fill(text: string, slots: Readonly<Record<string, string>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => slots[name] ?? '')
}

/** The key that does it, after the words on a button or a label: Alt and a letter. */
export function Key({ name }: { readonly name: string }) {
  return <kbd aria-hidden="true">{`Alt+${name}`}</kbd>
}

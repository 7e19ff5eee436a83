/** A code of the authenticator, or a spare one. */
export function CodeField({ label }: { readonly label: string }) {
  return (
    <div class="field">
      <label for="code">{label}</label>
      <input
        id="code"
        name="code"
        required
        maxlength={40}
        autocomplete="one-time-code"
        autocapitalize="none"
        spellcheck={false}
        autofocus
      />
    </div>
  )
}

const base = 'http://own.invalid'

/** A path of the staff pages as given in `back`, or null: never another site, never a citizen's page. */
export function ownPath(given: string): string | null {
  if (!URL.canParse(given, base)) return null
  const url = new URL(given, base)
  const staff = /^\/(?:desk|bureau)(?:\/|$)/.test(url.pathname)
  const signIn = url.pathname.startsWith('/desk/sign-')
  return url.origin === base && staff && !signIn ? `${url.pathname}${url.search}` : null
}

/** What a browser calls itself by in its user-agent, the particular before what it imitates. */
const browsers = [
  [/MicroMessenger\//u, 'WeChat'],
  [/Edg(?:e|A|iOS)?\//u, 'Edge'],
  [/(?:Firefox|FxiOS)\//u, 'Firefox'],
  [/(?:Chrome|CriOS)\//u, 'Chrome'],
  [/Safari\//u, 'Safari'],
] as const

const systems = [
  [/HarmonyOS/u, 'HarmonyOS'],
  [/Android/u, 'Android'],
  [/iPhone/u, 'iPhone'],
  [/iPad/u, 'iPad'],
  [/Windows/u, 'Windows'],
  [/Mac OS X/u, 'macOS'],
  [/Linux/u, 'Linux'],
] as const

/** A user-agent header → browser and system by name, so that one knows one's own; null when neither is known. */
export function deviceLabel(userAgent: string | null): string | null {
  if (userAgent === null) return null
  const names = [browsers, systems].map((known) =>
    known.find(([pattern]) => pattern.test(userAgent))?.at(1),
  )
  return names.filter((name) => name !== undefined).join(' · ') || null
}

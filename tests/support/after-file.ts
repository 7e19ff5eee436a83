const endings: (() => Promise<void>)[] = []

/** Says what is closed when the running test file ends: what a module began may not outlive the file that asked for it. */
export function afterThisFile(end: () => Promise<void>): void {
  endings.push(end)
}

/** Closes what was begun since the last file; run by setup.ts after each. */
export async function endFile(): Promise<void> {
  for (const end of endings.splice(0)) await end()
}

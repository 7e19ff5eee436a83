// What an operator has written of a call, kept on this machine until it is saved: no reload and no broken
// line loses it. One draft per account; signing out forgets them all.

const prefix = 'huiying.call.'
/** A draft of yesterday's shift helps nobody. */
const keptMs = 24 * 3_600_000

/** The draft of an account; null when there is none. */
export function readDraft(account) {
  try {
    const draft = JSON.parse(localStorage.getItem(prefix + account) ?? 'null')
    return draft !== null && Date.now() - draft.at < keptMs ? draft : null
  } catch {
    return null
  }
}

export function keepDraft(account, draft) {
  localStorage.setItem(prefix + account, JSON.stringify({ ...draft, at: Date.now() }))
}

export function dropDraft(account) {
  localStorage.removeItem(prefix + account)
}

export function dropAllDrafts() {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(prefix)) localStorage.removeItem(key)
  }
}

/** Calls `changed` when another window of the account has changed or dropped the draft. */
export function onOtherWindow(account, changed) {
  window.addEventListener('storage', ({ key }) => {
    if (key === prefix + account) changed(readDraft(account))
  })
}

// What an operator has written of a call, kept on this machine until it is saved: no reload and no broken
// line loses it. One draft per account; signing out forgets them all.

const prefix = 'huiying.call.'
/** A draft of yesterday's shift helps nobody. */
const keptMs = 24 * 3_600_000

/** The draft of an account; null when there is none. Old ones of anybody are forgotten. */
export function readDraft(account) {
  dropDrafts((draft) => !(Date.now() - draft?.at < keptMs))
  return parsed(localStorage.getItem(prefix + account))
}

export function keepDraft(account, draft) {
  localStorage.setItem(prefix + account, JSON.stringify({ ...draft, at: Date.now() }))
}

export function dropDraft(account) {
  localStorage.removeItem(prefix + account)
}

export function dropAllDrafts() {
  dropDrafts(() => true)
}

/** What cannot be read counts as old. */
function dropDrafts(isOver) {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix))
  for (const key of keys)
    if (isOver(parsed(localStorage.getItem(key)))) localStorage.removeItem(key)
}

function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Calls `changed` when another window of the account has changed or dropped the draft. */
export function onOtherWindow(account, changed) {
  window.addEventListener('storage', ({ key }) => {
    if (key === prefix + account) changed(readDraft(account))
  })
}

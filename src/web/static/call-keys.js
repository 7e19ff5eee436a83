// The keyboard of the hotline's screen: Alt and a letter reach a field or press a button, Alt and a digit (a
// digit alone outside of text) choose one of several, Ctrl and Enter save. The letters stand on the screen.

const typing = 'input:not([type=checkbox], [type=radio]), textarea, select'

/** Calls `save` for Ctrl+Enter; everything else is pressed or focused where it stands. */
export function listen(save) {
  // The browser's own access keys are for pages without this script; both would press twice.
  for (const one of document.querySelectorAll('[accesskey]')) one.removeAttribute('accesskey')
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.metaKey) return
    if (event.ctrlKey && event.key === 'Enter') return taken(event, save)
    if (event.ctrlKey || event.shiftKey) return
    const target = event.altKey ? withAlt(event.code) : alone(event)
    if (target) taken(event, () => use(target))
  })
}

function taken(event, act) {
  event.preventDefault()
  if (!event.repeat) act()
}

function withAlt(code) {
  return shown(`[data-key="${code}"]`) ?? digit(code)
}

/** Without Alt only where a digit would not be text; Escape leaves the text. */
function alone({ code, key, target }) {
  const inText = target instanceof HTMLElement && target.matches(typing)
  if (key === 'Escape' && inText) return shown('#call-panel')
  return inText ? undefined : digit(code)
}

function digit(code) {
  const found = /^(?:Digit|Numpad)([1-9])$/.exec(code)
  return found === null ? undefined : shown(`[data-digit="${found[1]}"]`)
}

function shown(selector) {
  return [...document.querySelectorAll(selector)].find(
    (one) => one.checkVisibility() && !one.disabled,
  )
}

function use(target) {
  if (target.matches(typing) || target.id === 'call-panel') target.focus()
  else target.click()
}

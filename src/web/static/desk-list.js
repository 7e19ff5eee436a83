// The keyboard of lists and tickets: single letters, never while something is typed. The sheet of them stands on the
// page (#keys) and opens with a question mark.

const typing = 'input, textarea, select, [contenteditable]'
const sheet = document.querySelector('#keys')
const items = () => [...document.querySelectorAll('[data-item]')]

document.addEventListener('keydown', (event) => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
  if (event.target instanceof HTMLElement && event.target.matches(typing)) {
    if (event.key === 'Escape') event.target.blur()
    return
  }
  const act = acts[event.key]
  if (act === undefined || act() === false) return
  event.preventDefault()
})

const acts = {
  j: () => move(1),
  k: () => move(-1),
  Enter: open,
  e: begin,
  x: () => press(current()?.querySelector('[name=item]')),
  '/': () => focus(document.querySelector('#q')),
  n: () => press(document.querySelector('[data-key=n]')),
  u: () => press(document.querySelector('[data-key=u]')),
  '?': () => {
    if (!sheet) return false
    if (sheet.open) sheet.close()
    else sheet.showModal()
    return true
  },
}

function current() {
  return document.activeElement?.closest('[data-item]') ?? null
}

function move(by) {
  const all = items()
  if (all.length === 0) return false
  const at = all.indexOf(current())
  const to = all[Math.min(all.length - 1, Math.max(0, at + by))] ?? all[0]
  to.focus()
  to.scrollIntoView({ block: 'nearest' })
  return true
}

/** Enter on the item itself; on a link or button within it the browser knows what to do. */
function open() {
  const item = document.activeElement
  return item?.matches('[data-item]') ? press(item.querySelector('a.number')) : false
}

/** The likeliest step: done at once when there is nothing to fill in, else its first field. */
function begin() {
  const place = current() ?? document.querySelector('[data-main]')
  if (!place) return false
  const folded = place.querySelector('.step')
  const step = place.querySelector('.act button')
  if (step) return press(step)
  if (folded) folded.open = true
  const scope = folded ?? place
  const field = [...scope.querySelectorAll('select, input:not([type=hidden]), textarea')].find(
    (one) => one.checkVisibility() && one.value === '' && one.required,
  )
  return focus(field ?? scope.querySelector('form button, a.button'))
}

function press(one) {
  one?.click()
  return one !== null && one !== undefined
}

function focus(one) {
  one?.focus()
  return one !== null && one !== undefined
}

// Units are found by a word of their name: the field for it is of use with this script only.
for (const label of document.querySelectorAll('[data-filter]')) {
  label.hidden = false
  label.querySelector('input').addEventListener('input', ({ target }) => {
    const wanted = target.value.trim()
    for (const option of label.parentElement.querySelectorAll('.option')) {
      option.hidden = !option.dataset.words.includes(wanted) && !option.querySelector(':checked')
    }
    for (const kind of label.parentElement.querySelectorAll('.unit-kind')) {
      kind.hidden = kind.querySelector('.option:not([hidden])') === null
    }
  })
}

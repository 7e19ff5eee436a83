// The hotline's screen, live: suggestions while the operator types, a draft that survives a reload and a
// broken line, saving that may be tried again. Without this file the same form works as a document.

import { dropDraft, keepDraft, onOtherWindow, readDraft } from './call-draft.js'
import { listen } from './call-keys.js'

const form = document.querySelector('#call')
const panel = document.querySelector('#call-panel')
const faults = document.querySelector('#call-faults')
const status = document.querySelector('#call-status')
const main = document.querySelector('main')
const { account } = form.dataset
const texts = JSON.parse(form.dataset.texts)

const suggestAfterMs = 250
const retryAfterMs = 5_000
/** Fields that the rules fill in until the operator has chosen. */
const suggested = ['category', 'also', 'town', 'village', 'spot', 'when', 'urgency', 'secrecy']
const chosen = new Set()
let timer
let request
/** The save under way or waiting for the line: which button was pressed. */
let saving = null

const controls = (name) => [...form.querySelectorAll(`[name="${name}"]`)]

function fieldsOf() {
  const fields = {}
  for (const [name, value] of new FormData(form)) {
    if (!['entry', 'also', 'into'].includes(name)) fields[name] = value
  }
  return { ...fields, also: new FormData(form).getAll('also') }
}

function setField(name, value) {
  for (const one of controls(name)) {
    if (one.type === 'checkbox') one.checked = [value].flat().includes(one.value)
    else if (one.value !== value) one.value = value
  }
}

/** Marks what is the operator's own choice: it is left alone from now on. */
function choose(name) {
  if (!suggested.includes(name)) return
  chosen.add(name)
  showOwn()
}

function showOwn() {
  for (const name of suggested) {
    for (const one of controls(name)) one.toggleAttribute('data-own', chosen.has(name))
  }
}

function say(text) {
  status.textContent = text
}

function keep() {
  const entry = form.elements.entry.value
  keepDraft(account, { entry, fields: fieldsOf(), chosen: [...chosen] })
}

function body(act) {
  const data = new URLSearchParams(new FormData(form))
  data.set('chosen', [...chosen].join(','))
  data.delete('checked')
  if (act) data.set('do', act)
  return data
}

/** What the server answers as JSON; null when the line is broken, {signedOut} when nobody is signed in. */
async function post(path, data, signal) {
  try {
    const headers = { accept: 'application/json' }
    const answer = await fetch(path, { method: 'POST', body: data, headers, signal })
    if (answer.redirected) return { signedOut: true }
    const isJson = (answer.headers.get('content-type') ?? '').includes('application/json')
    if (isJson) return { ...(await answer.json()), status: answer.status }
    return answer.status >= 500 ? null : { failed: true }
  } catch (error) {
    return error.name === 'AbortError' ? { aborted: true } : null
  }
}

async function suggest() {
  request?.abort()
  request = new AbortController()
  const answer = await post('/desk/hotline/suggest', body(), request.signal)
  if (answer === null) return saving === null && say(texts.offline)
  if (answer.panel === undefined) return
  const into = new FormData(form).get('into')
  panel.innerHTML = answer.panel
  for (const one of panel.querySelectorAll('[accesskey]')) one.removeAttribute('accesskey')
  for (const one of controls('into')) if (one.value === into) one.checked = true
  for (const [name, value] of Object.entries(answer.fields)) {
    if (!chosen.has(name)) setField(name, value)
  }
  showOwn()
  if (saving === null) say(answer.spoken)
  keep()
}

function suggestSoon() {
  clearTimeout(timer)
  timer = setTimeout(suggest, suggestAfterMs)
}

function showFaults(lines) {
  faults.replaceChildren()
  if (lines.length === 0) return
  const notice = document.createElement('div')
  notice.className = 'notice bad'
  notice.setAttribute('role', 'alert')
  const words = document.createElement('p')
  words.textContent = lines.join(' ')
  notice.append(words)
  faults.append(notice)
}

function showSignedOut() {
  showFaults([texts.signedOut])
  const link = document.createElement('a')
  Object.assign(link, { href: '/desk/sign-in?back=/desk/hotline', target: '_blank' })
  link.textContent = texts.signIn
  faults.querySelector('.notice').append(link)
}

/** Saves; on a broken line again and again, until it is through: the entry's id keeps it one call. */
async function save(act) {
  if (saving !== null) return
  saving = act
  keep()
  say(texts.saving)
  await attempt()
}

async function attempt() {
  clearTimeout(timer)
  const answer = await post(form.action, body(saving))
  if (answer === null) {
    say(texts.waitingToSave)
    timer = setTimeout(attempt, retryAfterMs)
    return
  }
  saving = null
  say('')
  if (answer.done !== undefined) return finish(answer.done)
  if (answer.signedOut) return showSignedOut()
  showFaults(answer.faults ?? [texts.failed])
  main.scrollIntoView()
}

function finish(html) {
  dropDraft(account)
  main.innerHTML = html
  for (const one of main.querySelectorAll('[accesskey]')) one.removeAttribute('accesskey')
  document.querySelector('#next-call').focus()
  window.scrollTo(0, 0)
}

/** A call begun anew: nothing of the one before is left. */
function clear() {
  dropDraft(account)
  location.assign('/desk/hotline')
}

function restore({ entry, fields, chosen: names }) {
  form.elements.entry.value = entry
  for (const name of names) chosen.add(name)
  for (const [name, value] of Object.entries(fields)) if (name !== 'also') setField(name, value)
  for (const name of ['anonymous', 'secrecy']) if (!(name in fields)) setField(name, '')
}

function restoreOnLoad() {
  const draft = readDraft(account)
  if (draft === null || form.querySelector('[name="checked"]') !== null) return
  restore(draft)
  const time = new Intl.DateTimeFormat('zh-CN', { timeStyle: 'short' }).format(draft.at)
  say(texts.restored.replace('{time}', time))
  void suggest()
}

form.addEventListener('input', ({ target, isComposing }) => {
  choose(target.name)
  keep()
  if (!isComposing && target.name !== 'into') suggestSoon()
})
form.addEventListener('compositionend', suggestSoon)
form.addEventListener('submit', (event) => {
  event.preventDefault()
  void save(event.submitter?.value ?? 'open')
})
form.addEventListener('click', ({ target }) => {
  const pick = target.closest('[data-set]')
  const act = target.closest('[data-act]')?.dataset.act
  if (pick !== null) {
    for (const [name, value] of Object.entries(JSON.parse(pick.dataset.set))) {
      setField(name, value)
      choose(name)
    }
    void suggest()
  }
  if (act === 'reset') {
    chosen.clear()
    void suggest()
  }
  if (act === 'clear' && window.confirm(texts.sure)) clear()
})
window.addEventListener('online', () => {
  if (saving === null) void suggest()
  else void attempt()
})
onOtherWindow(account, (draft) => {
  if (!form.isConnected || saving !== null) return
  if (draft === null) {
    form.reset()
    location.reload()
  } else {
    chosen.clear()
    restore(draft)
    void suggest()
  }
})

for (const one of form.querySelectorAll('[data-act]')) one.hidden = false
form.querySelector('.noscript').hidden = true
listen(() => form.isConnected && form.reportValidity() && void save('open'))
restoreOnLoad()

// Makes the chat live: what is sent and answered appears without a new page. Without this file the same
// forms work as documents.

const log = document.querySelector('#log')
const composer = document.querySelector('#composer')
const field = composer.querySelector('textarea')
const status = document.querySelector('#status')
const locate = document.querySelector('#locate')
const words = composer.dataset

let cursor = Number(log.dataset.cursor)
/** Pixels left free above an answer. */
const gap = 12

/** Adds what the server rendered; what is already there is left alone. */
function append(at, html) {
  if (at <= cursor) return
  cursor = at
  const holder = document.createElement('template')
  holder.innerHTML = html
  const entry = holder.content.firstElementChild
  if (entry.classList.contains('citizen')) settle(entry)
  if (entry.classList.contains('citizen') || entry.querySelector('.choices')) retire()
  log.insertBefore(entry, log.querySelector('.pending'))
  toEnd()
}

/** The buttons of earlier questions answer nothing any more. */
function retire() {
  for (const button of log.querySelectorAll('.choices button')) button.disabled = true
}

/** The stored message takes the place of the copy shown while it was on its way. */
function settle(entry) {
  const said = entry.querySelector('span:not(.hidden)')?.textContent
  const copies = [...log.querySelectorAll('.pending')]
  copies.find((one) => one.dataset.said === said)?.remove()
}

function toEnd() {
  log.scrollTop = log.scrollHeight
}

/** Shows an answer from its beginning, also when it is longer than the screen. */
function toAnswer(entries) {
  const found = entries.map(({ cursor: at }) => log.querySelector(`.bot[data-cursor="${at}"]`))
  const first = found.find((entry) => entry !== null)
  if (first) log.scrollTop = Math.min(log.scrollHeight, first.offsetTop - gap)
}

/** What was just written, until the server has it. */
function showPending(said) {
  const item = document.createElement('li')
  item.className = 'citizen pending'
  item.dataset.said = said
  const text = document.createElement('span')
  text.textContent = said
  const note = document.createElement('time')
  note.textContent = words.sending
  item.append(text, note)
  log.append(item)
  toEnd()
  return item
}

/**
 * Sends a form's fields; the same id again when it has to be repeated. `uploading`: what is shown while it goes
 * up, with `{percent}`.
 */
export async function send(action, fields, said, uploading = words.sending) {
  const item = showPending(said)
  await attempt({ action, fields, item, uploading })
}

/** Fields as a request carries them; a list (of files) makes it a multipart one. */
function bodyOf(fields) {
  const files = Object.values(fields).some(Array.isArray)
  const body = files ? new FormData() : new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) body.append(name, one)
  }
  return body
}

/** Posts a body, telling how much of it has gone up, in percent; status 0 when there was no answer. */
function post(action, body, onProgress) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      if (total > 0) onProgress(Math.floor((100 * loaded) / total))
    })
    request.addEventListener('loadend', () => {
      resolve({ status: request.status, answer: request.response ?? {} })
    })
    request.open('POST', action)
    request.setRequestHeader('accept', 'application/json')
    request.send(body)
  })
}

async function attempt(sending) {
  const { action, fields, item, uploading } = sending
  const note = item.querySelector('time')
  const { status: code, answer } = await post(
    action,
    bodyOf({ ...fields, after: String(cursor) }),
    (percent) => {
      note.textContent = percent < 100 ? uploading.replace('{percent}', percent) : words.sending
    },
  )
  if (code >= 200 && code < 300) return done(item, answer.entries ?? [])
  // Too much, or nothing understood: the same words would be refused again, so they go back to be changed.
  if ([400, 413, 422].includes(code) && fields.text && field.value === '') {
    item.remove()
    field.value = fields.text
    grow()
  } else if ([413, 422].includes(code) && fields.file) item.remove()
  else offerAgain(item, () => void attempt(sending))
  say(answer.error ?? '')
  toEnd()
}

function done(item, entries) {
  for (const entry of entries) append(entry.cursor, entry.html)
  item.remove()
  say('')
  toAnswer(entries)
}

/** Not sent: a button sends the same message, under the same id, once more. */
function offerAgain(item, sendAgain) {
  item.classList.add('failed')
  const note = item.querySelector('time')
  note.textContent = ''
  const again = document.createElement('button')
  again.type = 'button'
  again.className = 'plain'
  again.textContent = words.failed
  again.addEventListener('click', () => {
    item.classList.remove('failed')
    again.remove()
    note.textContent = words.sending
    sendAgain()
  })
  item.append(again)
}

/** A UUID; `crypto.randomUUID` is missing where a page came over plain http. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6] & 0x0f) | 0x40
  bytes[8] = (bytes[8] & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-')
}

export function say(text) {
  status.textContent = text
}

function grow() {
  field.rows = Math.min(5, field.value.split('\n').length)
  field.classList.toggle('tall', field.rows > 1)
}

composer.addEventListener('submit', (event) => {
  event.preventDefault()
  const said = field.value.trim()
  if (said === '') return say(words.empty)
  document.querySelector('#refused')?.remove()
  field.value = ''
  grow()
  field.focus()
  void send(composer.action, { id: newId(), text: said }, said)
})

// On a keyboard Enter sends; while a Chinese input method composes, or on a phone, it does not.
field.addEventListener('keydown', (event) => {
  const plain = event.key === 'Enter' && !event.shiftKey && !event.isComposing
  if (!plain || event.keyCode === 229 || window.matchMedia('(pointer: coarse)').matches) return
  event.preventDefault()
  composer.requestSubmit()
})
field.addEventListener('input', grow)

log.addEventListener('submit', (event) => {
  const form = event.target
  if (!form.action.endsWith('/chat/choice')) return
  event.preventDefault()
  const fields = Object.fromEntries(new FormData(form))
  retire()
  void send(form.action, fields, fields.label)
})

if ('geolocation' in navigator && window.isSecureContext) locate.hidden = false
locate.addEventListener('click', () => {
  locate.disabled = true
  say(words.locating)
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      locate.disabled = false
      say('')
      const fields = { id: newId(), lat: coords.latitude, lon: coords.longitude }
      void send(composer.action, fields, words.myLocation)
    },
    () => {
      locate.disabled = false
      say(words.noLocation)
      field.focus()
    },
    { enableHighAccuracy: true, timeout: 15000, maximumAge: 60000 },
  )
})

/** Follows what is said from now on. The browser reconnects by itself; a refused stream is asked again later. */
function follow() {
  const stream = new EventSource(`/chat/events?after=${cursor}`)
  let lost = null
  stream.addEventListener('entry', (event) => append(Number(event.lastEventId), event.data))
  stream.addEventListener('open', () => {
    clearTimeout(lost)
    if (status.textContent === words.connecting) say('')
  })
  stream.addEventListener('error', () => {
    clearTimeout(lost)
    lost = setTimeout(() => {
      if (stream.readyState !== EventSource.OPEN) say(words.connecting)
    }, 5000)
    if (stream.readyState === EventSource.CLOSED) setTimeout(follow, 10000)
  })
}

toEnd()
follow()

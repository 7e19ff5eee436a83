// Sends photos, videos and recordings from the live chat: one tap chooses them, and they are on their way.
// Without this file the form below the chat does the same.

import { newId, say, send } from './chat.js'

const form = document.querySelector('#attachments')
const input = form.querySelector('input[type="file"]')
const camera = document.querySelector('#camera')
const album = document.querySelector('#album')
const words = form.dataset
const everything = input.accept

form.hidden = true
album.hidden = false
// A desktop's camera is not reached this way.
camera.hidden = !window.matchMedia('(pointer: coarse)').matches

function choose(fromCamera) {
  input.toggleAttribute('multiple', !fromCamera)
  input.accept = fromCamera ? 'image/*' : everything
  if (fromCamera) input.setAttribute('capture', 'environment')
  else input.removeAttribute('capture')
  input.click()
}

/** The most a file may have, by what the phone says it is; the server looks for itself. */
function limitOf({ type }) {
  if (type.startsWith('video/')) return Number(words.maxVideo)
  return Number(type.startsWith('audio/') ? words.maxAudio : words.maxImage)
}

camera.addEventListener('click', () => choose(true))
album.addEventListener('click', () => choose(false))
input.addEventListener('change', () => {
  const file = [...input.files]
  input.value = ''
  if (file.length === 0) return
  if (file.length > Number(words.max)) return say(words.tooMany)
  if (file.some((one) => one.size > limitOf(one))) return say(words.tooLarge)
  say('')
  const said = words.pending.replace('{n}', file.length)
  void send(form.action, { id: newId(), file }, said, words.uploading)
})

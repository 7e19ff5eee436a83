// Sends photos from the live chat: one tap chooses them, and they are on their way. Without this file the
// form below the chat does the same.

import { newId, say, send } from './chat.js'

const form = document.querySelector('#photos')
const input = form.querySelector('input[type="file"]')
const camera = document.querySelector('#camera')
const album = document.querySelector('#album')
const words = form.dataset

form.hidden = true
album.hidden = false
// A desktop's camera is not reached this way.
camera.hidden = !window.matchMedia('(pointer: coarse)').matches

function choose(fromCamera) {
  input.toggleAttribute('multiple', !fromCamera)
  if (fromCamera) input.setAttribute('capture', 'environment')
  else input.removeAttribute('capture')
  input.click()
}

camera.addEventListener('click', () => choose(true))
album.addEventListener('click', () => choose(false))
input.addEventListener('change', () => {
  const photo = [...input.files]
  input.value = ''
  if (photo.length === 0) return
  if (photo.length > Number(words.max)) return say(words.tooMany)
  if (photo.some(({ size }) => size > Number(words.maxBytes))) return say(words.tooLarge)
  say('')
  void send(form.action, { id: newId(), photo }, words.pending.replace('{n}', photo.length))
})

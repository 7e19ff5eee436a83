import { z } from 'zod'
import type { InboundMessage } from '#app/messages.ts'
import type { Envelope } from '#doors/upload.ts'

/** Longest text taken at once, in characters; more is refused with how to go on. */
const maxText = 2000

const id = z.uuid().optional().catch(undefined)
const number = z.string().trim().min(1).transform(Number).or(z.number())
const fields = z.string().trim().max(100)

const text = z.object({ id, text: z.string().trim() })
const location = z.object({
  id,
  lat: number.pipe(z.number().min(-90).max(90)),
  lon: number.pipe(z.number().min(-180).max(180)),
  label: fields.nullish(),
})
const choice = z.object({
  id,
  questionId: fields.min(1),
  choiceId: fields.min(1),
  label: fields.nullish(),
})

/** Why a form is no message: nothing said, too much said, or not understood. */
export type Unreadable = { readonly unreadable: 'empty' | 'too-long' | 'malformed' }

/**
 * The chat page's form or JSON → our message. A button pressed (`questionId`, `choiceId`), a location
 * (`lat`, `lon`) or text. The page gives each message an id once, so that sending it again is no second
 * message. Refuses: 'empty', 'too-long' (over `maxText` characters), 'malformed'.
 */
export function readMessage(form: unknown, envelope: Envelope): InboundMessage | Unreadable {
  const pressed = choice.safeParse(form)
  if (pressed.success) {
    const { questionId, choiceId, label = null } = pressed.data
    return message(envelope, pressed.data.id, { type: 'choice', questionId, choiceId, label })
  }
  const here = location.safeParse(form)
  if (here.success) {
    const { lat, lon, label = null } = here.data
    return message(envelope, here.data.id, { type: 'location', coordinates: { lat, lon }, label })
  }
  const said = text.safeParse(form)
  if (!said.success) return { unreadable: 'malformed' }
  if (said.data.text === '') return { unreadable: 'empty' }
  if ([...said.data.text].length > maxText) return { unreadable: 'too-long' }
  return message(envelope, said.data.id, { type: 'text', text: said.data.text })
}

function message(
  { sender, now, newId }: Envelope,
  given: string | undefined,
  content: InboundMessage['content'],
): InboundMessage {
  return {
    id: `web-chat:${sender}:${given ?? newId()}`,
    channel: 'web-chat',
    sender,
    at: now,
    content,
    replyToken: null,
  }
}

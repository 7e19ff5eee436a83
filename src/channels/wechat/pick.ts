import type { Ctx } from '#app/ctx.ts'
import type { InboundMessage } from '#app/messages.ts'

/** A number and at most one mark after it. */
const bareNumber = /^(\d{1,2})\p{P}?$/u
/** WeChat tells time in whole seconds, by its own clock. */
const clocksApartMs = 5_000

/**
 * A bare number as the choice of the question that stands, if it was put before the message was sent; any
 * other message as it is. What the words on a choice mean, the dialogue knows itself.
 */
export async function picked(ctx: Ctx, message: InboundMessage): Promise<InboundMessage> {
  const { content, channel, sender } = message
  if (content.type !== 'text') return message
  const [, digits] = bareNumber.exec(content.text.normalize('NFKC').trim()) ?? []
  if (digits === undefined) return message
  const question = (await ctx.dialogues.find(channel, sender))?.question ?? null
  const choice = question?.choices[Number(digits) - 1]
  if (question === null || choice === undefined) return message
  if (question.askedAt > message.at + clocksApartMs) return message
  const { id: choiceId, label } = choice
  return { ...message, content: { type: 'choice', questionId: question.id, choiceId, label } }
}

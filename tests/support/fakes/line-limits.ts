import { z } from 'zod'

/**
 * What LINE's Messaging API takes of the kinds of messages the bot sends, written down from its reference:
 * properties, lengths, sizes. Anything else is refused, as LINE answers 400.
 */
const text = (most: number) => z.string().min(1).max(most)
const colour = z.string().regex(/^#[0-9A-Fa-f]{6}(?:[0-9A-Fa-f]{2})?$/)
const spacing = z.string().regex(/^(?:none|xs|sm|md|lg|xl|xxl|\d+px)$/)
const fontSize = z.string().regex(/^(?:xxs|xs|sm|md|lg|xl|xxl|[3-5]xl|\d+px)$/)

function actions(label: z.ZodType) {
  return z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('postback'),
      label,
      data: text(300),
      displayText: text(300).optional(),
    }),
    z.strictObject({ type: z.literal('message'), label, text: text(300) }),
    z.strictObject({ type: z.literal('uri'), label, uri: z.url().max(1000) }),
  ])
}

/** A pin can only be asked for by a quick reply. */
const quickReplyAction = z.union([
  actions(text(20)),
  z.strictObject({ type: z.enum(['location', 'camera', 'cameraRoll']), label: text(20) }),
])
const quickReply = z.strictObject({
  items: z
    .array(z.strictObject({ type: z.literal('action'), action: quickReplyAction }))
    .min(1)
    .max(13),
})

const flexText = z.strictObject({
  type: z.literal('text'),
  text: text(2000),
  size: fontSize.optional(),
  color: colour.optional(),
  weight: z.enum(['regular', 'bold']).optional(),
  wrap: z.boolean().optional(),
  flex: z.int().min(0).optional(),
})
const flexButton = z.strictObject({
  type: z.literal('button'),
  action: actions(text(40)),
  style: z.enum(['primary', 'secondary', 'link']).optional(),
  height: z.enum(['sm', 'md']).optional(),
  color: colour.optional(),
})
const separator = z.strictObject({ type: z.literal('separator') })

const box: z.ZodType = z.strictObject({
  type: z.literal('box'),
  layout: z.enum(['horizontal', 'vertical']),
  get contents() {
    return z.array(z.union([box, flexText, flexButton, separator])).min(1)
  },
  spacing: spacing.optional(),
  paddingAll: spacing.optional(),
  backgroundColor: colour.optional(),
})

const bubble = z
  .strictObject({
    type: z.literal('bubble'),
    size: z.enum(['nano', 'micro', 'deca', 'hecto', 'kilo', 'mega', 'giga']).optional(),
    header: box.optional(),
    body: box,
    footer: box.optional(),
  })
  .refine((value) => Buffer.byteLength(JSON.stringify(value)) <= 30 * 1024, 'larger than 30 KB')

const message = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    text: text(5000),
    quickReply: quickReply.optional(),
  }),
  z.strictObject({
    type: z.literal('flex'),
    altText: text(400),
    contents: bubble,
    quickReply: quickReply.optional(),
  }),
])

const messages = z.array(message).min(1).max(5)

/** Why LINE would answer 400 to these messages; null when it would take them. */
export function faultOf(given: unknown): string | null {
  const checked = messages.safeParse(given)
  return checked.success ? null : z.prettifyError(checked.error)
}

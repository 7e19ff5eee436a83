import type { messagingApi } from '@line/bot-sdk'

/** Everything a person can read of a message: a card's own words and what a notification shows of it. */
export function wordsOf(message: messagingApi.Message | undefined): string {
  if (message?.type === 'text') return message.text
  if (message?.type !== 'flex') return ''
  return [message.altText, ...componentsOf(message).flatMap(textOf)].join('\n')
}

/** Buttons a person can tap: those of a card, and the quick replies below. */
export function actionsOf(message: messagingApi.Message): messagingApi.Action[] {
  const own = message.type === 'flex' ? componentsOf(message).flatMap(actionOf) : []
  const below = (message.quickReply?.items ?? []).flatMap(({ action }) => action ?? [])
  return [...own, ...below]
}

function componentsOf({ contents }: messagingApi.FlexMessage): messagingApi.FlexComponent[] {
  if (contents.type !== 'bubble') return []
  const { header, body, footer } = contents
  return [header, body, footer].flatMap((box) => (box === undefined ? [] : within(box)))
}

function within(component: messagingApi.FlexComponent): messagingApi.FlexComponent[] {
  return [component, ...(component.type === 'box' ? component.contents.flatMap(within) : [])]
}

function textOf(component: messagingApi.FlexComponent): string[] {
  return component.type === 'text' && component.text !== undefined ? [component.text] : []
}

function actionOf(component: messagingApi.FlexComponent): messagingApi.Action[] {
  return component.type === 'button' ? [component.action] : []
}

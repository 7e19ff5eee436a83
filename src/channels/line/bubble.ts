import type { messagingApi } from '@line/bot-sdk'
import { clip, limits } from './limits.ts'

/** Colours of a card by what it is about; white words on each keep a contrast of 4.5 : 1 or more. */
export const colours = {
  check: '#1D4ED8',
  moving: '#0F766E',
  waiting: '#B45309',
  done: '#15803D',
  again: '#B91C1C',
  asking: '#6D28D9',
  ended: '#4B5563',
} as const
export type Colour = (typeof colours)[keyof typeof colours]

const ink = '#111827'
const soft = '#6B7280'

type Text = messagingApi.FlexText
type Box = messagingApi.FlexBox
type Component = messagingApi.FlexComponent

/** One fact: its name and what it says. A fact that says nothing is left out. */
export type Row = { readonly label: string; readonly value: string }

export type Card = {
  readonly colour: Colour
  readonly title: string
  /** Under the title; empty: none. */
  readonly subtitle: string
  /** Facts in groups, a line between them. */
  readonly groups: readonly (readonly Row[])[]
  /** Words before and after the facts; empty: none. */
  readonly intro: string
  readonly outro: string
  readonly buttons: readonly messagingApi.Action[]
}

/** A card as LINE's bubble: a coloured head, facts, buttons at its foot. */
export function bubbleOf(card: Card): messagingApi.FlexBubble {
  const { buttons, colour } = card
  const foot: Pick<messagingApi.FlexBubble, 'footer'> =
    buttons.length === 0
      ? {}
      : { footer: vertical(buttons.map((action, index) => button(action, index === 0, colour))) }
  return { type: 'bubble', size: 'mega', header: headOf(card), body: bodyOf(card), ...foot }
}

function headOf({ colour, title, subtitle }: Card): Box {
  const white = '#FFFFFF'
  const lines = [text(title, { color: white, weight: 'bold', size: 'lg', wrap: true })]
  if (subtitle !== '') lines.push(text(subtitle, { color: white, size: 'sm', wrap: true }))
  return { ...vertical(lines, 'xs'), backgroundColor: colour, paddingAll: '16px' }
}

function bodyOf({ groups, intro, outro }: Card): Box {
  const told = groups
    .map((rows) => rows.filter(({ value }) => value.trim() !== ''))
    .filter((rows) => rows.length > 0)
    .map((rows) => vertical(rows.map(factOf), 'sm'))
  const before = intro === '' ? [] : [paragraph(intro, ink)]
  const after = outro === '' ? [] : [paragraph(outro, soft)]
  const parts = [...before, ...told, ...after]
  const lined = parts.flatMap((part, index): Component[] =>
    index === 0 ? [part] : [{ type: 'separator' }, part],
  )
  return { ...vertical(lined, 'md'), paddingAll: '16px' }
}

function paragraph(words: string, color: string): Text {
  return text(words, { color, size: 'sm', wrap: true })
}

function factOf({ label, value }: Row): Box {
  const name = text(label, { color: soft, size: 'sm', flex: 2, wrap: true })
  const said = text(value, { color: ink, size: 'sm', flex: 7, wrap: true })
  return { type: 'box', layout: 'horizontal', spacing: 'sm', contents: [name, said] }
}

function button(action: messagingApi.Action, first: boolean, color: Colour): Component {
  return first
    ? { type: 'button', style: 'primary', height: 'sm', color, action }
    : { type: 'button', style: 'secondary', height: 'sm', action }
}

function vertical(contents: Component[], spacing = 'sm'): Box {
  return { type: 'box', layout: 'vertical', spacing, contents }
}

function text(words: string, look: Partial<Text>): Text {
  return { type: 'text', text: clip(words, limits.flexText), ...look }
}

import { describe, expect, it } from 'vitest'
import { readMessage } from '#web/chat/read.ts'

const sender = '11111111-1111-4111-8111-111111111111'
const own = '22222222-2222-4222-8222-222222222222'
const envelope = { sender, now: 1_000, newId: () => 'made-here' }

describe('a form of the chat page', () => {
  it('is a text message under the id the page gave it', () => {
    expect(readMessage({ id: own, text: ' 楼下饭店油烟直排 ' }, envelope)).toEqual({
      id: `web-chat:${sender}:${own}`,
      channel: 'web-chat',
      sender,
      at: 1_000,
      content: { type: 'text', text: '楼下饭店油烟直排' },
      replyToken: null,
    })
  })

  it('gets an id here when it has none of its own', () => {
    expect(readMessage({ text: '你好' }, envelope)).toMatchObject({
      id: `web-chat:${sender}:made-here`,
    })
  })

  it('cannot take the id of another message space', () => {
    expect(readMessage({ id: 'line:123', text: '你好' }, envelope)).toMatchObject({
      id: `web-chat:${sender}:made-here`,
    })
  })

  it('is a choice when a button was pressed', () => {
    const form = { id: own, questionId: 'q1', choiceId: 'confirm', label: '确认' }
    expect(readMessage(form, envelope)).toMatchObject({
      content: { type: 'choice', questionId: 'q1', choiceId: 'confirm', label: '确认' },
    })
  })

  it('is a location when it has coordinates, as numbers or as a form writes them', () => {
    const expected = { type: 'location', coordinates: { lat: 40.37, lon: 116.84 }, label: null }
    expect(readMessage({ lat: '40.37', lon: '116.84' }, envelope)).toMatchObject({
      content: expected,
    })
    expect(readMessage({ lat: 40.37, lon: 116.84 }, envelope)).toMatchObject({ content: expected })
  })

  it('is not understood when its coordinates lie nowhere on earth', () => {
    expect(readMessage({ lat: '140', lon: '116' }, envelope)).toEqual({ unreadable: 'malformed' })
    expect(readMessage({ lat: '', lon: '' }, envelope)).toEqual({ unreadable: 'malformed' })
  })

  it('is refused when nothing is said', () => {
    expect(readMessage({ text: ' \n ' }, envelope)).toEqual({ unreadable: 'empty' })
  })

  it('holds 2000 characters and no more, an emoji counting as one', () => {
    expect(readMessage({ text: '😤'.repeat(2000) }, envelope)).toMatchObject({
      content: { type: 'text' },
    })
    expect(readMessage({ text: '噪'.repeat(2001) }, envelope)).toEqual({ unreadable: 'too-long' })
  })

  it('is not understood when it is no form at all', () => {
    expect(readMessage({}, envelope)).toEqual({ unreadable: 'malformed' })
    expect(readMessage({ text: 7 }, envelope)).toEqual({ unreadable: 'malformed' })
  })
})

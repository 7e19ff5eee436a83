import { and, asc, eq, gt, lt } from 'drizzle-orm'
import type { InboundMessage, OutboundMessage } from '#app/messages.ts'
import type { Dialogues, TranscriptEntry } from '#app/ports.ts'
import type { Dialogue } from '#domain/dialogue/types.ts'
import { isOneOf } from './database.ts'
import type { Database, Db } from './database.ts'
import { senderKey } from './keys.ts'
import { dialogues, inbox, outboxMessages, people, transcript } from './schema.ts'
import { openJson, openJsonOrNull } from './seal.ts'
import type { Seal } from './seal.ts'

/** The dialogues port. Writing a dialogue is the store's work. */
export function createDialogues({ db }: Database, seal: Seal): Dialogues {
  const opened = ([row]: readonly { readonly sealed: string }[]) =>
    row === undefined ? null : openJson<Dialogue>(seal, 'dialogue', row.sealed)
  return {
    find: async (channel, sender) =>
      opened(
        await db
          .select({ sealed: dialogues.sealedState })
          .from(dialogues)
          .innerJoin(people, eq(people.id, dialogues.personId))
          .where(eq(people.senderKey, await senderKey(seal, channel, sender))),
      ),
    get: async (id) =>
      opened(
        await db
          .select({ sealed: dialogues.sealedState })
          .from(dialogues)
          .where(eq(dialogues.id, id)),
      ),
    ofPerson: async (personId) =>
      opened(
        await db
          .select({ sealed: dialogues.sealedState })
          .from(dialogues)
          .where(eq(dialogues.personId, personId)),
      ),
    holding: async (before, limit) => {
      const rows = await db
        .select({ sealed: dialogues.sealedState })
        .from(dialogues)
        .where(lt(dialogues.heldSince, before))
        .limit(limit)
      const read = await Promise.all(
        rows.map((row) => openJsonOrNull<Dialogue>(seal, 'dialogue', row.sealed)),
      )
      return read.filter((dialogue) => dialogue !== null)
    },
    transcript: async (channel, sender, cursor, limit) => {
      const key = await senderKey(seal, channel, sender)
      const [person] = await db
        .select({ id: people.id })
        .from(people)
        .where(eq(people.senderKey, key))
      return person === undefined ? [] : readTranscript(db, seal, { ...person, cursor, limit })
    },
  }
}

/** Since when a dialogue holds words that nobody has confirmed, UTC milliseconds; null: it holds none. */
export function heldSince(dialogue: Dialogue) {
  const { draft, shelved, question, waitingAct, callback, updatedAt } = dialogue
  const told = [draft?.receivedAt, shelved?.receivedAt, question?.askedAt]
  const since = told.filter((at) => at !== undefined)
  if (since.length > 0) return Math.min(...since)
  return waitingAct === null && (callback?.comment ?? null) === null ? null : updatedAt
}

async function readTranscript(
  db: Db,
  seal: Seal,
  { id, cursor, limit }: { readonly id: string; readonly cursor: number; readonly limit: number },
): Promise<TranscriptEntry[]> {
  const rows = await db
    .select({
      cursor: transcript.cursor,
      inbound: inbox.sealedMessage,
      outbound: outboxMessages.sealedMessage,
    })
    .from(transcript)
    .leftJoin(inbox, eq(inbox.key, transcript.inboxKey))
    .leftJoin(outboxMessages, eq(outboxMessages.id, transcript.messageId))
    .where(and(eq(transcript.personId, id), gt(transcript.cursor, cursor)))
    .orderBy(asc(transcript.cursor))
    .limit(limit)
  const entries = await Promise.all(
    rows.map(async (row) => ({
      cursor: row.cursor,
      inbound:
        row.inbound && (await openJsonOrNull<InboundMessage>(seal, 'inbound-message', row.inbound)),
      outbound:
        row.outbound &&
        (await openJsonOrNull<OutboundMessage>(seal, 'outbound-message', row.outbound)),
    })),
  )
  const said = entries.map((entry) => (entry.inbound ? entry.inbound.content : null))
  const labels = await labelsOf(db, seal, id, said)
  return entries.flatMap(({ cursor: at, inbound, outbound }) => {
    if (outbound) return [botEntry(at, outbound)]
    return inbound ? [citizenEntry(at, inbound, labels)] : []
  })
}

function botEntry(cursor: number, message: OutboundMessage): TranscriptEntry {
  const { text, choices, questionId, card, createdAt: at } = message
  return { cursor, from: 'bot', at, text, choices, questionId, card, attachments: [] }
}

function citizenEntry(
  cursor: number,
  { at, content }: InboundMessage,
  labels: ReadonlyMap<string, string>,
): TranscriptEntry {
  const text = wordsOf(content, labels)
  const attachments = content.type === 'attachments' ? content.attachments : []
  return {
    cursor,
    from: 'citizen',
    at,
    text,
    choices: [],
    questionId: null,
    card: null,
    attachments,
  }
}

function wordsOf(content: InboundMessage['content'], labels: ReadonlyMap<string, string>): string {
  switch (content.type) {
    case 'text':
      return content.text
    case 'choice':
      return content.label ?? labels.get(labelKey(content)) ?? content.choiceId
    case 'location':
      return content.label ?? `${content.coordinates.lat}, ${content.coordinates.lon}`
    case 'attachments':
      return content.attachments
        .map((attachment) => attachment.name ?? '')
        .join(' ')
        .trim()
    default:
      return ''
  }
}

/** Labels of the buttons pressed, as they were offered to this person. */
async function labelsOf(
  db: Db,
  seal: Seal,
  personId: string,
  said: readonly (InboundMessage['content'] | null)[],
): Promise<ReadonlyMap<string, string>> {
  const unlabelled = said.filter((content) => content?.type === 'choice' && content.label === null)
  const questions = unlabelled.map((content) =>
    content?.type === 'choice' ? content.questionId : '',
  )
  if (questions.length === 0) return new Map()
  const rows = await db
    .select({ sealed: outboxMessages.sealedMessage })
    .from(outboxMessages)
    .innerJoin(transcript, eq(transcript.messageId, outboxMessages.id))
    .where(and(isOneOf(outboxMessages.questionId, questions), eq(transcript.personId, personId)))
  const opening = rows.map((row) =>
    openJsonOrNull<OutboundMessage>(seal, 'outbound-message', row.sealed),
  )
  const asked = (await Promise.all(opening)).filter((message) => message !== null)
  return new Map(
    asked.flatMap(({ questionId, choices }) =>
      choices.map(({ id, label }) => [labelKey({ questionId, choiceId: id }), label] as const),
    ),
  )
}

function labelKey(of: { readonly questionId: string | null; readonly choiceId: string }): string {
  return JSON.stringify([of.questionId, of.choiceId])
}

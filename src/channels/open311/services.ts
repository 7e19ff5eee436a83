import { categories } from '#intents/categories/index.ts'
import type { ComplaintCategoryId } from '#intents/categories/index.ts'
import { families } from '#intents/dialogue/clarify.ts'
import type { ReplyKey } from '#intents/replies/types.ts'
import type { Category } from '#intents/types.ts'
import { complaintCategoryId } from '#app/tools/ids.ts'
import { sayIn } from '#app/tools/render.ts'
import { sentenceOf } from '#routing/plan/index.ts'
import { responsibilities } from '#routing/responsibility.ts'
import { fill } from '#app/tools/fill.ts'
import { open311Texts } from './texts.ts'
import type { Tree } from './write.ts'

const keywordsAtMost = 8

const offered: readonly (Category & { readonly id: ComplaintCategoryId })[] = categories.filter(
  (one): one is Extract<typeof one, { readonly id: ComplaintCategoryId }> =>
    complaintCategoryId.safeParse(one.id).success,
)

/** A service's name; undefined when there is no such service. */
export function serviceName(code: string): string | undefined {
  return offered.find(({ id }) => id === code)?.label
}

/** Every category a ticket can carry, as a service. */
export function serviceList(): Tree {
  return offered.map(({ id, label, terms }) => {
    const clause = responsibilities.find(({ category }) => category === id)?.clause
    const group = clause === undefined ? '' : sayIn('zh-hans', `annex.${clause.annex}`)
    const sentence = clause === undefined ? label : sentenceOf(clause)
    const keywords = terms.map((term) => (typeof term === 'string' ? term : term[0]))
    return {
      service_code: id,
      service_name: label,
      description: fill(open311Texts.service, { clause: group, sentence }),
      metadata: true,
      type: 'realtime',
      keywords: keywords.slice(0, keywordsAtMost).join(', '),
      group,
    }
  })
}

export type Attribute = {
  readonly code: 'source' | 'place' | 'when' | 'now' | 'secrecy'
  readonly datatype: 'string' | 'text' | 'singlevaluelist'
  readonly description: string
  readonly values: readonly { readonly key: string; readonly name: string }[]
}

/** What the chat would ask about such a complaint: none of it has to be answered. */
export function attributesOf(code: ComplaintCategoryId): readonly Attribute[] {
  const { attributes, yes, no } = open311Texts
  const either = [
    { key: 'yes', name: yes },
    { key: 'no', name: no },
  ]
  return [
    ...sourceQuestion(code),
    { code: 'place', datatype: 'text', description: attributes.place, values: [] },
    { code: 'when', datatype: 'string', description: attributes.when, values: [] },
    { code: 'now', datatype: 'singlevaluelist', description: attributes.now, values: either },
    {
      code: 'secrecy',
      datatype: 'singlevaluelist',
      description: attributes.secrecy,
      values: either,
    },
  ]
}

/** The question for the source, where the category is one of those it tells apart. */
function sourceQuestion(code: ComplaintCategoryId): readonly Attribute[] {
  const family = families.find(({ choices }) =>
    choices.some((choice) => (choice.categories as readonly string[]).includes(code)),
  )
  if (family === undefined) return []
  const values = family.choices.map(({ id }) => ({
    key: id,
    // Safe because tests/data prove that the key exists.
    name: sayIn('zh-hans', `choice.${id}` as ReplyKey),
  }))
  // Safe because tests/data prove that the key exists.
  const description = sayIn('zh-hans', `ask.${family.family}` as ReplyKey)
  return [{ code: 'source', datatype: 'singlevaluelist', description, values }]
}

/** A service definition as the standard writes it; null when there is no such service. */
export function serviceDefinition(code: string): Tree | null {
  const known = complaintCategoryId.safeParse(code)
  if (!known.success) return null
  return {
    service_code: known.data,
    attributes: attributesOf(known.data).map((attribute, index) => ({
      variable: true,
      code: attribute.code,
      datatype: attribute.datatype,
      required: false,
      datatype_description: open311Texts.datatypes[attribute.datatype],
      order: index + 1,
      description: attribute.description,
      values: attribute.values,
    })),
  }
}

import { keyLabel } from './names.ts'
import { evaluationTexts } from '../texts-evaluation.ts'

const handChosen = 'desk/'

/** A rule by the category it is for and its id in a ticket's trace; marked where the desk chose another unit. */
export function Rule({ rule }: { readonly rule: string }) {
  const byHand = rule.startsWith(handChosen)
  const id = byHand ? rule.slice(handChosen.length) : rule
  const [category = ''] = id.split('/')
  return (
    <>
      {keyLabel('category', category)} <small>{id}</small>{' '}
      {byHand ? <span class="badge">{evaluationTexts.dispatch.byDesk}</span> : null}
    </>
  )
}

import { factLabel } from '#web/desk/why/reasons.ts'
import { keyLabel } from './names.ts'
import { evaluationTexts } from './evaluation-texts.ts'

const handChosen = 'desk/'

/** A rule by the category it is for and the fact that refines it; marked where the desk chose another unit. */
export function Rule({ rule }: { readonly rule: string }) {
  const byHand = rule.startsWith(handChosen)
  const id = byHand ? rule.slice(handChosen.length) : rule
  const [category = '', fact] = id.split('/')
  return (
    <>
      {keyLabel('category', category)}{' '}
      {fact === undefined ? null : <small>{factLabel(fact)}</small>}{' '}
      {byHand ? <span class="badge">{evaluationTexts.dispatch.byDesk}</span> : null}
    </>
  )
}

import type { DispatchInput } from '#app/dispatching/dispatch-ticket.ts'
import type { Ticket } from '#domain/ticket/ticket.ts'
import { units } from '#routing/units.ts'
import { ticketCategories, towns } from '#doors/labels.ts'
import { fieldLabels, stepTexts } from './texts.ts'
import { words } from '#doors/words.ts'
import { chosen, valueOf } from '#web/form.ts'
import type { Form } from '#web/form.ts'
import type { Back } from './back.tsx'
import { Select, UnitSelect } from '#web/components/pieces.tsx'
import { componentTexts } from '#web/components/texts.ts'
import { whyTexts } from '#web/desk/why/texts.ts'

type DispatchFormProps = {
  readonly ticket: Ticket
  readonly typed: Form | null
  /** The list the ticket was opened from; null: none. */
  readonly list: Back | null
}

/** True while category and place may still be changed: before a unit has it. */
function atDesk({ status }: Ticket): boolean {
  return status === 'pending' || status === 'conference'
}

/** What the form holds at first: never the unit a return names, which is a hint and stands beside it (首接负责). */
function initial({ ticket, typed }: Pick<DispatchFormProps, 'ticket' | 'typed'>) {
  if (typed !== null) return (name: string) => valueOf(typed, name)
  const { place, category } = ticket
  const values: Readonly<Record<string, string | null | undefined>> = {
    category: category ?? ticket.opened.classification?.ranked[0]?.category,
    town: place.town,
    village: place.village,
    spot: place.spot,
  }
  return (name: string) => values[name] ?? ''
}

function What({ value }: { readonly value: (name: string) => string }) {
  return (
    <>
      <div class="field">
        <label for="dispatch-category">{fieldLabels.category}</label>
        <Select
          id="dispatch-category"
          name="category"
          options={ticketCategories}
          chosen={value('category')}
          empty={words.choose}
          required
        />
      </div>
      <fieldset>
        <legend>{componentTexts.place}</legend>
        <p class="soft">{stepTexts.placeHint}</p>
        <div class="field">
          <label for="dispatch-town">{fieldLabels.town}</label>
          <Select
            id="dispatch-town"
            name="town"
            options={towns}
            chosen={value('town')}
            empty={words.choose}
            required
          />
        </div>
        <div class="row">
          <div class="field">
            <label for="dispatch-village">{fieldLabels.village}</label>
            <input id="dispatch-village" name="village" value={value('village')} maxlength={50} />
          </div>
          <div class="field">
            <label for="dispatch-spot">{fieldLabels.spot}</label>
            <input id="dispatch-spot" name="spot" value={value('spot')} maxlength={200} />
          </div>
        </div>
      </fieldset>
    </>
  )
}

/** Classifies, places and dispatches in one step; a redispatch asks only for the unit. */
export function DispatchForm(props: DispatchFormProps) {
  const { ticket, list } = props
  const value = initial(props)
  const first = atDesk(ticket)
  const again = ticket.dispatch !== null
  return (
    <form method="post" action={`/desk/tickets/${ticket.opened.number}/dispatch`}>
      <input type="hidden" name="seq" value={String(ticket.seq)} />
      {list === null ? null : <input type="hidden" name="list" value={list} />}
      {first ? <What value={value} /> : <p class="soft">{stepTexts.redispatchHint}</p>}
      <div class="field">
        <label for="dispatch-unit">
          {fieldLabels.unit}
          <span class="hint">{stepTexts.byRulesHint}</span>
        </label>
        <UnitSelect
          id="dispatch-unit"
          name="unit"
          chosen={value('unit')}
          empty={stepTexts.byRules}
          not={ticket.handler}
        />
      </div>
      <div class="field">
        <label for="dispatch-note">
          {again ? stepTexts.redispatchWhy : `${whyTexts.note}${stepTexts.optionalMark}`}
        </label>
        <textarea id="dispatch-note" name="note" maxlength={2000} required={again}>
          {value('note')}
        </textarea>
      </div>
      <button>{first ? stepTexts.dispatchNow : stepTexts.redispatchNow}</button>
    </form>
  )
}

/** A posted dispatch form → the use case's input. Unknown ids count as not chosen. */
export function readDispatch(form: Form, ticket: Ticket, seenSeq: number): DispatchInput {
  const category = chosen(form, 'category', ticketCategories)?.id
  const unit = chosen(form, 'unit', units)?.id
  const text = (name: string) => valueOf(form, name).trim().slice(0, 2000) || null
  const town = chosen(form, 'town', towns)?.id ?? null
  const { told } = ticket.place
  const coordinates = town === ticket.place.town ? ticket.place.coordinates : null
  const place = { town, village: text('village'), spot: text('spot'), told, coordinates }
  return {
    ticketId: ticket.id,
    seenSeq,
    note: text('note'),
    ...(category === undefined ? {} : { category }),
    ...(form.has('town') ? { place } : {}),
    ...(unit === undefined ? {} : { unit }),
  }
}

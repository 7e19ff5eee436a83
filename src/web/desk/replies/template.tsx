import type { ReplyState, TemplateVersion } from '#app/replies/templates.ts'
import { workingStatuses } from '#domain/ticket/status.ts'
import { dateTime } from '#doors/format.ts'
import { statusLabels } from '#doors/label-tables.ts'
import { categoryLabel, ticketCategories } from '#doors/labels.ts'
import { HeadRow } from '#web/components/head-row.tsx'
import { Select } from '#web/components/pieces.tsx'
import { valueOf } from '#web/form.ts'
import type { Form } from '#web/form.ts'
import { replyPageTexts as say } from './texts.ts'

/** The states a template may be kept to. */
export const states: readonly { readonly id: ReplyState; readonly label: string }[] =
  workingStatuses.map((id) => ({ id, label: statusLabels[id] }))

/** Of which cases a template is. */
export function useInWords({ category, state }: TemplateVersion): string {
  const ofWhat = category === null ? say.everyCategory : categoryLabel(category)
  return `${ofWhat} · ${state === null ? say.everyState : statusLabels[state]}`
}

type FormProps = {
  readonly path: string
  /** 'new' for one that is not written yet. */
  readonly id: string
  readonly now: TemplateVersion | null
  readonly typed: Form | null
}

function Which({
  id,
  value,
}: {
  readonly id: string
  readonly value: (name: 'category' | 'state') => string
}) {
  return (
    <div class="row">
      <div class="field">
        <label for={`${id}-category`}>{say.category}</label>
        <Select
          id={`${id}-category`}
          name="category"
          options={ticketCategories}
          chosen={value('category')}
          empty={say.everyCategory}
        />
      </div>
      <div class="field">
        <label for={`${id}-state`}>{say.state}</label>
        <Select
          id={`${id}-state`}
          name="state"
          options={states}
          chosen={value('state')}
          empty={say.everyState}
        />
      </div>
    </div>
  )
}

/** A template to be written: as typed before it was refused, else as it holds. */
export function TemplateForm({ path, id, now, typed }: FormProps) {
  const value = (name: 'name' | 'text' | 'category' | 'state') =>
    typed === null ? (now?.[name] ?? '') : valueOf(typed, name)
  const retired = typed === null ? now?.retired : valueOf(typed, 'retired') === 'yes'
  return (
    <form method="post" action={`${path}/${id}`}>
      <div class="field">
        <label for={`${id}-name`}>{say.name}</label>
        <input id={`${id}-name`} name="name" maxlength={50} value={value('name')} required />
      </div>
      <Which id={id} value={value} />
      <div class="field">
        <label for={`${id}-text`}>{say.text}</label>
        <textarea id={`${id}-text`} name="text" maxlength={2000} required>
          {value('text')}
        </textarea>
      </div>
      {now === null ? null : (
        <label class="option">
          <input type="checkbox" name="retired" value="yes" checked={retired} />
          {say.retired}
        </label>
      )}
      <button>{say.save}</button>
    </form>
  )
}

/** All that was ever written of a template, newest first. */
export function TemplateHistory({ history }: { readonly history: readonly TemplateVersion[] }) {
  return (
    <table class="cards">
      <HeadRow labels={say.head} />
      <tbody>
        {history.map(({ at, byName, name, text, retired }) => (
          <tr>
            <th scope="row">{dateTime(at)}</th>
            <td data-label={say.head.byName}>{byName}</td>
            <td data-label={say.head.name}>{retired ? `${name}（${say.isRetired}）` : name}</td>
            <td data-label={say.head.text}>{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

import { componentTexts } from './texts.ts'

const say = componentTexts.keys

/** The sheet of the keyboard's letters: opened by a question mark, or by its button. */
export function Keys() {
  return (
    <>
      <p class="soft keys-hint">{say.hint}</p>
      <dialog id="keys" aria-labelledby="keys-title">
        <h2 id="keys-title">{say.title}</h2>
        <dl class="facts">
          {say.lines.map(([key, what]) => (
            <>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </>
          ))}
        </dl>
        <form method="dialog">
          <button class="plain">{say.close}</button>
        </form>
      </dialog>
    </>
  )
}

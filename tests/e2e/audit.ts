import type { Page } from 'playwright-core'

/**
 * What is wrong with the page, everything unfolded, for somebody who reads, hears or touches it; each fault in
 * a few words.
 */
export function faultsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const all = <T extends Element>(selector: string) => [...document.querySelectorAll<T>(selector)]
    for (const one of all<HTMLDetailsElement>('details')) one.open = true
    const named = (element: Element) => element.outerHTML.slice(0, 90)
    const shown = (element: Element) => element.checkVisibility() && !element.closest('.skip')
    const levels = all('h1, h2, h3, h4, h5, h6').map((one) => Number(one.tagName.slice(1)))
    const root = document.documentElement
    const ids = all('[id]').map((one) => one.id)
    const controls = all<HTMLInputElement>('input:not([type=hidden]), select, textarea')
    const ticks = all<HTMLInputElement>('[type=radio], [type=checkbox]')
    // A small box is touched by its words.
    const touched = [
      ...all('button, summary, select, textarea, .button, input').filter(
        (one) => !ticks.some((tick) => tick === one),
      ),
      ...ticks.map((one) => one.labels?.[0] ?? one),
    ]
    const left = /\b(?:undefined|null|NaN)\b|\[object|\{[a-zA-Z]+\}/.exec(document.body.innerText)
    return [
      ...(root.lang.startsWith('zh') ? [] : ['the language of the page is not said']),
      ...(levels.filter((level) => level === 1).length === 1 ? [] : ['not one h1']),
      ...(levels.some((level, at) => level > (levels[at - 1] ?? 0) + 1) ? ['a heading skips'] : []),
      ...(document.querySelector('main') === null ? ['no main'] : []),
      ...(root.scrollWidth > root.clientWidth ? [`wider than the screen`] : []),
      ...(left === null ? [] : [`says ${left[0]}`]),
      ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `two of id ${id}`),
      ...all('img:not([alt]), th:not([scope])').map(named),
      ...controls.filter((one) => one.labels?.length !== 1).map((one) => `no label: ${named(one)}`),
      ...all<HTMLElement>('button, a, summary, legend, label')
        .filter((one) => one.textContent.trim() === '' && !one.ariaLabel)
        .map((one) => `no name: ${named(one)}`),
      ...touched
        .filter((one) => shown(one) && one.getBoundingClientRect().height < 43.5)
        .map((one) => `too low to touch: ${named(one)}`),
    ]
  })
}

import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'

/** What anybody would try here first. */
const ours = ['huiying', 'miyun', 'beijing', '12345', 'admin', 'administrator', 'password']
/** Of 0 to 4: fewer than a hundred million guesses is weak. */
const leastScore = 3
/** Longer ones are judged by their beginning: the check takes longer than linear. */
const mostJudged = 72

const estimator = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })

/** Whether a password is among those that are tried first: common, repeated, a row of keys, one's own name. */
export function isWeak(
  password: string,
  { username, name }: { readonly username: string; readonly name: string },
): boolean {
  const own = [username, ...username.split(/[._]/), name, ...ours]
  const judged = password.slice(0, mostJudged)
  return estimator.check(judged, own).score < leastScore
}

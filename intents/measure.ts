/** One message judged. `ranked`: class names, best first. */
export type Judged = {
  readonly primary: string
  /** Other categories that readers would have accepted. */
  readonly secondary: readonly string[]
  readonly ranked: readonly string[]
  readonly confidence: number
  readonly abstain: boolean
  /** The first ranked goes to the same desk as the primary one. */
  readonly sameDoor: boolean
}

export type Measures = {
  readonly n: number
  readonly top1: number
  /** The first ranked is the primary one or one of the secondary. */
  readonly accepted: number
  readonly door: number
  readonly top3: number
  readonly macroF1: number
  readonly scopePrecision: number
  readonly scopeRecall: number
  readonly coverage: number
  readonly accuracyCovered: number
  /** Expected calibration error over ten bins of confidence. */
  readonly calibrationError: number
}

const notComplaints = new Set(['env-inquiry', 'out-of-scope'])

/** The figures of the evaluation: macro F1 is over the classes that occur as a primary one. */
export function measure(judged: readonly Judged[]): Measures {
  const right = judged.filter((one) => one.ranked[0] === one.primary)
  const covered = judged.filter((one) => !one.abstain)
  const saidIn = judged.filter((one) => !notComplaints.has(one.ranked[0] ?? ''))
  const isIn = judged.filter((one) => !notComplaints.has(one.primary))
  const both = saidIn.filter((one) => !notComplaints.has(one.primary))
  return {
    n: judged.length,
    top1: share(right.length, judged.length),
    accepted: share(judged.filter(isAccepted).length, judged.length),
    door: share(judged.filter(({ sameDoor }) => sameDoor).length, judged.length),
    top3: share(
      judged.filter((one) => one.ranked.slice(0, 3).includes(one.primary)).length,
      judged.length,
    ),
    macroF1: macroF1(judged),
    scopePrecision: share(both.length, saidIn.length),
    scopeRecall: share(both.length, isIn.length),
    coverage: share(covered.length, judged.length),
    accuracyCovered: share(
      covered.filter((one) => one.ranked[0] === one.primary).length,
      covered.length,
    ),
    calibrationError: calibrationError(judged),
  }
}

function isAccepted({ primary, secondary, ranked: [said] }: Judged): boolean {
  return said !== undefined && (said === primary || secondary.includes(said))
}

/** Precision, recall and F1 of one class. */
export function ofClass(
  judged: readonly Judged[],
  name: string,
): {
  readonly n: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
} {
  const said = judged.filter((one) => one.ranked[0] === name).length
  const is = judged.filter((one) => one.primary === name)
  const hit = is.filter((one) => one.ranked[0] === name).length
  const precision = share(hit, said)
  const recall = share(hit, is.length)
  return { n: is.length, precision, recall, f1: hit === 0 ? 0 : (2 * hit) / (said + is.length) }
}

function macroF1(judged: readonly Judged[]): number {
  const names = [...new Set(judged.map((one) => one.primary))]
  return share(
    names.reduce((sum, name) => sum + ofClass(judged, name).f1, 0),
    names.length,
  )
}

function calibrationError(judged: readonly Judged[]): number {
  let error = 0
  for (let bin = 0; bin < 10; bin += 1) {
    const within = judged.filter((one) => Math.min(9, Math.floor(one.confidence * 10)) === bin)
    if (within.length === 0) continue
    const sure = within.reduce((sum, one) => sum + one.confidence, 0)
    const right = within.filter((one) => one.ranked[0] === one.primary).length
    error += Math.abs(sure - right) / judged.length
  }
  return error
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

const hour = 3_600_000
const day = 24 * hour

/** Numbers of the rulebook. Those marked "setting" are not confirmed from a primary source. */
export const settings = {
  /** After two returns the units confer (rulebook, Return). */
  returnsBeforeConference: 2,
  /** Second handlings before the bureau supervises instead (rulebook, Call-back: twice at most). */
  maxReopenings: 2,
  /** By when the handler answers an order the house itself gives after the last of them (setting). */
  supervisionReplyMs: 3 * day,
  /** A citizen may reopen this long after closing (setting). */
  reopenWithinMs: 30 * day,
  /** Waiting for the citizen pauses the solving clock at most this long, over all questions of a handling. */
  maxPauseMs: 3 * day,
  /** A called unit reports in within this time of the whistle (setting). */
  reportInWithinMs: { urgent: 2 * hour, otherwise: day },
  /** Urging is recorded at most once a day. */
  urgeEveryMs: day,
  /**
   * Hours of the day (Beijing) in which slow classes are warned of and citizens are reminded; what is urgent or
   * fast rings at any hour, for the duty staff (setting).
   */
  serviceHours: { from: 8, to: 20 },
  /** Share of a clock at which the yellow warning comes. */
  yellowAt: 0.8,
  /** After the deadline: to the unit's lead, then to the inspector. */
  escalateAfterMs: { 'unit-lead': day, inspector: 2 * day },
  /** Unanswered call-backs are asked again, then go to the phone queue. */
  callbackReminderAfterMs: [day, 2 * day],
  callbackToPhoneAfterMs: 3 * day,
  callbackPhoneAttempts: 3,
  /** Weights of the composite (setting). */
  weights: { contacted: 0.1, solved: 0.45, satisfied: 0.45 },
  /** What a partly solved, basically satisfied answer counts (settings). */
  partlySolved: 0,
  basicallySatisfied: 1,
  /** Units with fewer valid tickets are marked. */
  smallSample: 10,
} as const

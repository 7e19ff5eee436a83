const hour = 3_600_000
const day = 24 * hour

/**
 * Numbers of the rulebook, in one place, for the office to change. Those marked "setting" are not confirmed from a
 * primary source. How long each clock runs is in routing/limits.ts. Milliseconds unless a name says otherwise.
 */
export const settings = {
  /** After two returns the units confer (rulebook, Return). */
  returnsBeforeConference: 2,
  /** Of so many redispatches the citizen is told, of the last that it is the last told (setting). */
  redispatchesTold: 2,
  /** A conference is decided within this time of being called (setting). */
  conferenceWithinMs: day,
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
  /** Without a sign of life for longer the house was out of order; a clock put back by more is told (settings). */
  outageAfterMs: 5 * 60_000,
  setBackAfterMs: 60_000,
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
  /** A person is erased this long after their ticket has ended (setting). */
  retentionYears: 2,
  /**
   * Who has no ticket is forgotten after so many days of silence; words and files that never came into a ticket, and
   * the talk about tickets that are over, after as many (setting).
   */
  unconfirmedDays: 30,
  /** The hour of the night (Beijing) in which the database is written anew where something was erased (setting). */
  rewriteAt: 3,
  /** Two complaints on the same matter: what counts how much, and from where on a person is asked (settings). */
  duplicates: {
    /** These and `townOnly` or `village` are the parts of a score from 0 to 1. */
    category: 0.3,
    village: 0.2,
    spot: 0.15,
    text: 0.25,
    time: 0.1,
    /** A township alone says little. */
    townOnly: 0.05,
    /** Further apart than this is not the same occurrence (rulebook, Common problems: 30 days). */
    windowMs: 30 * day,
    closeMs: 3 * day,
    /** Shares of common pairs of characters from which words count as alike. */
    alikeText: 0.3,
    alikeSpot: 0.5,
    /** Offered to a person from this score on; nothing is ever merged by score alone. */
    offerFrom: 0.5,
  },
  /** One person who opens or writes very much is pointed out to the dispatch desk (settings). */
  flooding: {
    /** Complaints of one person in a day, counted by case; those of danger do not count. */
    casesADay: 6,
    messagesAnHour: 60,
    /** After a decision the rule keeps still this long. */
    quietMs: day,
    /** A block lasts so many days at most. */
    blockDaysAtMost: 30,
  },
} as const

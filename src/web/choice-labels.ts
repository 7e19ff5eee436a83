import type { ChoiceList } from '#domain/ticket/kinds.ts'
import * as texts from './texts.ts'

/** What each value of a closed list is called. */
export const choiceLabels: { readonly [L in ChoiceList]: Readonly<Record<string, string>> } = {
  urgency: texts.urgencyLabels,
  'contact-method': texts.contactMethodLabels,
  'return-reason': texts.returnReasonLabels,
  'report-how': texts.reportHowLabels,
  solved: texts.solvedLabels,
  satisfied: texts.satisfiedLabels,
  'exclusion-ground': texts.exclusionGroundLabels,
  'give-up': texts.giveUpLabels,
  'callback-way': texts.callbackWayLabels,
  channel: texts.channelLabels,
  'queue-reason': texts.queueLabels,
  'closed-reason': texts.closedLabels,
  'decided-by': texts.deskTexts.decidedBy,
  clock: texts.clockLabels,
  'side-clock': texts.sideClockLabels,
  'alarm-level': texts.alarmLevelLabels,
  'ticket-kind': texts.ticketKindLabels,
}

import type { ChoiceList } from '#domain/ticket/kinds.ts'
import {
  alarmLevelLabels,
  callbackWayLabels,
  channelLabels,
  clockLabels,
  closedLabels,
  contactMethodLabels,
  exclusionGroundLabels,
  giveUpLabels,
  queueLabels,
  reportHowLabels,
  returnReasonLabels,
  satisfiedLabels,
  sideClockLabels,
  solvedLabels,
  ticketKindLabels,
  urgencyLabels,
} from '#doors/label-tables.ts'
import { whyTexts } from '#web/desk/why/texts.ts'

/** What each value of a closed list is called. */
export const choiceLabels: { readonly [L in ChoiceList]: Readonly<Record<string, string>> } = {
  urgency: urgencyLabels,
  'contact-method': contactMethodLabels,
  'return-reason': returnReasonLabels,
  'report-how': reportHowLabels,
  solved: solvedLabels,
  satisfied: satisfiedLabels,
  'exclusion-ground': exclusionGroundLabels,
  'give-up': giveUpLabels,
  'callback-way': callbackWayLabels,
  channel: channelLabels,
  'queue-reason': queueLabels,
  'closed-reason': closedLabels,
  'decided-by': whyTexts.decidedBy,
  clock: clockLabels,
  'side-clock': sideClockLabels,
  'alarm-level': alarmLevelLabels,
  'ticket-kind': ticketKindLabels,
}

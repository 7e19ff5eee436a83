import * as open from './open.ts'
import * as classify from './classify.ts'
import * as place from './place.ts'
import * as setUrgency from './set-urgency.ts'
import * as dispatch from './dispatch.ts'
import * as refer from './refer.ts'
import * as merge from './merge.ts'
import * as unmerge from './unmerge.ts'
import * as accept from './accept.ts'
import * as assign from './assign.ts'
import * as contact from './contact.ts'
import * as note from './note.ts'
import * as returnTicket from './return.ts'
import * as upholdReturn from './uphold-return.ts'
import * as addUnits from './add-units.ts'
import * as finishPart from './finish-part.ts'
import * as askCitizen from './ask-citizen.ts'
import * as supplement from './supplement.ts'
import * as requestExtension from './request-extension.ts'
import * as approveExtension from './approve-extension.ts'
import * as refuseExtension from './refuse-extension.ts'
import * as requestSuspension from './request-suspension.ts'
import * as approveSuspension from './approve-suspension.ts'
import * as refuseSuspension from './refuse-suspension.ts'
import * as review from './review.ts'
import * as urge from './urge.ts'
import * as supervise from './supervise.ts'
import * as answerSupervision from './answer-supervision.ts'
import * as whistle from './whistle.ts'
import * as reportIn from './report-in.ts'
import * as finishWhistlePart from './finish-whistle-part.ts'
import * as closeWhistle from './close-whistle.ts'
import * as resolve from './resolve.ts'
import * as startCallback from './start-callback.ts'
import * as remindCallback from './remind-callback.ts'
import * as attemptCallback from './attempt-callback.ts'
import * as rate from './rate.ts'
import * as giveUpCallback from './give-up-callback.ts'
import * as markFalseCallback from './mark-false-callback.ts'
import * as reopen from './reopen.ts'
import * as withdraw from './withdraw.ts'
import * as proposeExclusion from './propose-exclusion.ts'
import * as answerExclusion from './answer-exclusion.ts'
import * as approveExclusion from './approve-exclusion.ts'
import * as refuseExclusion from './refuse-exclusion.ts'
import * as keepSecret from './keep-secret.ts'
import * as publish from './publish.ts'
import * as releaseFiles from './release-files.ts'
import * as tick from './tick.ts'
import * as erase from './erase.ts'
import type { CommandOf } from '../declare.ts'
import type { DataOf, Fields } from '../kinds.ts'

/** Every step of the mechanism, in the order of its buttons. What the rest of the house knows of it is derived. */
export const steps = [
  open.open,
  classify.classify,
  place.place,
  setUrgency.setUrgency,
  dispatch.dispatch,
  refer.refer,
  merge.merge,
  unmerge.unmerge,
  accept.accept,
  assign.assign,
  contact.contact,
  note.note,
  returnTicket.returnTicket,
  upholdReturn.upholdReturn,
  addUnits.addUnits,
  finishPart.finishPart,
  askCitizen.askCitizen,
  supplement.supplement,
  requestExtension.requestExtension,
  approveExtension.approveExtension,
  refuseExtension.refuseExtension,
  requestSuspension.requestSuspension,
  approveSuspension.approveSuspension,
  refuseSuspension.refuseSuspension,
  review.review,
  urge.urge,
  supervise.supervise,
  answerSupervision.answerSupervision,
  whistle.whistle,
  reportIn.reportIn,
  finishWhistlePart.finishWhistlePart,
  closeWhistle.closeWhistle,
  resolve.resolve,
  startCallback.startCallback,
  remindCallback.remindCallback,
  attemptCallback.attemptCallback,
  rate.rate,
  giveUpCallback.giveUpCallback,
  markFalseCallback.markFalseCallback,
  reopen.reopen,
  withdraw.withdraw,
  proposeExclusion.proposeExclusion,
  answerExclusion.answerExclusion,
  approveExclusion.approveExclusion,
  refuseExclusion.refuseExclusion,
  keepSecret.keepSecret,
  releaseFiles.releaseFiles,
  publish.publish,
  tick.tick,
  erase.erase,
] as const

/** Every event a step leads to. */
export const events = [
  open.opened,
  open.queued,
  classify.classified,
  place.placed,
  setUrgency.urgencySet,
  dispatch.dispatched,
  dispatch.redispatched,
  refer.referred,
  merge.merged,
  unmerge.unmerged,
  accept.accepted,
  assign.assigned,
  contact.contacted,
  note.noted,
  returnTicket.returned,
  returnTicket.conferenceCalled,
  upholdReturn.returnUpheld,
  addUnits.unitsAdded,
  finishPart.partDone,
  askCitizen.citizenAsked,
  supplement.supplemented,
  requestExtension.extensionRequested,
  approveExtension.extensionApproved,
  refuseExtension.extensionRefused,
  requestSuspension.suspensionRequested,
  approveSuspension.suspensionApproved,
  refuseSuspension.suspensionRefused,
  review.reviewed,
  urge.urged,
  supervise.supervised,
  answerSupervision.supervisionAnswered,
  whistle.whistleOpened,
  reportIn.reportedIn,
  finishWhistlePart.whistlePartDone,
  closeWhistle.whistleClosed,
  resolve.resolved,
  startCallback.callbackStarted,
  remindCallback.callbackReminded,
  attemptCallback.callbackAttempted,
  rate.rated,
  giveUpCallback.unreachable,
  giveUpCallback.closed,
  markFalseCallback.falseCallbackMarked,
  reopen.reopened,
  withdraw.withdrawn,
  proposeExclusion.exclusionProposed,
  answerExclusion.exclusionAnswered,
  approveExclusion.exclusionApproved,
  refuseExclusion.exclusionRefused,
  keepSecret.secrecyAsked,
  releaseFiles.filesReleased,
  publish.published,
  tick.warned,
  tick.escalated,
  tick.reminded,
  tick.answerOverdue,
  erase.erased,
] as const

type Steps = (typeof steps)[number]

export type TicketCommandType = Steps['command']

/** What a person, a rule or a timer asks of a ticket. */
export type TicketCommand = {
  readonly [S in Steps as S['command']]: CommandOf<S['command'], DataOf<S['input']>>
}[TicketCommandType]

/** Those a person fills in a form for, or sends over the API. */
type StaffStep = Extract<Steps, { readonly asks: Fields }>

/** What staff ask of a ticket: a command without what only the house can add. */
export type StaffCommand = {
  readonly [S in StaffStep as S['command']]: CommandOf<S['command'], DataOf<S['asks']>>
}[StaffStep['command']]

// Safe because the lists hold exactly the declarations of their types.
export const stepsByCommand = Object.fromEntries(
  steps.map((step) => [step.command, step]),
) as unknown as { readonly [S in Steps as S['command']]: S }

export const eventsByType = Object.fromEntries(
  events.map((event) => [event.type, event]),
) as unknown as { readonly [E in (typeof events)[number] as E['type']]: E }

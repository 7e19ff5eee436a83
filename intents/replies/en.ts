import type { ReplyKey } from './types.ts'

/** What the bot says in English; the same keys as zh-hans.ts. */
export const replies = {
  greeting:
    'Hello, this is the Miyun District environment desk. Please tell us what is wrong and where, for example: "a barbecue stall smokes every night at 果园西里".',
  thanks: 'You are welcome. Tell me if anything changes; say "progress" to see how far it is.',
  patience:
    'I understand this is upsetting. Please tell me what is wrong and where, and I will pass it on at once.',
  sticker: 'Got it. Please tell me in words: what is wrong, and where?',
  'not-understood':
    'I did not quite understand. Please tell me what is wrong and where. For other matters call 12345.',
  'not-understood.again':
    'I still do not understand. Please put it another way: what is wrong, and where? You can also talk to a person, or call 12345.',
  'slow-down': 'You are sending a lot of messages. Please wait a minute before the next one.',

  'danger.fire': 'Fire: call 119 now. Get out, stay low, use the stairs!',
  'danger.gas':
    'Gas leak: call 119 now. Close the valve, open windows, leave; no switches, no flames!',
  'danger.chemical':
    'Dangerous substances leaking: call 119 now. Go upwind, keep away; if anybody feels ill call 120!',
  'danger.explosion':
    'Danger of explosion: call 119 now. Leave, keep away, no flames; for the injured call 120!',
  'danger.co':
    'This may be carbon monoxide: call 120 now. Open windows, carry them outside, put out the stove; for a fire 119!',
  'danger.medical':
    'Somebody poisoned, unconscious or hurt: call 120 now. Fresh air, nothing to drink, stay with them!',
  'danger.trapped':
    'Somebody trapped, buried or in the water: call 119 now. Do not go in, do not pull, keep watch; for injuries 120!',
  'danger.electric':
    'Electric danger: call 119 now. Keep away, do not touch, cut the power; for injuries 120, power repairs 95598!',
  'danger.violence':
    'Violence: call 110 now. Get away, lock the door, do not fight; for injuries 120!',
  'danger.self-harm':
    'Please call 110 or 120 now, and do not leave them alone; to talk to somebody, the helpline 12356 is there day and night.',
  'danger.crash':
    'Accident with injured: call 120 and 122 now. Stay clear, do not move them, warn others!',
  'danger.unknown':
    'Somebody is in danger: call 110, 119 or 120 now. Get away, call for help, then tell me!',

  'ask.noise': 'Where does the noise come from?',
  'ask.dust': 'Where does the dust come from?',
  'ask.smell': 'Where does the smell come from?',
  'ask.smoke': 'Where does the smoke come from?',
  'ask.water': 'Which of these is it?',
  'ask.waste': 'Which of these is it?',
  'ask.category': 'What kind of problem is it?',
  'ask.between': 'Which one is it?',
  'ask.place': 'Which township or street, and where exactly? For example: 溪翁庄镇走马庄村.',
  'ask.place-again':
    'I still need the township or street (such as 果园街道) and the village or compound.',
  'ask.candidates': 'Several places have this name. Which one do you mean?',
  'ask.photo-place':
    'Your photo says it was taken around {place}. Is that where the problem is? If not, please tell us the township and the spot.',
  'ask.candidates-pin': 'Your pin is near the border of several townships. Which one is it?',
  'ask.pin-town':
    'Your pin for ticket {number} is near the border of several townships. Which one is it?',
  'ask.correction': 'What should be changed? Just say it, for example: "not fumes, noise".',
  'ask.ticket-number': 'Please tell me the ticket number (it begins with MY).',
  'ask.which-ticket': 'You have several open tickets. Which one do you mean?',
  'ask.meant': 'I am not sure what you mean; your words are kept. Is it:',
  'ask.withdraw': 'Withdraw ticket {number} ({category})? It will not be worked on any more.',

  'choice.confirm': 'Confirm',
  'choice.correct': 'Change',
  'choice.cancel': 'Cancel',
  'choice.elsewhere': 'Not there',
  'word.joint': '; ',
  'word.or': ' or ',
  'choice.none': 'None of these',
  'choice.yes': 'Yes, contacted',
  'choice.no': 'Not contacted',
  'choice.solved': 'Solved',
  'choice.partly': 'Partly solved',
  'choice.unsolved': 'Not solved',
  'choice.satisfied': 'Satisfied',
  'choice.basically': 'Basically satisfied',
  'choice.unsatisfied': 'Not satisfied',
  'choice.withdraw': 'Withdraw it',
  'choice.keep': 'Keep it',
  'choice.mine': 'That is right',
  'choice.not-mine': 'No, I will answer myself',
  'choice.speak': 'Have my say',
  'choice.not-now': 'Not now',
  'choice.urge': 'Urge this one',
  'choice.same': 'The same matter',
  'choice.another': 'Another matter',
  'choice.add': 'Add to my ticket',
  'choice.status': 'Ask for progress',
  'choice.anew': 'A new complaint',
  'choice.handoff': 'Talk to a person',
  'choice.site': 'A building site',
  'choice.shop-or-factory': 'A shop or factory',
  'choice.public-road-neighbour': 'Square, road, neighbour',
  'choice.road': 'Road or lorries',
  'choice.bare-ground': 'Bare ground, heaps',
  'choice.kitchen': 'Restaurant or barbecue',
  'choice.factory-or-repair': 'Factory, car repair',
  'choice.waste-water-farm': 'Waste, water, farm',
  'choice.burning': 'Somebody burning',
  'choice.chimney-or-vehicle': 'Chimney or vehicle',
  'choice.discharge': 'Somebody discharging',
  'choice.drain': 'Drain overflowing',
  'choice.river': 'Dirty river, dumping',
  'choice.dumped-on-land': 'Dumped on land',
  'choice.dumped-in-river': 'Dumped in a river',

  summary:
    'Please check:\n{items}\nWhere: {place}{when}\nSay "yes" if it is right, or tell me what is not.',
  'summary.item':
    '· {category} → {handler}\n  Basis: {clause} "{sentence}"\n  To be solved by {due}',
  'summary.item-place': '\n  Place: {place}',
  'summary.when': '\nWhen: {when}',
  opened:
    'Received. Ticket number:\n{numbers}{code}\nYou will be told here when it is accepted, when you are contacted, and when it is done.',
  'opened.item': '{number} ({category}, {handler}, by {due})',
  'opened.code':
    '\nSecret code: {code}. Please note it: with the number and the code you can look it up from any phone.',
  'opened.phone':
    'If you would like to be called, send a phone number; photos and further details are welcome at any time.',
  'opened.desk':
    'I am not sure which unit answers for this, so a dispatcher will decide; nothing is lost. Ticket number: {number}, to be dispatched by {due}.{code}',
  'opened.same':
    'Noted. Ticket number: {number}. A dispatcher checks it by {due} and joins it to {into}; you hear of the progress all the same.{code}',
  noted: 'Noted; it will be passed on with the rest.',
  'phone.noted': 'Your phone number is noted; only those who must call you can see it.',
  secrecy: 'Your identity is kept secret: the unit cannot see who you are.',

  'out-of-scope':
    'Sorry, this is not a matter for the environment desk. Please call 12345; in danger call 110, 119 or 120.',
  'out-of-scope.wages':
    'Sorry, wages and labour disputes are not for this desk. Please call 12345.',
  'out-of-scope.water-power-heat':
    'Sorry, water, power and heating are not for this desk. Please call 12345.',
  'out-of-scope.property':
    'Sorry, housing and property management are not for this desk. Please call 12345.',
  'out-of-scope.parking-traffic':
    'Sorry, parking and traffic are not for this desk. Please call 12345, or 122 for offences.',
  'out-of-scope.schooling': 'Sorry, schooling is not for this desk. Please call 12345.',
  'out-of-scope.illegal-building':
    'Sorry, illegal building is not for this desk. Please call 12345.',
  'out-of-scope.consumer':
    'Sorry, consumer disputes are not for this desk. Please call 12315 or 12345.',
  'out-of-scope.road-repair':
    'Sorry, road repair and street lamps are not for this desk. Please call 12345.',
  'out-of-scope.police': 'Sorry, this is a matter for the police. In an emergency call 110.',
  outside: 'This place is in {name}, outside Miyun District. Please call 12345.',
  inquiry: '{answer} (Source: {clause})',
  'inquiry.handles':
    '{category} is handled by {handler}, supported by {supporting}. To report a case, tell me where it is and what happens.',
  'inquiry.local': 'the local town or street',
  'inquiry.none':
    'The plan has no ready answer to this; please call 12345. To report pollution, tell me what and where.',

  'answer.who':
    'I am the automatic assistant of the Miyun environment desk, a robot; real people dispatch and handle every case. To talk to one, reply "talk to a person".',
  'answer.anonymous':
    'You may stay anonymous. Your name and phone are kept apart, sealed, and not on the case; say "keep it secret" and the unit does not see who reported it, nor does the party complained of.',
  'answer.no-typing': 'You need not type: call 12345 and an operator takes it down for you.',
  'answer.photos':
    'Yes, send photos, videos, recordings or a position right here; they go with your complaint.',
  'answer.phone':
    'For the duty phone of the unit please call 12345, which puts you through. Leave a mobile number and the officer will call you.',
  'answer.withdrawn':
    'Once withdrawn the case is not handled any more, with no other effect; you can report it again at any time.',
  'answer.words':
    '"Signed for": the unit has taken it. "Whistle": a township calls several departments on site. "Extended": more time was approved. "Excluded": not counted in the rates. "Closed" after your rating ends the case; it can be reopened within 30 days.',
  'answer.word.whistle':
    'A "whistle": the township calls several bureaus to the place, and they have to come in time.',
  'answer.word.extension':
    'An "extension": the unit gives its reasons and, once approved, the deadline moves; you are told the new day.',
  'answer.word.exclusion':
    'An "exclusion": the case does not count in the rates of the unit, for instance where it is not its business; it is handled all the same.',
  'answer.word.closed':
    '"Closed": the case has ended; if the trouble is back within 30 days, say so and it is handled again.',
  'answer.word.second-handling':
    '"Second handling": you said that it was not solved or that you were not satisfied, so the unit handles it once more.',
  'answer.word.supervision':
    '"Supervision": the district keeps an eye on the case, and the unit has to report in time.',
  'answer.word.accept': '"Accepted": the unit has taken the case on and answers for it from then.',
  'answer.word.dispatch': '"Dispatched": your case was given to the unit that answers for it.',
  'answer.word.suspension':
    '"Suspended": it cannot be done for now; the reason and when it goes on are on record.',
  'answer.word.code':
    'The "secret code" has eight letters and digits; with it and the number you can look the case up from any phone.',
  'answer.word.lead': 'The "lead unit" answers for the case and replies to you.',
  'answer.word.supporting': 'A "supporting unit" helps the lead unit.',
  'answer.word.resolved':
    '"Resolved": the unit has finished and written its reply; then you are asked whether you were contacted, whether it is solved, whether you are satisfied.',
  'answer.word.swift-response':
    '"Swift response": every complaint is dispatched and handled at once, and your word on it counts in the rates of the unit.',
  'answer.word.conference':
    'A "conference": where several units say it is not theirs, the dispatcher brings them together to settle it.',
  'answer.word.callback':
    'The "call-back": after it is resolved you are asked three things, and your answers count.',
  'answer.basis':
    'That depends on the matter: tell me what is wrong and where, and the summary names the clause of the plan and what it says.',
  'answer.basis.here': 'This rests on {clause}: "{sentence}"; {unit} answers for it.',
  'answer.who-handles.desk':
    'A dispatcher is deciding which unit answers for this, by {due}; you are told as soon as it is dispatched.',
  'answer.why-slow.here':
    'Sorry to keep you waiting. {unit} answers for this and has until {due}; when that is over, its people and the inspectors are reminded. Say "urge" and I remind them at once.',
  'answer.rating':
    'Your answers count in the rating of the unit: what is not solved or not satisfactory is handled a second time. It has no effect on you.',
  'answer.why-place':
    'Which township and unit is responsible depends on where it is; a village, an estate or a crossing will do.',
  'answer.why-several':
    'Different units answer for these problems, so each becomes a case of its own and none waits for the other.',
  'answer.why-unit':
    'The unit follows from the action plan and the place; the clause stands on the card and the case. If it is not theirs, the dispatcher sends it on.',
  'answer.why-unit.here':
    '{unit} is responsible for this by the action plan and the place; if it is not theirs, the dispatcher sends it on.',
  'answer.fine':
    'Whether and how much is fined is decided by the departments with that power (city enforcement, environment) once the facts are proved; the reply says what came of it.',
  'answer.overdue':
    'When a deadline passes the system reminds the officer, the lead and the inspector, and it counts in their rates; say "hurry up" and I urge it at once, or call 12345.',
  'answer.why-slow':
    'Sorry for the wait. Every step has a deadline, and the system reminds the officer, the lead and the inspector when it is over; say "hurry up" and I urge it at once.',
  'answer.how-long':
    'Usually within 7 days, fast ones within 24 hours, urgent ones within 2 hours; you are told every step here.',
  'answer.how-long.here': 'This one is due by {due}; you are told every step here.',
  'answer.who-handles': 'Tell me what it is and where, and I can say which unit handles it.',
  'answer.who-handles.here': '{unit} handles this one.',
  'answer.next':
    'Next it goes to the unit, which signs for it, contacts you and deals with it; then you are asked here how it went.',
  'answer.reward': 'I find no rule on rewards for reports here; please ask 12345.',
  'answer.cost': 'It is free of charge.',
  'answer.noise-hours':
    'Night usually means 22:00 to 6:00; construction at night near homes is not allowed except emergencies or with a permit and notice.',
  'answer.decibels':
    'In residential areas usually 55 dB by day and 45 dB at night; at the edge of a building site 70 and 55 dB. The unit measures on site where needed.',
  'answer.hours':
    'You can report here around the clock; people are on duty at night and on holidays.',
  'answer.what':
    'This is the environment complaints desk of Miyun: smoke, noise, dust, smells, sewage, waste, burning. Tell me where and what, and I send it to the unit responsible.',
  'answer.no-phone':
    'You need not leave a number: the ticket number and code are enough to follow it. If you do, only those who must reach you see it.',
  'answer.at-home':
    'You need not wait at home. Officers call first and look at the place by themselves.',
  'answer.look-up':
    'Reply “progress”; on another device use the tracking page with number and code, or call 12345.',
  'answer.add-later':
    'Yes. Say it here afterwards: it is added to the ticket or corrected there; photos too.',
  'answer.recur':
    'If it comes back within 30 days, say so and it is handled again; later, just report it anew.',
  'answer.allowed':
    'Whether it breaks a rule is for the unit to find on the spot; the ticket names the clause. Tell me where and what.',
  'answer.other-number':
    'For water, power, heating, housing or wages call 12345; police 110, fire 119, ambulance 120.',
  'answer.unknown':
    'I cannot answer that reliably. Please call 12345, or reply "talk to a person".',
  praise: 'Thank you for the kind words!',
  'praise.passed': 'Thank you for the kind words, they are passed on to the people who handled it.',
  suggest: 'Thank you for the suggestion. To submit it formally, please call 12345.',
  'suggest.passed':
    'Thank you for the suggestion, it is noted in case {number}, where the people handling it can see it.',
  'keep.none': 'All right, nothing is withdrawn; it continues as before.',
  'rate-again':
    'A rating cannot be changed once given. If the problem is not solved or is back, just say so: within 30 days it is handled again.',
  unclear: 'I am not sure what you meant and do not want to get it wrong. Please tap:',
  insulted: 'Sorry, I understand you are upset. Tell me the problem and I will do what I can.',
  heard: 'All right, take your time.',
  'secrecy.after':
    'Your name and phone are not on the case, and the party complained of cannot see them; this wish is not shown to the unit either.',

  cancelled:
    'All right, nothing was submitted. Your words are kept: say "resume" if you change your mind.',
  'stale-button': 'That button belongs to an earlier question.',
  current: 'Your complaint has not been submitted yet; please go on.',
  nothing:
    'I am not waiting for an answer now. Tell me what is wrong and where, or say "progress" to see how far it is.',
  resumed: 'You were saying: {text}',
  shelved:
    'What you told last time ("{text}") was not submitted and is kept; say "resume" to go on with it.',

  'status.line': '{number} ({category}): {status}.\n{handler}{step}{due}',
  'status.step': ', {step}',
  'status.handler': 'Unit: {unit}',
  'status.desk': 'Waiting at the dispatch desk',
  'status.due': ', to be solved by {due}',
  'status.unknown':
    'I cannot find {number} among yours. Please check it, or use the tracking page with number and code.',
  supplemented: 'Added to ticket {number}; the unit can see it.{place}',
  'place.changed': '\nPlace: {before} → {after}',
  'place.pinned': '\nThe pin is added; place: {place}',
  urged: 'The unit has been urged ({number}). {status}',
  'offer.same':
    'Somebody nearby has already reported: {category}, {place}; now {status} (ticket {number}). If it is the same matter, choose “The same matter”: both are handled as one, and you hear of the progress all the same.',
  'ask.repeat':
    'This sounds like your ticket {number} ({category}, {place}), now: {status}. Shall we urge that one, or is it another matter?',
  'urged.again':
    '{number} has already been urged today; what you said is added to it and the unit can see it.',
  withdrawn: 'Ticket {number} is withdrawn. Tell me whenever there is something again.',
  kept: 'All right, the ticket goes on.',
  handoff: 'A dispatcher will see all you said. Ticket number: {number}.{code}',
  'handoff.open': 'The dispatcher knows that you want a person; it is noted on ticket {number}.',
  'handoff.none':
    'A person can take over. First say in a sentence what is wrong and where, with a phone number if you like; or call 12345.',

  'callback.contacted':
    'About ticket {number} ({category}), three short questions:\n1. Did the unit contact you?',
  'callback.solved': '2. Is the problem solved?',
  'callback.satisfied': '3. Are you satisfied with how it was handled?',
  'callback.reminder': 'We have not had your answer yet; one tap is enough.',
  'callback.repeat': 'Please choose an answer, or say it in your own words.',
  'callback.closed':
    'Thank you. Ticket {number} is closed. If it comes back within 30 days, tell me.',
  'callback.reopened':
    'We are sorry it was not solved. Ticket {number} is handled a second time and the unit will contact you.',
  'callback.final': 'Thank you, your answer is recorded. Ticket {number} goes to an inspector.',

  'told.final':
    'Ticket {number} ({category}) was followed up by an inspector; {unit} has answered the district in writing, and it is now filed.',
  'told.dispatched': 'Ticket {number} ({category}) went to {unit}, to be solved by {due}.',
  'told.rated':
    'Ticket {number}: the operator noted your answers on the phone as “{solved}, {satisfied}”. If that is not what you meant, please correct it: your own word counts.',
  'told.false-callback':
    'The call noted on ticket {number} did not take place as written. It has been struck out, and we are asking you again.',
  'verdict.kept': 'Thank you. Your answers on the phone stand.',
  'told.redispatched-last':
    'Ticket {number} ({category}) is now with {unit}. Further moves between offices will not be announced one by one; the deadline stays: {due}.',
  'told.redispatched':
    'Ticket {number} ({category}) is now handled by {unit}; the deadline stays {due}.',
  'told.accepted': '{unit} accepted ticket {number} and will contact you soon.',
  'told.contacted': '{unit} recorded that it contacted you (ticket {number}).',
  'told.extended': 'Ticket {number} is extended to {due}. Reason: {reason}.',
  'told.asked': '{unit} asks (ticket {number}): {question}',
  'told.resolved': 'Ticket {number} ({category}) is done. {unit} says:\n{reply}',
  'told.referred': 'Ticket {number} is not an environmental matter and went to {to}.',
  'told.merged': 'Ticket {number} is the same matter as {into} and goes on there.',
  'told.unmerged':
    'Ticket {number} no longer goes with {into}; it is being dispatched on its own and you will be told.',
  'opened.held':
    'Your complaint is noted as {number}. As you have sent us a lot lately, a person looks at new ones before they are sent on, until {until}; this one will be looked at by {due}. Nothing is lost, and danger is handled at once as always. {code}',
  'held.added':
    'Added to ticket {number}; a person will look at it together with the rest. Until {until} new complaints are looked at by hand first; nothing is lost.',
  'flood.folded':
    'The {count} complaints you sent lately look like one matter. They now go on together in ticket {number}; all you said is kept. Reason: {reason}. If they are different matters, please reply and say so.',
  'flood.blocked':
    'You have sent us a lot lately. So that nothing important is missed, a person looks at your new complaints before they are sent on, until {until}. Nothing is lost, and danger is handled at once as always. Reason: {reason}. If you disagree, please reply "talk to a person".',
  'flood.lifted': 'Your new complaints are sent on directly again. Reason: {reason}.',
  'told.reopened': 'Ticket {number} is handled a second time by {unit}, by {due}.',
  'told.exclusion':
    'It is proposed to leave ticket {number} ({category}) out of the unit’s rates: {ground}. You may have your say; another inspector decides.',
  'told.excluded':
    'Ticket {number} ({category}) is left out of the unit’s rates. You may appeal once; an inspector who has not dealt with it decides.',
  'told.excluded-final':
    'After the appeal ticket {number} ({category}) stays out of the unit’s rates.',
  'told.included': 'Ticket {number} ({category}) counts in the unit’s rates.',
  'ask.exclusion':
    'Please tell what you know. Your next message is added to ticket {number}; phone numbers and the like are masked.',
  'exclusion.heard': 'Added to ticket {number}; whoever decides will see it.',
  'ground.unlawful-demand': 'not lawful or not reasonable to meet',
  'ground.outside-powers': 'outside the district’s powers',
  'ground.malicious-or-repeated': 'malicious, or repeated after a final answer',
  'ground.untrue': 'facts shown untrue',
  'ground.force-majeure': 'force majeure',
  'ground.system-outage': 'outage of our system',
  'told.phone':
    'We did not get your answer. If you left a number, somebody will call you; you can still answer here.',

  'step.opened': 'received',
  'step.queued': 'waiting for dispatch',
  'step.dispatched': 'dispatched {time}',
  'step.accepted': 'accepted {time}',
  'step.contacted': 'contacted you {time}',
  'step.noted': 'new note {time}',
  'step.returned': 'returned to the desk {time}',
  'step.whistled': 'other units called in {time}',
  'step.asked': 'asked you {time}',
  'step.extended': 'extended {time}',
  'step.resolved': 'done {time}',
  'step.reopened': 'second handling since {time}',
  'step.closed': 'closed {time}',

  'state.pending': 'waiting for dispatch',
  'state.dispatched': 'dispatched, not yet accepted',
  'state.accepted': 'accepted',
  'state.in-progress': 'in progress',
  'state.awaiting-citizen': 'waiting for your answer',
  'state.suspended': 'scheduled',
  'state.conference': 'in conference',
  'state.resolved': 'done, waiting for your rating',
  'state.reopened': 'second handling',
  'state.closed': 'closed',
  'state.withdrawn': 'withdrawn',
  'state.merged': 'merged',
  'state.referred': 'referred',

  'annex.climate': 'Climate',
  'annex.air': 'Air',
  'annex.water': 'Water',
  'annex.soil': 'Soil',
  'annex.ecology': 'Ecology',
  clause: '{annex} {task}',
  'place.told': '{place} (told as: {told})',
  'place.unknown': 'to be checked',

  'text-cut':
    'Your message is very long: I have read the first {read} characters. The other {left} are kept but not read yet. If what matters is there, please send it in several messages.',
  'too-fast':
    'You are writing faster than I can answer. Everything has arrived and nothing is lost. Please wait a moment; I will answer it all together. If anybody is in danger, call 119 or 120 now.',
  'in-group':
    'I do not take complaints in a group, where others can read them. Please add me as a friend and tell me alone: what is wrong, and where? (Staff: enter the group id {group} at the desk to get notices here.)',
  'choice.location': 'Send location',
  'card.summary': 'Please check',
  'card.receipt': 'Accepted',
  'card.callback': 'How did it go?',
  'card.number': 'Number',
  'card.category': 'What',
  'card.place': 'Where',
  'card.when': 'When',
  'card.handler': 'Unit',
  'card.clause': 'Clause',
  'card.clause-of': '{clause}: {sentence}',
  'card.due': 'By',
  'card.due-by': 'done by {due}',
  'card.step': 'Last step',
  'card.follow':
    'You will be told here when it is accepted, when you are contacted and when it is done.',
  'card.hint': 'Press "Confirm" if it is right, or just say what is not.',

  'refused.too-often': 'You have urged today already; you may urge again tomorrow.',
  'refused.wrong-status':
    'This cannot be done in the ticket\'s present state. Say "progress" to see it.',
  'refused.too-late': 'It is too late for this. Please report it anew.',
  'refused.limit-reached':
    'This ticket has been handled several times and is with an inspector now.',
  'refused.already-done': 'You have rated it already, thank you.',
  'refused.other': 'That did not work, but your words are kept. Please try again or call 12345.',
} as const satisfies Record<ReplyKey, string>

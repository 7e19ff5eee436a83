/**
 * What staff read of each step, one row a step. `label`: on its button. `hint`: what to know before taking it.
 * `fields`: what a field is called here, where that is not its usual name. `events`: what history says of what came
 * of it – a name, then a line for each `{field}` that has something to say; `says` puts a value into words.
 * `notices`: what units and offices are told, and which of their choices it belongs to.
 */
export const stepWords = {
  open: {
    label: '受理',
    events: {
      opened: {
        label: '受理诉求',
        lines: ['来源：{channel}', '类别：{category}', '地点：{place}'],
      },
      queued: { label: '转派单台', lines: ['原因：{reason}', '说明：{note}'] },
    },
    notices: { queued: { kind: 'to-dispatch', text: '有工单等待派单' } },
  },
  classify: {
    label: '改定类别',
    events: { classified: { label: '改定类别', lines: ['类别：{category}', '说明：{note}'] } },
  },
  place: {
    label: '改定地点',
    events: { placed: { label: '改定地点', lines: ['地点：{place}'] } },
  },
  'set-urgency': {
    label: '改定紧急程度',
    hint: '时限随之改变，答应市民的办结时间不会推后。',
    events: {
      'urgency-set': { label: '改定紧急程度', lines: ['紧急程度：{urgency}', '说明：{note}'] },
    },
  },
  dispatch: {
    label: '派单',
    events: {
      dispatched: {
        label: '派单',
        lines: ['主办：{handler}', '协办：{supporting}', '{decidedBy}', '说明：{note}'],
      },
      redispatched: {
        label: '改派',
        lines: [
          '第 {round} 次',
          '原主办：{from}',
          '主办：{handler}',
          '协办：{supporting}',
          '{decidedBy}',
          '说明：{note}',
        ],
      },
    },
    notices: {
      dispatched: { kind: 'dispatched', text: '新工单派到本单位，请签收' },
      supporting: { kind: 'part', text: '请本单位协办' },
      'taken-away': { kind: 'return-decided', text: '工单已改派其他单位' },
    },
  },
  refer: {
    label: '转介其他部门',
    hint: '不属于本平台受理范围的，转给其他部门，本平台不再办理。',
    events: { referred: { label: '转介', lines: ['转往：{to}', '说明：{note}'] } },
    notices: { referred: { kind: 'ended', text: '工单已转介' } },
  },
  merge: {
    label: '并单',
    hint: '同一件事的工单并到一张上办理，市民仍会得到答复。请填主单编号。',
    fields: { intoNumber: '并入工单编号' },
    events: { merged: { label: '并单', lines: ['并入工单 {intoNumber}'] } },
    notices: { merged: { kind: 'ended', text: '工单已并入另一件' } },
  },
  unmerge: {
    label: '撤销并单',
    hint: '并错了，或主单已撤：回到派单台单独派单，会告诉市民。请写明理由。',
    events: {
      unmerged: {
        label: '撤销并单',
        lines: ['不再并入工单 {fromNumber}', '说明：{note}'],
        says: { note: { null: '主单已由反映人撤诉，其他人的诉求继续办理' } },
      },
    },
    notices: { unmerged: { kind: 'to-dispatch', text: '撤销并单，等待派单' } },
  },
  accept: {
    label: '签收',
    hint: '签收后由本单位主办，请按时限联系诉求人。',
    events: { accepted: { label: '签收', lines: [] } },
  },
  assign: {
    label: '交办',
    hint: '交给本单位的一位同事经办，工单会出现在对方的“待我处理”里。本单位仍是主办，市民看不到这一步。',
    fields: { to: '交给谁' },
    events: { assigned: { label: '交办', lines: ['交给：{toName}', '说明：{note}'] } },
    notices: { assigned: { kind: 'dispatched', text: '有工单交给您经办' } },
  },
  contact: {
    label: '登记联系',
    hint: '先联系、后办理。写清何时联系、对方怎么说。',
    events: { contacted: { label: '联系诉求人', lines: ['方式：{method}', '说明：{note}'] } },
  },
  note: {
    label: '添加办理记录',
    hint: '记录现场情况和进展，市民看不到。',
    events: { noted: { label: '办理记录', lines: ['{text}'] } },
  },
  return: {
    label: '退单',
    hint: '退单须写明理由；认为不归本单位、不在本辖区的，还要写建议的承办单位或依据的条款。退两次后转会商。',
    events: {
      returned: {
        label: '退单',
        lines: [
          '第 {round} 次',
          '理由：{reason}',
          '说明：{note}',
          '建议转：{proposedUnit}',
          '依据：{clause}',
        ],
      },
      'conference-called': { label: '转会商', lines: ['单位：{units}'] },
    },
    notices: {
      conference: { kind: 'conference', text: '请本单位参加会商' },
      conferring: { kind: 'to-decide', text: '两次退单，等待会商决定' },
    },
  },
  'uphold-return': {
    label: '退单不成立',
    hint: '退回原单位继续办理，请写明依据。',
    events: {
      'return-upheld': {
        label: '退单不成立，退回原单位',
        lines: ['主办：{handler}', '说明：{note}', '依据：{clause}'],
      },
    },
    notices: {
      'return-upheld': { kind: 'return-decided', text: '退单未获同意，请继续办理' },
    },
  },
  'add-units': {
    label: '加派协办单位',
    hint: '加派的单位能看到这张工单，主办单位不变。不填期限时，以办结时限为准。',
    events: {
      'units-added': {
        label: '加派协办单位',
        lines: ['单位：{units}', '说明：{note}', '期限：{due}'],
      },
    },
    notices: { part: { kind: 'part', text: '请本单位协办一部分' } },
  },
  'finish-part': {
    label: '本单位协办已完成',
    hint: '说明本单位做了什么，主办单位会看到。',
    events: { 'part-done': { label: '协办单位完成', lines: ['{unit}', '说明：{note}'] } },
  },
  'ask-citizen': {
    label: '请市民补充',
    hint: '问题会发给市民，等候期间办结时限暂停，最多 3 天。',
    events: {
      'citizen-asked': { label: '请市民补充', lines: ['问：{question}', '期限：{until}'] },
    },
  },
  supplement: {
    label: '补充情况',
    hint: '代来电市民补充：时间、地点、变化。',
    fields: { text: '市民说' },
    events: {
      supplemented: {
        label: '市民补充',
        lines: ['{text}', '附件 {attachments} 件', '地点：{place}'],
      },
    },
    notices: { supplemented: { kind: 'supplemented', text: '市民补充了情况' } },
  },
  'request-extension': {
    label: '申请延期',
    hint: '只能申请一次，须在办结时限前提出，由派单员或督办人审批。',
    events: {
      'extension-requested': { label: '申请延期', lines: ['到：{until}', '理由：{reason}'] },
    },
    notices: { 'extension-requested': { kind: 'to-decide', text: '有延期申请待审批' } },
  },
  'approve-extension': {
    label: '同意延期',
    hint: '同意后，答应市民的办结时间随之改变，市民会收到通知。',
    events: { 'extension-approved': { label: '同意延期', lines: ['到：{until}', '说明：{note}'] } },
    notices: { 'extension-approved': { kind: 'request-decided', text: '延期申请已同意' } },
  },
  'refuse-extension': {
    label: '不同意延期',
    hint: '请写明理由，办结时限不变。',
    events: { 'extension-refused': { label: '不同意延期', lines: ['说明：{note}'] } },
    notices: { 'extension-refused': { kind: 'request-decided', text: '延期申请未同意' } },
  },
  'request-suspension': {
    label: '申请挂账',
    hint: '暂时无法解决的，写明原因、计划和复核日期，由派单员或督办人审批。',
    events: {
      'suspension-requested': {
        label: '申请挂账',
        lines: ['理由：{reason}', '计划：{plan}', '复核：{reviewAt}'],
      },
    },
    notices: { 'suspension-requested': { kind: 'to-decide', text: '有挂账申请待审批' } },
  },
  'approve-suspension': {
    label: '同意挂账',
    hint: '同意后暂停计时，到复核日期恢复办理。',
    events: { 'suspension-approved': { label: '同意挂账', lines: ['说明：{note}'] } },
    notices: { 'suspension-approved': { kind: 'request-decided', text: '挂账申请已同意' } },
  },
  'refuse-suspension': {
    label: '不同意挂账',
    hint: '请写明理由，继续办理。',
    events: { 'suspension-refused': { label: '不同意挂账', lines: ['说明：{note}'] } },
    notices: { 'suspension-refused': { kind: 'request-decided', text: '挂账申请未同意' } },
  },
  review: {
    label: '复核并恢复办理',
    hint: '恢复办理，重新计时。',
    events: { reviewed: { label: '复核挂账，恢复办理', lines: ['说明：{note}'] } },
    notices: { reviewed: { kind: 'request-decided', text: '挂账结束，请继续办理' } },
  },
  urge: {
    label: '催办',
    hint: '代来电市民催办，每天最多一次。',
    fields: { text: '市民说' },
    events: { urged: { label: '市民催办', lines: ['{text}'] } },
    notices: { urged: { kind: 'urged', text: '市民催办' } },
  },
  supervise: {
    label: '督办',
    hint: '主办单位必须在答复期限前答复。',
    events: {
      supervised: {
        label: '督办',
        lines: ['要求：{order}', '期限：{replyDue}'],
        says: {
          order: {
            '': '两次二次办理后市民仍不认可，自动转督办。请书面说明办理情况、原因和下一步措施。',
          },
        },
      },
    },
    notices: { supervised: { kind: 'supervised', text: '区级督办，请按期书面答复' } },
  },
  'answer-supervision': {
    label: '答复督办',
    hint: '答复督办人。',
    events: { 'supervision-answered': { label: '答复督办', lines: ['{reply}'] } },
    notices: { 'supervision-answered': { kind: 'to-decide', text: '督办已答复' } },
  },
  whistle: {
    label: '吹哨',
    hint: '叫相关部门到场或线上报到。不填期限时，紧急 2 小时，其他 24 小时。',
    fields: { purpose: '吹哨事由', place: '集合地点', due: '报到期限' },
    events: {
      'whistle-opened': {
        label: '吹哨',
        lines: ['单位：{units}', '事由：{purpose}', '地点：{place}', '期限：{due}'],
      },
    },
    notices: { whistle: { kind: 'whistle', text: '镇街吹哨，请本单位报到' } },
  },
  'report-in': {
    label: '报到',
    hint: '写明谁到场、何时到、情况如何。过了期限再报到记为迟到。',
    fields: { whistleId: '哪一次吹哨', how: '报到方式' },
    events: {
      'reported-in': {
        label: '报到',
        lines: ['{unit}', '{how}', '{late}', '说明：{note}'],
        says: { late: { true: '迟到', false: '' } },
      },
    },
  },
  'finish-whistle-part': {
    label: '哨单任务完成',
    hint: '本单位在这次吹哨里做了什么，完成没有。',
    fields: { whistleId: '哪一次吹哨', done: '任务是否完成' },
    events: {
      'whistle-part-done': {
        label: '哨单任务',
        lines: ['{unit}', '{done}', '说明：{note}'],
        says: { done: { true: '已完成', false: '未完成' } },
      },
    },
  },
  'close-whistle': {
    label: '结束吹哨',
    hint: '结束后没有报到的单位记为未到，计入考评。',
    fields: { whistleId: '哪一次吹哨' },
    events: { 'whistle-closed': { label: '吹哨结束', lines: ['未到：{absent}', '说明：{note}'] } },
  },
  resolve: {
    label: '办结',
    hint: '答复会原样发给市民，并请市民评价是否解决、是否满意。',
    events: {
      resolved: {
        label: '办结',
        lines: [
          '给市民的答复：{publicReply}',
          '内部说明：{internalNote}',
          '办结前检查出：{overruled}',
          '仍要办结的理由：{despite}',
        ],
      },
    },
  },
  'start-callback': {
    label: '开始回访',
    hint: '改为电话回访，不再等市民在原渠道回答。',
    events: {
      'callback-started': {
        label: '开始回访',
        lines: ['{via}'],
      },
    },
  },
  'remind-callback': {
    label: '提醒回访',
    events: { 'callback-reminded': { label: '提醒回访', lines: ['第 {attempt} 次'] } },
  },
  'attempt-callback': {
    label: '登记电话回访',
    hint: '三个不同的半天都没有接通，记为未联系上。',
    events: {
      'callback-attempted': {
        label: '电话回访',
        lines: ['第 {attempt} 次', '{reached}', '说明：{note}'],
        says: { reached: { true: '已接通', false: '未接通' } },
      },
    },
  },
  rate: {
    label: '登记评价',
    hint: '先登记接通的电话，再按市民的回答填写。市民会收到这份记录，不是她的意思可以改，以她自己的为准。',
    fields: { answeredBy: '谁接的电话', how: '谁打给谁' },
    events: {
      rated: {
        label: '市民评价',
        lines: [
          '{overrules}',
          '联系过市民：{contacted}',
          '是否解决：{solved}',
          '是否满意：{satisfied}',
          '市民说：{comment}',
          '接电话的人：{answeredBy}',
          '{how}',
        ],
        says: { overrules: { true: '市民本人更正了坐席的登记', false: '' } },
      },
    },
  },
  'give-up-callback': {
    label: '登记联系不上',
    hint: '三次电话都没有接通，或者没有任何联系方式，才可以登记。',
    fields: { because: '情形' },
    events: {
      unreachable: { label: '回访未联系上', lines: [] },
      closed: { label: '归档', lines: ['{reason}'] },
    },
  },
  'mark-false-callback': {
    label: '标记虚假回访',
    hint: '坐席登记的评价不是市民的意思：评价作废，重新回访，单独计数。请写明怎样查实的。',
    events: {
      'false-callback-marked': {
        label: '虚假回访，评价作废',
        lines: ['登记的时间：{ratedAt}', '说明：{note}'],
      },
    },
  },
  reopen: {
    label: '重新办理',
    hint: '来电市民说问题又出现了，归档后 30 天内可以重新办理。',
    events: {
      reopened: {
        label: '二次办理',
        lines: ['第 {round} 次', '理由：{reason}', '期限：{deadlines.solve}'],
        says: {
          reason: {
            partly: '市民评价部分解决',
            unsolved: '市民评价未解决',
            unsatisfied: '市民不满意',
          },
        },
      },
    },
    notices: { reopened: { kind: 'reopened', text: '市民回访未认可，二次办理' } },
  },
  withdraw: {
    label: '撤诉',
    hint: '来电市民明确说不再反映，才可以代为撤诉。',
    events: { withdrawn: { label: '市民撤诉', lines: ['理由：{reason}'] } },
    notices: { withdrawn: { kind: 'ended', text: '市民已撤诉' } },
  },
  'propose-exclusion': {
    label: '提请剔除',
    hint: '由另一位督办人决定，必须有证据。市民会收到通知，可以说明情况。',
    events: {
      'exclusion-proposed': { label: '提请剔除', lines: ['情形：{ground}', '证据：{evidence}'] },
    },
    notices: {
      'exclusion-proposed': { kind: 'to-decide', text: '有剔除提请待另一人决定' },
      'exclusion-heard': { kind: 'request-decided', text: '有人提请剔除，本单位可以说明意见' },
    },
  },
  'answer-exclusion': {
    label: '对剔除说明情况',
    hint: '主办单位和市民各可说明一次；同意剔除之后再说明，算作申诉，由没有办过的督办人重新决定。',
    fields: { text: '要说明的情况（代市民登记时，写市民的话）' },
    events: { 'exclusion-answered': { label: '对剔除说明情况', lines: ['{text}'] } },
    notices: { 'exclusion-appealed': { kind: 'to-decide', text: '剔除有异议，待再次决定' } },
  },
  'approve-exclusion': {
    label: '同意剔除',
    hint: '同意后不计入三率，理由留存。',
    events: { 'exclusion-approved': { label: '同意剔除', lines: ['说明：{note}'] } },
    notices: { 'exclusion-approved': { kind: 'request-decided', text: '剔除已同意' } },
  },
  'refuse-exclusion': {
    label: '不同意剔除',
    hint: '请写明理由，照常计入三率。',
    events: { 'exclusion-refused': { label: '不同意剔除', lines: ['说明：{note}'] } },
    notices: { 'exclusion-refused': { kind: 'request-decided', text: '剔除未同意' } },
  },
  'keep-secret': {
    label: '要求保密',
    hint: '从现在起，承办单位看不到诉求人是谁，已经写下的话也一并遮盖。登记后不能撤回。',
    events: { 'secrecy-asked': { label: '市民要求保密', lines: [] } },
  },
  'release-files': {
    label: '放行附件',
    hint: '保密工单的照片、录音、文件，看过确认不会暴露诉求人，再放行给承办单位。以后新来的附件要另看。',
    events: { 'files-released': { label: '放行附件', lines: [] } },
  },
  publish: {
    label: '公开原文',
    hint: '看过确认不涉及个人，才公开诉求原文和答复。本单位没有开启公开时，公开渠道仍然看不到。',
    events: { published: { label: '公开原文', lines: [] } },
  },
  tick: {
    label: '时限检查',
    events: {
      warned: {
        label: '时限预警',
        lines: ['{clock}：{level}'],
        says: { level: { yellow: '时限已过八成', red: '已到时限' } },
      },
      escalated: { label: '超期上报', lines: ['{clock}超期，上报{to}'] },
      reminded: {
        label: '期限提醒',
        lines: ['{clock}（{unit}）：{level}'],
        says: {
          level: {
            yellow: '时限已过八成',
            red: '已到时限',
            'unit-lead': '超期，上报单位负责人',
            inspector: '超期，上报督办人',
          },
        },
      },
      'answer-overdue': { label: '市民未在期限内补充，继续办理', lines: [] },
    },
    notices: {
      yellow: { kind: 'yellow', text: '时限已过八成' },
      red: { kind: 'red', text: '时限已到，尚未完成' },
      escalated: { kind: 'escalated', text: '超期上报' },
      'report-late': { kind: 'whistle', text: '有单位没有按时报到' },
      'answer-overdue': { kind: 'supplemented', text: '市民没有在期限内补充，请继续办理' },
    },
  },
  erase: {
    label: '清除个人信息',
    hint: '清除诉求文字、诉求人、具体位置、附件，以及市民和工作人员写下的话；办理经过和三率不变。清除后不能恢复。',
    events: {
      erased: {
        label: '个人信息已清除',
        lines: ['清除：诉求文字、诉求人、具体位置、附件，以及各方写下的话'],
      },
    },
  },
} as const

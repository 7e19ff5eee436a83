import type { RefusalCode } from '#domain/refusal.ts'

/** Why something was refused, and what to do next. */
export const refusalTexts = {
  'not-found': '没有找到。请核对编号，或者回到列表重新打开。',
  'wrong-status': '工单现在的状态（{status}）不能做这一步。请看最新历史，再选下一步。',
  'not-allowed': '您的岗位不能做这一步。需要时请联系派单员或管理员。',
  'not-your-unit': '这一步由主办单位办理，您所在单位现在不是主办。',
  'already-done': '这一步已经做过了，不用重复。',
  'too-late': '已超过规定时限，不能再做这一步。请联系派单员。',
  'too-early': '还没到可以做这一步的时候。',
  'too-often': '今天已经登记过了，明天可以再来。',
  'missing-contact': '还没有联系过诉求人。请先登记联系情况，再办结。',
  'missing-call':
    '还没有登记过接通的回访电话，不能代市民评价。请先“开始回访”改为电话，打过去，登记接通，再填评价。',
  unproven:
    '办结前检查发现下面的问题，还没有办结。请补好再办结；确实可以办结的，写明理由，理由和检查结果一起留在历史里。',
  'missing-category': '请先选定类别。',
  'missing-place': '请先选定镇街，才能确定单位。',
  'same-unit': '这张工单已经在这个单位了，请选另一个单位。',
  'second-person-needed': '提请人不能自己审批，请另一位督办人处理。',
  'limit-reached': '次数已到上限。',
  'nothing-pending': '没有待处理的申请，可能已被别人处理。',
  'invalid-input': '有内容没有填好，请检查后再提交。',
  'changed-meanwhile': '刚才有人先处理了这张工单，您的操作没有执行。请看下面的变化，再决定下一步。',
  'way-off': '这种通知方式没有开启，请联系管理员。',
} as const satisfies Record<RefusalCode, string>

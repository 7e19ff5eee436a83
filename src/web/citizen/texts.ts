export const trackDone = {
  supplement: '补充情况已记录，承办单位会看到。',
  urge: '催办已记录，承办单位会看到。',
  withdraw: '已撤诉，不再办理。',
  rate: '已记录，谢谢您。',
  reopen: '已重新办理。',
  'answer-exclusion': '已记录，决定的人会看到。',
} as const

/** Refusals as a citizen reads them; others as for staff. */
export const citizenRefusals = {
  'wrong-status': '这张工单现在是“{status}”，不能做这一步。',
  'not-allowed': '这张工单不能这样做。需要帮助请在对话里说“转人工”，或拨打 12345。',
  'too-late': '已经过了可以重新办理的时间。问题还在的话，请在对话里重新反映。',
  'too-often': '今天已经催过了，承办单位能看到。明天还可以再催。',
  'limit-reached': '这张工单已不能再重新办理。问题还在的话，请在对话里重新反映。',
  'already-done': '这一步已经做过了，不用重复。',
  'changed-meanwhile': '刚才工单有新的变化，请看最新情况，再决定要不要做。',
  'nothing-pending': '现在没有等您回答的问题。',
} as const

/** A unit's own page of its score. */
export const ownScoreTexts = {
  title: '{unit}的成绩',
  caption: '{period}，有效件 {n} 件',
  place:
    '三个月滚动排名：同组 {among} 个单位中第 {n} 名，排名得分 {score}；再多一件好评为第 {good} 名，再多一件差评为第 {bad} 名。',
  noPlace: '三个月有效件不到 10 件，只列得分 {score}，不排名次。',
  unplaced: '这三个月没有有效件，不参加排名。',
  pulls: '拉低得分的 {n} 件',
  pullsHint:
    '按没有做到的项数排。认为有法定理由不应计入的，到工单里申请剔除，写明理由和证据，由督办人决定。',
  pullsCaption: '没有联系、没有解决或者不满意的工单',
  canAct: '还可以办的',
  canActHint: '在本单位手里的工单，最先到期的在前',
  toBeCalled: '等待回访的',
  toBeCalledHint: '已办结、市民还没有回答的工单',
} as const

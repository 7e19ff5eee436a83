/** The page of a unit's templates of replies. */
export const replyPageTexts = {
  title: '答复模板',
  intro:
    '办结时按一下模板就填进答复，核对后再按“办结”。写大括号里的名称，系统按工单填上：{facts}。要承办人自己写的，写成“【请填写：…】”，没有填的办结时会提醒。模板由单位负责人修改，每一版都留着。',
  readOnly: '只有单位负责人可以修改。',
  none: '还没有模板。',
  add: '新的模板',
  change: '修改',
  name: '名称',
  text: '答复',
  category: '哪一类诉求',
  everyCategory: '各类都用',
  state: '什么时候用',
  everyState: '不论状态',
  retired: '停用（不再列出，记录还在）',
  save: '保存',
  saved: '已保存。',
  isRetired: '已停用',
  history: '修改记录（{n} 版）',
  head: { at: '写于', byName: '谁', name: '名称', text: '答复' },
  invalid: '没有保存。请检查：{fields}。',
  unknown: '没有叫“{unknown}”的一项，可以用的是：{facts}。',
} as const

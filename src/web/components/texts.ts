export const componentTexts = {
  paging: '翻页',
  tickets: '工单列表',
  supporting: '本单位协办',
} as const

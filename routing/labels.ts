/** The plan's own heads for the cells of a measure. */
export const measureLabels = {
  deadline: '完成时限',
  lead: '牵头部门',
  primary: '主责单位',
  supporting: '协办单位',
} as const

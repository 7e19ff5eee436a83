import type { UnitGroupData } from '../types.ts'

/**
 * Units the plan names as a group. `members` says whom a clause with the group reaches: 'all-towns' the 20
 * townships and streets and the park, 'rural-towns' those that end in 镇,
 * 'of-the-place' the township of the complaint, 'unnamed' a circle the plan does not list.
 */
export const unitGroups = [
  {
    id: 'all-towns',
    label: '各镇街（地区）',
    members: 'all-towns',
    aliases: ['各镇街'],
  },
  { id: 'all-rural-towns', label: '各镇', members: 'rural-towns', aliases: [] },
  {
    id: 'towns-concerned',
    label: '相关镇街（地区）',
    members: 'of-the-place',
    aliases: ['相关镇街', '相关镇'],
  },
  {
    id: 'other-departments',
    label: '其他相关委办局',
    members: 'unnamed',
    aliases: ['其他各相关委办局', '相关区直部门', '等部门', '等行业主管部门', '等相关单位'],
  },
  {
    id: 'public-institutions',
    label: '全区党政机关、事业单位和社会团体',
    members: 'unnamed',
    aliases: ['全区党政机关、事业单位和社会体'],
  },
  {
    id: 'air-emergency-members',
    label: '区空气重污染应急指挥部成员单位',
    members: 'unnamed',
    aliases: [],
  },
  {
    id: 'nitrogen-group-members',
    label: '总氮治理专项工作小组成员单位',
    members: 'unnamed',
    aliases: [],
  },
  {
    id: 'soil-group-members',
    label: '土壤污染综合防控工作小组成员单位',
    members: 'unnamed',
    aliases: [],
  },
  {
    id: 'plastic-group-members',
    label: '创建塑料污染治理规范化示范区工作领导小组成员单位',
    members: 'unnamed',
    aliases: [],
  },
  {
    id: 'eco-civilization-members',
    label: '区委生态文明委成员单位',
    members: 'unnamed',
    aliases: [],
  },
] as const satisfies readonly UnitGroupData[]

export type UnitGroupId = (typeof unitGroups)[number]['id']

import type { UnitId } from '#routing/units.ts'

export const roles = [
  'citizen',
  'officer',
  'unit-lead',
  'dispatcher',
  'operator',
  'inspector',
  'administrator',
  'system',
] as const

/** 市民, 承办人, 单位负责人, 派单员, 坐席, 督办人(区生态环境局), 管理员, and the house itself (timers, rules). */
export type Role = (typeof roles)[number]

/** Who acts. `unit` is set for officers and unit leads; `id` is an account id, a citizen id, or 'system'. */
export type Actor = {
  readonly id: string
  readonly role: Role
  readonly unit: UnitId | null
  readonly name: string
}

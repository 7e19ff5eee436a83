import { z } from '@hono/zod-openapi'
import { staffRoles } from '#doors/staff-auth.ts'

export const accountSchema = z
  .object({
    id: z.string(),
    username: z.string(),
    name: z.string(),
    role: z.enum(staffRoles),
    unit: z.string().nullable(),
    disabled: z.boolean(),
    mustChangePassword: z.boolean(),
    hasSecondFactor: z.boolean(),
    mustAddFactor: z.boolean(),
  })
  .openapi('Account')

// Extends zod before anything makes a schema: files of a process share what they have loaded, in any order.
import '@hono/zod-openapi'
import { afterAll } from 'vitest'
import { endFile } from './after-file.ts'

// A module's own afterAll would be heard once in a process, not after each file.
afterAll(endFile)

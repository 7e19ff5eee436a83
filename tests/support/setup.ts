// Extends zod before anything makes a schema: files of a process share what they have loaded, in any order.
import '@hono/zod-openapi'

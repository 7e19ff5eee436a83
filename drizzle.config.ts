import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'sqlite',
  schema: ['./db/schema.ts', './db/notice-schema.ts', './db/auth-schema.ts'],
  out: './db/migrations',
})

import { readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'vitest'
import { play } from './play.ts'
import { readTranscripts } from './transcript.ts'
import { openWorld } from './world.ts'

const folder = new URL('./', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.txt'))

describe.each(files)('the transcript %s holds line by line', (file) => {
  const conversations = readTranscripts(readFileSync(new URL(file, folder), 'utf8'))

  it.each(conversations)('$title', async (conversation) => {
    const world = await openWorld()
    try {
      await play(world, conversation)
    } finally {
      world.close()
    }
  })
})

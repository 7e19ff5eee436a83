// Whoever signs out leaves nothing of their calls on the machine.

import { dropAllDrafts } from './call-draft.js'

dropAllDrafts()

import js from '@eslint/js'
import ts from 'typescript-eslint'

/** Channels, and whose code each may share: WeChat's three doors speak one protocol. */
const channels = {
  alarm: [],
  email: [],
  line: [],
  open311: [],
  webhook: [],
  wechat: [],
  'wechat-official': ['wechat'],
  wecom: ['wechat', 'wechat-official'],
}

/** Rooms where people and programs come in; what they share lies in src/doors. */
const doors = ['channels', 'web', 'api']

/** Rooms and what each may never import as a value. `types`: type imports stay allowed. */
const rooms = [
  {
    files: ['intents/**/*.ts'],
    forbid: [
      '^#(?!intents/)',
      '^node:',
      '^hono',
      '^drizzle',
      '^@line',
      '^wechaty',
      '\\.\\./routing',
      '\\.\\./src',
      '\\.\\./db',
    ],
    why: 'intents imports nothing but itself',
  },
  {
    files: ['intents/**/*.ts', 'src/**/*.ts'],
    ignores: ['intents/natural.ts', 'intents/natural-library.d.ts'],
    forbid: ['^natural'],
    why: 'only intents/natural.ts knows natural',
  },
  {
    files: ['routing/**/*.ts'],
    forbid: [
      '^#(?!routing/)',
      '^node:',
      '^hono',
      '^drizzle',
      '^@line',
      '^wechaty',
      '\\.\\./src',
      '\\.\\./db',
      '\\.\\./intents',
    ],
    except: ['#intents/readable.ts'],
    types: true,
    why: 'routing imports nothing but itself (types of intents, and how text is read)',
  },
  {
    files: ['src/domain/**/*.ts'],
    forbid: [
      '^#(?!domain/)',
      '^node:',
      '^hono',
      '^drizzle',
      '^@line',
      '^wechaty',
      '^@logtape',
      '\\.\\./app',
      '\\.\\./web',
      '\\.\\./channels',
    ],
    except: ['#intents/opens-ticket.ts', '#routing/calendar.ts'],
    types: true,
    why: 'the domain is pure: values only from itself, types from intents and routing (what opens a ticket, and the calendar, are one for all)',
  },
  {
    files: ['src/app/**/*.ts'],
    forbid: [
      '^#(?!app/|domain/|intents/|routing/)',
      '^node:',
      '^hono',
      '^drizzle',
      '^@line',
      '^wechaty',
      '^better-',
      '\\.\\./(channels|web|server|api|cli)/',
    ],
    why: 'use cases know ports, not engines, channels or frameworks',
  },
  {
    files: ['db/**/*.ts'],
    forbid: ['^#(?!db/)', '^hono', '^@line', '^wechaty', '\\.\\./src'],
    except: ['#app/errors.ts', '#domain/ticket/status.ts', '#domain/ticket/versions.ts'],
    types: true,
    why: 'db knows drizzle, its drivers and the types of the ports',
  },
  {
    files: ['src/{channels,web,api,doors}/**/*.{ts,tsx}'],
    ignores: ['src/web/static/**'],
    forbid: ['^#db/', '^#server/', '^#cli/', '^drizzle', '^better-sqlite3'],
    types: true,
    why: 'doors talk to use cases, never to the database',
  },
  ...doors.map((door) => ({
    files: [`src/${door}/**/*.{ts,tsx}`],
    forbid: [`^#(?:${doors.filter((other) => other !== door).join('|')})/`],
    why: 'a door knows no other door: what they share lies in src/doors',
  })),
  {
    files: ['src/doors/**/*.ts'],
    forbid: [`^#(?:${doors.join('|')})/`, '\\.\\./(?:channels|web|api)/'],
    why: 'what the doors share knows none of them',
  },
  ...Object.entries(channels).map(([channel, known]) => ({
    files: [`src/channels/${channel}/**/*.{ts,tsx}`],
    forbid: [`^#channels/(?!(${[channel, ...known].join('|')})/)`, '\\.\\./\\w'],
    why: 'a channel knows no other channel',
  })),
]

/** One rule instance per room: import declarations whose source matches a forbidden pattern. */
function roomPlugin() {
  const rules = {}
  rooms.forEach((room, i) => {
    rules[`room-${i}`] = {
      meta: { type: 'problem', schema: [] },
      create(context) {
        const banned = room.forbid.map((source) => new RegExp(source))
        const check = (node) => {
          const source = node.source?.value
          if (typeof source !== 'string') return
          if (room.types && (node.importKind === 'type' || node.exportKind === 'type')) return
          if (room.except?.includes(source)) return
          if (banned.some((pattern) => pattern.test(source))) {
            context.report({ node, message: `${room.why}: '${source}' may not be imported here.` })
          }
        }
        return {
          ImportDeclaration: check,
          ExportNamedDeclaration: check,
          ExportAllDeclaration: check,
          ImportExpression: check,
        }
      },
    }
  })
  return { rules }
}

const arrows = roomPlugin()

export default ts.config(
  { ignores: ['node_modules', 'dist', 'data', '.wrangler', 'coverage', 'db/migrations'] },
  js.configs.recommended,
  ...ts.configs.strict,
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports' },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-console': 'error',
      eqeqeq: ['error', 'always'],
      complexity: ['warn', 10],
      'max-lines': ['warn', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['warn', { max: 50, skipBlankLines: true, skipComments: true }],
      'max-params': ['warn', 4],
    },
  },
  {
    files: [
      'intents/categories/**',
      'intents/dialogue/**',
      'intents/lexicon/**',
      'intents/replies/**',
      'routing/{units,responsibility,refinements,limits,holidays}.ts',
      'routing/plan/**',
      'routing/places/{towns,villages,aliases}.ts',
      'src/**/{texts,*-texts,label-tables}.ts',
      'src/domain/ticket/steps/words.ts',
      'tests/**',
    ],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
  { files: ['src/cli/**', 'tests/**'], rules: { 'no-console': 'off' } },
  {
    // Inner loops over typed arrays whose bounds are the arrays' own.
    files: [
      'intents/utterances/{model,training,read}.ts',
      'intents/{model,features,learning,training,match,rules,score,vocabulary,int-table}.ts',
    ],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['intents/**', 'routing/**', 'db/**', 'src/{domain,app,doors,channels,web,api}/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'the environment is read in src/server/config.ts',
        },
      ],
    },
  },
  {
    files: ['src/domain/**', 'intents/**', 'routing/**'],
    rules: {
      'no-restricted-globals': ['error', 'fetch', 'crypto', 'setTimeout', 'setInterval', 'process'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'time is passed in' },
        { object: 'Math', property: 'random', message: 'randomness is passed in' },
      ],
    },
  },
  {
    files: ['src/web/static/**/*.js'],
    languageOptions: {
      globals: {
        window: 'readonly',
        document: 'readonly',
        EventSource: 'readonly',
        fetch: 'readonly',
        navigator: 'readonly',
        crypto: 'readonly',
        FormData: 'readonly',
        AbortController: 'readonly',
        XMLHttpRequest: 'readonly',
        location: 'readonly',
        localStorage: 'readonly',
        sessionStorage: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        HTMLElement: 'readonly',
        Intl: 'readonly',
        URLSearchParams: 'readonly',
        console: 'readonly',
      },
    },
  },
  ...rooms.map((room, i) => ({
    files: room.files,
    ...(room.ignores ? { ignores: room.ignores } : {}),
    plugins: { arrows },
    rules: { [`arrows/room-${i}`]: 'error' },
  })),
)

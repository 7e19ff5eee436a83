/** What the bot says in simplified Chinese. `{slot}` is filled by the dialogue. */
export const replies = {
  greeting: '您好，这里是密云区生态环境诉求受理。请直接说：什么问题、在哪里。',
} as const

/** What the bot says in a group, where everybody reads it: never anything of the matter. */
export const groupTexts = {
  seePrivate: '收到，已私信您，请查看。个人情况请在私信里说。',
  addFirst: '收到。请先加我为好友，我在私信里答复您。',
} as const

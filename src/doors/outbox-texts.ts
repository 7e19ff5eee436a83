/** Why a message did not arrive, in words that say what can be done; by the reason a channel gave. */
const reasons = {
  unreadable: '这条消息用另一把密钥加密，或已损坏，解不开；请核对主密钥',
  left: '市民已退订或拉黑，不再打扰；重新关注或再来说话后可以重发',
  'channel-off': '这个渠道没有开启，请检查配置',
  'no-address': '没有这个人的渠道账号（已清除或没有留下），或账号停用、邮箱或群已删除',
  'line-quota': '本月 LINE 推送条数已用完；下月或升级套餐后重发，市民来问仍然照常回答',
  'line-400': 'LINE 不接受这条消息的内容或收件人',
  'line-401': 'LINE 不认 Channel access token，请重新签发并更换 LINE_CHANNEL_ACCESS_TOKEN',
  'line-403': '这个 LINE 账号没有发送的权限，请检查套餐',
  'line-404': 'LINE 找不到这个收件人',
  'line-429': 'LINE 说发得太快，稍后自动再试',
  'line-unreachable': '连不上 LINE，稍后自动再试；一直如此请检查网络',
  'wechat-45015': '市民 48 小时没有说话，公众号不能再主动发；请电话联系，或等市民再来说话后重发',
  'wechat-45047': '市民说一次话公众号最多发五条，已经用完；等市民再来说话后重发',
  'wechat-45009': '公众号今天的调用次数已用完，明天零点后自动再试',
  'wechat-40001': '微信不认公众号的调用凭证，稍后自动再试；一直如此请检查 WECHAT_APP_SECRET',
  'wechat-40003': '微信找不到这个收件人',
  'wechat-48001': '公众号没有客服消息的权限（需要认证），请到公众平台开通',
  'wechat-token-40125': 'WECHAT_APP_SECRET 不对，请到公众平台核对',
  'wechat-token-40164': '这台服务器的地址不在公众号的 IP 白名单里，请到公众平台添加',
  'wechat-unreachable': '连不上微信，稍后自动再试；一直如此请检查网络',
  'wecom-45009': '企业微信说发得太快，稍后自动再试',
  'wecom-60020': '这台服务器的地址不在企业微信应用的可信 IP 里，请到管理后台添加',
  'wecom-81013': '收件人不在企业微信应用的可见范围里',
  'smtp-auth': '邮件服务器的用户名或密码不对，请核对 HUIYING_SMTP_URL；改好后自动再试',
  'smtp-unreachable': '连不上邮件服务器，稍后自动再试；一直如此请检查 HUIYING_SMTP_URL 和网络',
  'smtp-550': '邮件服务器说没有这个邮箱或拒收，请本人在通知设置里更换邮箱',
  'webhook-unreachable': '连不上接口，或没有等到回答，稍后自动再试；一直如此请联系对方系统',
  'webhook-private': '接口地址指向内部网络，不允许访问；请更换地址，或设置 HUIYING_WEBHOOK_PRIVATE',
  'webhook-port': '接口地址的端口只能是 443 或 8443，请更换地址',
  'webhook-not-https': '接口地址不是 https，请更换地址',
  'webhook-not-a-url': '接口地址不对，请更换地址',
  'webhook-401': '接口没有认可签名，请核对密钥：重新添加会得到新密钥',
  'webhook-403': '接口没有认可签名，请核对密钥：重新添加会得到新密钥',
  'webhook-404': '接口地址不存在，请更换地址',
  'webhook-410': '接口已停用，请更换或删除',
  'webhook-429': '接口说发得太快，稍后自动再试',
  'wecom-robot-93000': '群机器人已删除或地址不对，请重新添加',
  'wecom-robot-45009': '群机器人每分钟最多 20 条，稍后自动再试',
  'wecom-robot-unreachable': '连不上企业微信，稍后自动再试；一直如此请检查网络',
  'wecom-unreachable': '连不上企业微信，稍后自动再试；一直如此请检查网络',
} as const
const words = new Map<string, string>(Object.entries(reasons))

/** Codes that mean the same as another. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/^webhook-5\d\d$/, '接口出了故障，稍后自动再试'],
  [/^webhook-3\d\d$/, '接口要求跳转到别处，不跟随；请填写最终的地址'],
  [/^webhook-4\d\d$/, '接口不接受这条消息，请联系对方系统'],
  [/^smtp-4\d\d$/, '邮件服务器暂时不收，稍后自动再试'],
  [/^smtp-5\d\d$/, '邮件服务器拒收这封邮件，请检查发件人和收件人'],
  [/^wecom-robot-(?:-1|45033|http-5\d\d|http-429)$/, '企业微信正忙，稍后自动再试'],
  [/^line-5\d\d$/, 'LINE 出了故障，稍后自动再试'],
  [/^wechat-(?:40014|42001)$/, '微信的调用凭证过期，稍后自动再试'],
  [/^wechat-token-/, '拿不到微信的调用凭证，请核对 WECHAT_APP_ID 和 WECHAT_APP_SECRET'],
  [/^wecom-token-/, '拿不到企业微信的调用凭证，请核对 WECOM_CORP_ID 和 WECOM_SECRET'],
  [/^(?:wechat|wecom)-(?:-1|http-5\d\d|http-429)$/, '微信正忙，稍后自动再试'],
]

/** A reason in words; null when only its code is known. */
export function outboxReason(reason: string): string | null {
  return words.get(reason) ?? alike.find(([pattern]) => pattern.test(reason))?.[1] ?? null
}

/** Why a message that came in could not be processed. */
const inboxReasons = new Map([
  ['unreadable', '这条消息用另一把密钥加密，或已损坏，解不开；请核对主密钥'],
  ['interrupted', '处理到一半程序就停了，可能是这条消息引起的；请把这一行告诉维护人员'],
  ['conflict', '别的操作总是先一步，没有轮到；可以再处理一次'],
  ['StorageUnavailable', '当时数据库不可用；恢复后可以再处理一次'],
])

/** The same of a message that came in; what is not known is a fault of the program. */
export function inboxReason(reason: string): string {
  return inboxReasons.get(reason) ?? '程序出错；请把这一行告诉维护人员，改好后再处理一次'
}

/** What the LINE commands print, and the words of the menu. `{name}` is filled in. */
export const lineTexts = {
  menu: {
    chatBar: '投诉 · 查进度',
    fields: [
      { label: '投诉', text: '我要投诉' },
      { label: '我的工单', text: '进度' },
      { label: '人工', text: '转人工' },
    ],
  },
  usage:
    '用法：npm run line:setup（先设置 LINE_CHANNEL_SECRET、LINE_CHANNEL_ACCESS_TOKEN、HUIYING_URL）',
  noKeys:
    '没有设置 LINE_CHANNEL_SECRET 和 LINE_CHANNEL_ACCESS_TOKEN。到 LINE Developers 控制台的 “Basic settings” 和 “Messaging API” 页抄下来，设好再运行。',
  noUrl:
    'HUIYING_URL 没有设置，或者不是 https:// 开头（现在是：{url}）。LINE 只肯调用公网的 HTTPS 地址，请设成市民使用的网址，例如 https://huiying.example.gov.cn。',
  configFaults: '配置有误：\n{faults}',
  refused: {
    401: 'LINE 不认这个 Channel access token（401）。可能抄错、过期或被重新签发过：到 “Messaging API” 页重新签发一个 long-lived token，换掉 LINE_CHANNEL_ACCESS_TOKEN 再运行。',
    403: '这个账号没有做“{what}”的权限（403）。请检查官方账号是否启用了 Messaging API，套餐是否支持。',
    429: 'LINE 说调用太频繁（429）。等一分钟再运行，做过的不会重复做。',
    other: '做“{what}”时 LINE 回答 {status}：{detail}。改正后再运行，做过的不会重复做。',
    unreachable:
      '连不上 LINE（{what}）。请检查这台机器能不能访问 {api}，再运行，做过的不会重复做。',
  },
  what: {
    account: '查账号',
    webhook: '设置 Webhook',
    test: '测试 Webhook',
    menu: '设置菜单',
    image: '上传菜单图片',
    quota: '查本月用量',
  },
  account: '✓ 账号：{name}（{id}）',
  webhookSet: '✓ Webhook 已设为 {url}',
  webhookKept: '✓ Webhook 本来就是 {url}',
  webhookOff:
    '! Webhook 还没有启用。到 LINE Developers 控制台 “Messaging API” 页打开 “Use webhook”（接口没有这个开关，只能手工打开）。',
  testGood: '✓ LINE 调用 Webhook 成功（{status}）',
  testBad: '✗ LINE 调用 Webhook 没有成功：{reason} {detail}\n  {advice}',
  advice: {
    COULD_NOT_CONNECT:
      'LINE 连不上这个地址：域名是否解析到这台机器、443 端口是否放行、证书是否有效且链完整（不能是自签名）。',
    REQUEST_TIMEOUT: '连上了，但没有及时回答：请看回应是否在运行，反向代理是否转到了对的端口。',
    ERROR_STATUS_CODE:
      '回应或前面的代理回答了 {status}。401：LINE_CHANNEL_SECRET 与这个 channel 不一致；404：运行中的回应没有设置 LINE 的两项密钥，设好后重启；502、503：代理后面的回应没有起来。',
    other: '请看反向代理和回应的日志，再运行一次。',
  },
  menuMade: '✓ 菜单已创建并设为默认：{labels}',
  menuKept: '✓ 菜单本来就是最新的：{labels}',
  menuMended: '✓ 菜单已补齐图片或设为默认：{labels}',
  menusRemoved: '✓ 删掉旧菜单 {count} 个',
  quota: '✓ 本月可推送 {limit} 条，已用 {used} 条（回答市民不计数）',
  quotaNone: '✓ 推送不限条数，本月已用 {used} 条',
  quotaLow:
    '! 本月推送只剩 {left} 条。用完以后进度推不出去，会在 /desk/outbox 显示；市民来问仍然照常回答。',
  next: '接下来：\n  1. 控制台 “Messaging API” 页：打开 “Use webhook” 和 “Webhook redelivery”，关掉自动回复（Auto-reply）和问候语（Greeting）；不想进群就关掉 “Allow bot to join group chats”。\n  2. 用手机加 {id} 为好友，说一句“果园西里门口的烧烤摊每天晚上冒烟”，应当收到核对卡片。\n  3. 菜单没有马上出现时，退出聊天再进来，最多等一分钟。',
  menuDrawn: '菜单图片已重画：src/cli/line/menu.png。再运行 npm run line:setup 换上。',
} as const

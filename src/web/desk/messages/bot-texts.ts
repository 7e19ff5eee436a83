import type { BotState } from '#app/outbox/bot-port.ts'

/** Words of the page of the WeChat bot. */
export const botTexts = {
  title: '微信机器人',
  intro: '以一个微信号和市民私聊，在群里被 @ 时答应一声、到私聊里办理。',
  never:
    '还没有运行过。设置 HUIYING_WECHATY 后重新启动服务，或单独运行 npm run wechat。其他渠道不受影响。',
  gone: '未运行',
  goneHint: '机器人的进程没有动静。请查看服务日志，或重新运行 npm run wechat。其他渠道不受影响。',
  states: { starting: '正在启动', waiting: '等待扫码', online: '在线', offline: '已断开' },
  hints: {
    starting: '正在连接微信，请稍候。',
    waiting: '登录码已被扫描，请在手机上确认登录。',
    online: '正在收发消息。',
    offline: '稍后自动重连；断开期间要发的消息会留着，连上后补发。',
  },
  askAdmin: '需要重新登录，请管理员打开本页扫码。',
  scan: '请用机器人的微信号扫码登录。谁扫码，谁的微信号就成为机器人。',
  codeAlt: '微信登录码',
  account: '微信号',
  since: '从何时起',
  seenAt: '最近一次动静',
  reason: '断开原因',
  reasons: {
    'signed-out': '微信号退出了登录',
    'start-failed': '连不上微信或机器人服务',
    'no-pulse': '连接没有心跳',
    failing: '接连出错',
    stopped: '被停止',
    'held-elsewhere': '另一个进程正在运行机器人',
  } as Readonly<Record<string, string>>,
} as const satisfies { readonly states: Readonly<Record<BotState, string>> } & Readonly<
  Record<string, unknown>
>

/** What the program says on the terminal. `{name}` is filled in. */
export const serverTexts = {
  /** Why it does not start, and what to do. */
  startFaults: {
    portTaken: '没有启动：端口 {port} 已被占用。请停掉占用它的程序，或用 PORT=另一个端口 启动。',
    portBarred: '没有启动：没有权限使用端口 {port}。请用 1024 以上的端口，前面放反向代理。',
    noAddress: '没有启动：这台机器没有地址 {host}。请改正 HUIYING_HOST。',
    readOnly: '没有启动：{path} 所在的目录不能写。请检查目录的属主和权限，以及磁盘是不是只读。',
    diskFull: '没有启动：磁盘已满，写不进 {path}。请清理磁盘后再启动。',
    locked: '没有启动：{path} 正被别的程序占用。请关闭打开着它的工具后再启动。',
    notOurs: '没有启动：{path} 不是数据库，或已经损坏。请用 npm run restore 恢复备份。',
    running: '没有启动：已经有一个“回应”在用 {path}。一个数据库只能运行一个，请先停掉那一个。',
    keyEmpty: '没有启动：密钥文件 {file} 是空的或不完整（至少 32 个字符）。请把备份的密钥放回去。',
    keyMissing:
      '没有启动：{path} 已经有数据，但没有密钥。请把备份的 huiying.secret 放回数据库旁边，或设置 HUIYING_SECRET；没有它，个人信息解不开。',
    wrongKey:
      '没有启动：密钥不是 {path} 用的那一把。请检查 HUIYING_SECRET 或数据库旁边的 huiying.secret，换回原来的密钥。',
    newer:
      '没有启动：{path} 已经由更新版本的“回应”用过，这一版读不全。请换上那个版本或更新的版本；要退回这一版，请恢复升级以前的备份。',
    trial:
      '没有启动：{path} 是 0.2.0 发布以前的试用版建的，正式版本不读它。请用 HUIYING_DB 换一个新文件开始，原来的文件留着。',
  },
  carriageReturn: '值的末尾有回车符：文件是 Windows 换行，请存成 Unix 换行（LF）',
  numbersGap:
    '数据库比已经发出的工单编号旧（恢复过备份，或丢了最后的内容）：{day} 的新编号从 {serial} 之后开始，不会重复。',
  headLost:
    '数据库里没有 {file} 记着的封存点：数据库被换过，或者恢复过备份。请运行 npm run audit:verify；恢复过备份的，确认无误后把这个文件移走。',
  configFaults: '配置有误，没有启动。请改正以下各项后重新启动：',
  missingBeside: '没有设置；{other} 已设置，两项须一起设置',
  missingOf: '没有设置；{other} 已设置，须一起设置',
  missingFor: '没有设置；{other} 需要它',
  started: '回应已启动：',
  citizen: '市民对话   {url}/',
  desk: '单位工作台 {url}/desk',
  bureau: '生态环境局 {url}/bureau',
  api: '接口说明   {url}/api/v1/openapi.json',
  firstAdmin: '已创建第一个管理员，密码只显示这一次，请登录后立即修改：',
  account: '  用户名 {username}  一次性密码 {password}',
  newSecret:
    '没有设置 HUIYING_SECRET，已生成一个并保存在 {path}。请妥善备份：没有它，个人信息无法解密。',
  lineOn: 'LINE 已开启：{url}/webhooks/line',
  lineOff: 'LINE 未配置（LINE_CHANNEL_SECRET、LINE_CHANNEL_ACCESS_TOKEN），已关闭。',
  wechatOn: '微信公众号已开启：{url}/webhooks/wechat',
  wecomOn: '企业微信已开启：{url}/webhooks/wecom',
  botOn: '微信机器人随服务一起运行（{puppet}）：登录码见 {url}/desk/wechat',
  botAlone: '微信机器人已启动（{puppet}）：登录码见工作台“微信机器人”页',
  botOff: '没有设置 HUIYING_WECHATY（可选 {kinds}），不知道用哪一种机器人。',
  wechatyMissing:
    '个人微信机器人没有运行：没有装它的组件。请用 npm ci（不加 --omit=dev）重新安装，再重启；不用机器人，请去掉 HUIYING_WECHATY。',
  puppetMissing: '没有安装 {name}。请先运行：npm install --no-save {name}',
  stopping: '正在停止：把手上的事做完……',
  stopped: '已停止。',
  adminName: '系统管理员',
  /** What an authenticator shows beside its codes. */
  issuer: '回应',
  mailOnWorkers:
    'Cloudflare Workers 上不能用 SMTP 发邮件：请删掉 HUIYING_SMTP_URL、HUIYING_MAIL_FROM，改用群机器人或接口推送，或部署在自己的服务器上。',
  secretOnWorkers: '需要设置 HUIYING_SECRET（至少 32 个字符）。',
} as const

export { fill as say } from '#app/tools/fill.ts'

/** Signing in with a second factor, and setting one up. */
export const factorTexts = {
  title: '两步验证',
  askTitle: '输入动态码',
  ask: '打开手机上的验证器应用，输入“回应”这一行的六位数字；手机不在身边，输入一个备用码。',
  code: '动态码或备用码',
  go: '继续',
  badCode: '动态码不对，或已经过时。请看手机上最新的六位数字再试；多次不对请重新登录。',
  required: '单位要求两步验证，请先设置好，再继续工作。',
  isOn: '已开启：登录时除了密码，还要手机上的动态码。',
  isOff: '没有开启。开启后，别人知道了您的密码也登录不了。',
  begin: '开始设置',
  password: '现在的密码',
  scan: '用手机上的验证器应用（支持 TOTP 的都可以）扫这个码，或手工输入密钥：',
  qrAlt: '设置两步验证的二维码',
  spare: '备用码只显示这一次，请抄在安全的地方；每个只能用一次，手机丢了用它登录：',
  firstCode: '输入手机上显示的六位数字',
  confirm: '开启',
  end: '关闭两步验证',
  on: '两步验证已开启。',
  off: '两步验证已关闭。',
  link: '两步验证',
  weak: '这个密码太容易猜到（常见、重复、键盘顺序，或含有自己的名字）。请换一个，比如三四个不相干的词连在一起。',
} as const

/** Who looked at personal data. */
export const accessTexts = {
  title: '个人信息查看记录',
  intro: '谁、什么时候、为什么看了诉求人的联系方式或未遮盖的原文。最近的在前。',
  empty: '还没有人查看过个人信息。',
  head: { at: '时间', by: '谁', what: '看了什么', reason: '用途' },
  person: '诉求人联系方式',
  original: '未遮盖的原文',
  photo: '照片',
  other: '个人信息',
  gone: '已删除的账号',
  most: '只显示最近 {n} 条。',
} as const

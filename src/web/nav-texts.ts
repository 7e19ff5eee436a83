/** What the staff's pages are called in their navigation. */
export const staffNav = {
  inbox: '待我处理',
  callbacks: '电话回访',
  hotline: '热线登记',
  import: '表格导入',
  accessLog: '查看记录',
  bot: '微信机器人',
  desk: '工单',
  dispatchDesk: '派单台',
  bureau: '三率统计',
  accounts: '账号',
  signOut: '退出',
  nav: '工作台导航',
  bell: '通知',
  unreadMark: '条未读',
  noticeTargets: '群和接口',
  outboxLink: '没有送达的消息',
} as const

export const staffNav = {
  inbox: '待我处理',
  callbacks: '电话回访',
  hotline: '热线登记',
  import: '表格导入',
  accessLog: '查看记录',
  bot: '微信机器人',
} as const

/** What the description of the interface says of alarms. */
export const alarmTexts = {
  summary: '监测平台、网格员上报：成为“监测报警”工单，与市民诉求分开统计',
  description:
    '请求头 x-api-key 是该来源的密钥（npm run api-key -- add 名称 --for alarm）。同一来源的同一 id 重复上报，返回原工单，不会重复立单。',
  keyNeeded:
    '请求头 x-api-key 缺失，或不是监测报警的密钥。密钥由管理员发放：npm run api-key -- add 名称 --for alarm',
  created: '已立单',
  known: '此前已上报，返回原工单',
  id: '来源系统自己的编号，同一编号只立一单',
  at: '发生时间，ISO 8601，带时区',
  text: '情况描述，如“堆料场西侧扬尘，持续 10 分钟”',
  category: '诉求类别；不填则按描述判断，判断不了转派单台',
  address: '地址，写明镇街',
  device: '设备或点位编号',
} as const

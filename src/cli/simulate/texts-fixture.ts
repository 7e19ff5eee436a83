/** What is said and written in the database that is kept of a release; everybody in it is invented. */
export const fixtureTexts = {
  complaint: '果园西里小区门口的烧烤摊每天晚上冒烟，呛得开不了窗',
  unfinished: '我们村口那条沟的水又黑又臭',
  sheet: '12345导出.xlsx',
  sheetMap: '12345 日报',
  header: ['工单编号', '诉求内容', '镇街', '来电时间'],
  rows: [
    ['W0001', '檀营乡云秀花园南门的工地夜里施工', '檀营地区', '2026-11-30 22:10'],
    ['W0002', '太师屯镇政府街餐馆油烟直排', '太师屯镇', '2026-11-30 23:05'],
    ['', '没有编号的一行', '', ''],
  ],
  target: '街道值班群',
  supplement: '今天又冒烟了',
  setting: '主管单位核定',
  reveal: '核对来电',
  referTo: '区城市管理委',
  referNote: '不属环境问题，已转',
  flooding: '一天里反映多次，核对后保留',
  done: '{path}：{count} 张工单，{events} 条历史，压缩后 {kilobytes} KB',
} as const

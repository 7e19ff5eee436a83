/** What the command-line tools print for people. */
export const cliTexts = {
  evalUsage: '用法：npm run eval -- 文件.jsonl [--errors 输出.jsonl]',
  explainUsage: '用法：npm run explain -- "市民的话"',
  planUsage:
    '用法：npm run plan -- [air-21 或 air-21.5] [--json] [--year 年份]\n附件：{annexes}。年份：{years}。',
  badLine: '第 {line} 行不是有效的 JSON，或缺少 text、primary：请检查文件。',
  evalHead: '类别\t条数\t准确率\t召回率\tF1',
  curveHead: '把握门槛\t覆盖率\t准确率',
  chatHello: '回应（试用）：直接输入要反映的问题，Ctrl-D 结束。',
  badTime: '看不懂的时间：{time}。请用 2026-11-24T08:00:00+08:00 这样的写法。',
  choices: '  可选：{labels}',
  words: '依据的词',
  ranked: '可能的类别',
  place: '地点',
  unknownPlace: '未说明',
  outside: '区外：{name}',
  urgency: '紧急程度',
  handler: '主办',
  supporting: '协办',
  clause: '依据',
  considered: '考虑过的单位',
  noRoute: '不开工单',
  missingTown: '还缺镇街，不能定单位',
  abstain: '拿不准：先问市民，再转派单台',
  explainText: '原文',
  doubts: {
    unlikely: '拿不准（把握不足 {confidence}）：先问市民，再转派单台',
    'close-rival': '拿不准（与第二名相差不足 {margin}）：先问市民，再转派单台',
  },
  sure: '有把握',
  parts: '分成几件',
  candidates: '可能是',
  clauseOf: '{annex}第 {task} 项：{quote}',
  versions: '版本：理解 {understanding}，责任规则 {rules}',
  demoFilling: '正在模拟 {days} 天的诉求……',
  demoReady: '回应演示已启动（{seconds} 秒）：{count} 件诉求，全部为虚构数据，退出后自动删除。',
  demoPlaces:
    '市民对话   {url}/\n查询进度   {url}/track\n单位工作台 {url}/desk\n生态环境局 {url}/bureau',
  demoPassword: '所有演示账号的密码都是：{password}',
  demoAccount: '  {username}\t{what}',
  demoOf: '{unit} {role}',
  demoTicket: '市民查询（正在回访）：编号 {number}  查询码 {code}',
  demoStop: '按 Ctrl-C 退出。',
  demoStopped: '演示已退出，数据已删除。',
  demoPortTaken: '端口 {port} 已被占用，请换一个：PORT=8788 npm run demo',
  demoRoles: {
    officer: '承办人',
    'unit-lead': '单位负责人',
    dispatcher: '派单员',
    operator: '坐席',
    inspector: '督办人',
    administrator: '管理员',
  },
} as const

/** Fills `{slot}`s of a text. */
export function fillText(text: string, slots: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(slots[name] ?? ''))
}

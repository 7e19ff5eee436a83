import type { RowFaultCode } from '#app/import/import-row.ts'
import type { ImportedRow } from '#app/import/import-files-port.ts'
import type { ImportColumn } from '#app/import/import-map.ts'

/** What is wrong with a file; the command line says the same. */
export const tableFaultTexts = {
  tooLarge: '文件超过 {max} MB，请分开导入。',
  tooManyRows: '文件有 {rows} 行，一次最多 {max} 行，请分开导入。',
  tooManyLines: '文件有 {lines} 行（含空行），最多读 {max} 行。请删掉空行，或分开导入。',
  tooManyColumns: '第 {row} 行有 {columns} 列，一张表最多 {max} 列。请删掉多余的列再导入。',
  tooFar:
    '第 {row} 行第 {column} 列有内容，超出了最多 {columns} 列、{lines} 行的范围。请删掉多余的内容再导入。',
  cellTooLong: '第 {row} 行第 {column} 列的内容超过 {max} 个字。请改短后再导入。',
  tooMuch: '文件里的内容太多，没有读取。请分开导入。',
  tooGreedy: '文件读起来太费时间或内存，没有读取。请用表格软件打开，另存为新的 .xlsx 再试。',
  bomb: '文件解开后大得不正常，没有读取。请另存为新的 .xlsx 再试。',
  oldXls: '这是老的 .xls 文件，或者设了打开密码。请去掉密码，另存为 .xlsx。',
  notTable: '文件内容不是有效的表格。请用表格软件打开，另存为 .xlsx 再试。',
  noSheet: '没有名为“{sheet}”的工作表。',
  empty: '文件里没有数据。',
  noRows: '文件只有表头，没有数据行。',
  encoding: '认不出文件的文字编码，请另存为 UTF-8 编码的 CSV，或 .xlsx。',
} as const

/** What is wrong with a row. */
export const rowFaultTexts = {
  missing: '“{column}”没有填写',
  'too-long': '“{column}”太长',
  'number-lost':
    '“{column}”被表格软件存成了数值，末几位已丢失：{detail}。请把该列设为文本后重新导出',
  'bad-number': '“{column}”不是有效的编号：{detail}',
  'bad-time': '“{column}”不是有效的时间：{detail}',
  'time-to-come': '“{column}”在将来：{detail}',
  'bad-phone': '“{column}”不是有效的电话号码',
  outside: '“{column}”不在密云区：{detail}',
} as const satisfies Record<RowFaultCode, string>

/** Why a row that reads well is not in, and the headings of the file that says so. */
export const rowTexts = {
  changed: '此前已导入（{number}），这次内容不同，没有改动；需要时请在工单上补充',
  refused: '系统没有受理，请稍后再导入一次',
  line: '行号',
  reason: '原因',
} as const

export const importColumnLabels = {
  sourceNumber: '工单编号（必填）',
  text: '诉求内容（必填）',
  receivedAt: '受理时间（必填）',
  name: '来电人',
  phone: '联系电话',
  town: '镇街',
  address: '地址',
  category: '诉求分类',
  urgency: '紧急程度',
  secrecy: '是否保密',
  title: '标题',
  acceptBy: '市签收时限',
  solveBy: '市办结时限',
  unit: '来件承办单位',
  callback: '是否回访',
} as const satisfies Record<ImportColumn, string>

export const outcomeLabels = {
  opened: '新立工单',
  known: '此前已导入',
  changed: '已导入但内容不同',
  bad: '有问题',
  refused: '没有受理',
} as const satisfies Record<ImportedRow['outcome'], string>

/** Work orders of the 12345 platform, in and out, in the browser. */
export const importTexts = {
  title: '表格导入',
  intro:
    '导入 12345 派来的工单表格（.xlsx 或 .csv）：先核对列，再看每一行有没有问题，确认后才导入。市平台编号会保留，同一编号只立一单，重复导入不会改变任何内容。',
  file: '选择文件',
  fileHint: '.xlsx，或 UTF-8、GBK 编码的 .csv；不超过 {max} MB、{rows} 行',
  sheet: '工作表名称（可不填，默认第一张）',
  upload: '上传并核对',
  noFile: '请先选择文件。',
  busy: '现在上传的文件太多，请过一会儿再传。',
  recent: '最近上传',
  recentHint: '只有您自己能看到，七天后自动删除。',
  head: { name: '文件', at: '上传时间', rows: '行数', state: '状态' },
  states: { unread: '待核对', ready: '待导入', running: '导入了一部分', done: '已导入' },
  columns: '核对列',
  columnsHint: '每一项选对方表格里的一列。已按列名猜好，请核对。',
  noColumn: '没有这一列',
  saved: '保存过的对应关系',
  use: '使用',
  categories: '对方的分类',
  categoriesHint: '对应到这里的类别；不选的按诉求内容判断。',
  byWords: '按内容判断',
  urgencies: '对方的紧急程度',
  yes: '表示“要保密”的写法',
  saveAs: '把这次的对应关系保存为',
  saveAsHint: '例如：市 12345 日报。下次自动使用。',
  check: '更新核对结果',
  preview: '核对结果',
  counts: '共 {total} 行：可以导入 {good} 行，有问题 {bad} 行。',
  mustMap: '请先给必填的三项选好列，再更新核对结果。',
  good: '可以导入的前几行',
  goodHead: {
    line: '行号',
    number: '编号',
    at: '受理时间',
    place: '地点',
    category: '类别',
    text: '内容',
  },
  bad: '有问题的行',
  badHead: { line: '行号', number: '编号', reason: '原因' },
  badMore: '只列出前 {n} 行，其余见下载的文件。',
  confirm: '导入 {n} 行',
  running: '正在导入：已处理 {done} / {total} 行。',
  goOn: '继续导入',
  result: '导入结果',
  resultLine: '{label} {n}',
  download: '下载没有导入的行（附原因）',
  downloadHint: '改正后可以直接上传这份文件，已导入的不会重复。',
  remove: '删除这份文件',
  again: '再导入一份',
  export: '导出办理结果',
  exportIntro: '按原来的列名导出已导入工单的办理情况，交回市平台。不含姓名、电话。',
  exportMap: '对应关系',
  standard: '通用列名',
  from: '导入日期从',
  to: '到',
  exportXlsx: '下载 .xlsx',
  exportCsv: '下载 .csv',
  badPeriod: '日期没有看懂，或开始晚于结束。',
  savedNow: '已保存为“{name}”。',
  gone: '这份文件不存在，或已过七天自动删除。请重新上传。',
} as const

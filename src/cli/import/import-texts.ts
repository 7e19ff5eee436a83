/** What import, export and api-key print for people. */
export const importTexts = {
  importUsage: '用法：npm run import -- 文件.xlsx|csv --map 对照表.json [--db 数据库] [--check]',
  exportUsage:
    '用法：npm run export-results -- 输出.xlsx|csv --map 对照表.json [--db 数据库] [--from 日期] [--to 日期]',
  keyUsage:
    '用法：npm run api-key -- add 名称 --for open311|alarm [--db 数据库]\n      npm run api-key -- list [--db 数据库]\n      npm run api-key -- remove 名称 [--db 数据库]',
  noFile: '读不了文件 {path}：{why}',
  badFormat: '只认 .xlsx 和 .csv 文件：{path}。老的 .xls 请先另存为 .xlsx。',
  missingColumns: '表头缺少这些列：{columns}。请核对对照表。',
  imported: '共 {total} 行：新立工单 {opened}，此前已导入 {known}，有问题 {bad}。',
  checked: '只检查，不导入。共 {total} 行：可导入 {good}，有问题 {bad}。',
  badFile: '有问题的行和原因已写入 {path}，改正后可以直接再次导入（已导入的不会重复）。',
  exported: '已导出 {count} 件工单的办理结果：{path}',
  keyMade: '{name} 的密钥（只显示这一次，请妥善交给对方）：\n{key}',
  keyTaken: '名称 {name} 已被使用；要换密钥，请先 remove 再 add。',
  badName: '名称只能用小写字母、数字和连字符，2 到 40 个字符：{name}',
  keyRemoved: '已删除 {name}，其密钥立即失效。',
  keyUnknown: '没有名为 {name} 的接口用户。',
  keyNone: '还没有接口用户。',
  keyLine: '{name}\t{door}\t{at}',
} as const

/** What backing up and restoring say. */
export const backupTexts = {
  usage:
    '用法：npm run backup -- 存放备份的目录 [--db 数据库文件]\n运行中也可以备份。每次在该目录下建一个以时间命名的子目录。密钥不在备份里，请另外保管。',
  done: '已备份到 {path}',
  counted:
    '  数据库：{events} 条记录，{tickets} 件工单，检查完好；附件 {files} 个（新复制 {copied} 个）',
  key: '  密钥指纹：{key}。恢复时要用同一把密钥，请确认它另有备份。',
  noDatabase: '没有这个数据库：{path}',
  exists: '目录已经存在：{path}。请稍等一秒再备份。',
  badCopy: '备份出来的数据库没有通过检查（{why}），已经删掉。请检查磁盘后重新备份。',
  restoreUsage:
    '用法：npm run restore -- 备份目录 [--db 数据库文件]\n先停止服务。现有的数据库不会删除，改名留在旁边。',
  notBackup: '{path} 里没有完整的备份（要有 huiying.db 和 manifest.json）。',
  running: '服务还在运行，没有恢复。请先停止（systemctl stop huiying）。',
  badBackup: '备份的数据库没有通过检查（{why}），没有恢复。请换一份备份。',
  changed: '备份的数据库和备份时不一样（校验值不同），没有恢复。请换一份备份。',
  wrongKey:
    '密钥不是这份备份用的那一把（备份的指纹 {kept}，现在的 {given}），没有恢复。请先放好原来的密钥。',
  noKey: '没有找到密钥，没有恢复。请把备份的 huiying.secret 放到 {folder}，或设置 HUIYING_SECRET。',
  missingFiles: '备份里少了 {count} 个附件文件。',
  restored: '已恢复到 {path}（备份时间 {at}）。',
  movedAside: '  原来的数据库留在 {path}',
  headAside: '  原来抄在别处的封存点改名为 {path}，启动后从恢复的数据库重新开始。',
  numbers: '  今天的新编号从 {serial} 之后开始：备份以后发出的编号，市民手里可能有，不会再发一次。',
  next: '  现在可以启动服务。启动后用一个真实的编号和查询码查一次，看得到就是好的。',
} as const

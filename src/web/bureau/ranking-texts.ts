/** The ranking of units. */
export const rankingTexts = {
  title: '单位排名',
  method:
    '按所选时段末尾往前三个月的回访排名，只在可比的单位之间比。每个单位的响应率、解决率、满意率先各加上若干件“同组平均水平”的诉求再算综合得分，加多少件由同组单位之间的差别大小定：件数少的靠近平均，有效件不到 10 的只列得分、不排名次。',
  groups: { streets: '街道和园区', townships: '乡镇', bureaus: '部门和企业' },
  caption: '{period}，同组平均 {mean}',
  head: {
    unit: '名次和单位',
    score: '排名得分',
    raw: '实际综合',
    valid: '有效件',
    stands: '与同组平均比',
    moves: '再多一件好评／差评',
  },
  place: '第 {n} 名',
  noPlace: '不排名',
  stands: { above: '明显高', within: '没有明显差别', below: '明显低' },
  oneMore: '第 {good} 名／第 {bad} 名',
  moves:
    '“再多一件”：如果这个单位再多一件联系了、解决了、满意的诉求，或者再多一件全都没有做到的，名次会到第几。',
  unplaced: '没有有效件，不参加排名：{units}。',
} as const

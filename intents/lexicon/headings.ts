/**
 * What other systems call the columns of their work orders, likeliest first. The first of each list is also what
 * results are exported under when nobody has said otherwise.
 */
export const headings = {
  sourceNumber: [
    '工单编号',
    '工单号',
    '案件编号',
    '诉求编号',
    '受理编号',
    '热线编号',
    '流水号',
    '编号',
  ],
  text: [
    '诉求内容',
    '主要内容',
    '问题描述',
    '诉求描述',
    '反映内容',
    '来电内容',
    '工单内容',
    '内容',
  ],
  receivedAt: ['受理时间', '来电时间', '反映时间', '登记时间', '创建时间', '派单时间', '时间'],
  name: ['来电人', '诉求人', '反映人', '市民姓名', '联系人', '姓名'],
  phone: ['联系电话', '来电号码', '电话号码', '联系方式', '手机号码', '手机号', '手机', '电话'],
  town: ['所属街乡镇', '街乡镇', '所属镇街', '所属街道', '镇街', '乡镇', '街道', '属地'],
  address: ['问题地址', '事发地址', '发生地址', '具体地址', '问题点位', '地址', '地点', '点位'],
  category: [
    '问题分类',
    '诉求分类',
    '问题类型',
    '诉求类型',
    '三级分类',
    '二级分类',
    '分类',
    '类别',
  ],
  urgency: ['紧急程度', '紧急级别', '工单级别', '缓急'],
  secrecy: ['是否保密', '保密要求', '保密'],
  title: ['工单标题', '诉求标题', '标题', '主题'],
  acceptBy: ['签收时限', '签收截止时间', '接单时限', '签收期限'],
  solveBy: ['办结时限', '办理时限', '办结截止时间', '截止时间', '办结期限', '处理时限', '时限'],
  unit: ['承办单位', '主办单位', '办理单位', '责任单位', '处理单位', '承办部门'],
  callback: ['是否回访', '需要回访', '要求回复', '是否回复', '回访'],
} as const

/** Their words for how urgent something is. */
export const urgencyWords = {
  urgent: ['特急', '紧急', '突发'],
  fast: ['加急', '急件', '急'],
  general: ['一般', '普通', '正常', '平件'],
  complex: ['疑难', '复杂'],
} as const

/** Words that mean no in a column of whether somebody wants a call. */
export const noCallWords = [
  '否',
  '不需要',
  '不用',
  '不回访',
  '无需回访',
  'N',
  'NO',
  'FALSE',
  '0',
] as const

/** Words that mean yes in a column of secrecy. */
export const secrecyWords = ['是', '保密', '要求保密', '需保密', 'Y', 'YES', 'TRUE', '1'] as const

/** What results are exported under when nobody has said otherwise. */
export const resultHeadings = {
  number: '区平台编号',
  status: '办理状态',
  handler: '承办单位',
  due: '区办结时限',
  cityDue: '市办结时限',
  resolvedAt: '办结时间',
  reply: '办理结果',
  contacted: '是否联系',
  solved: '是否解决',
  satisfied: '是否满意',
} as const

/** How a question about a rule is put, in a short message. Regular expressions over normalised text. */
export const ruleQuestions = [
  '(让|准|许|允许|可以|能)(不(让|准|许|能|可以))?.{0,8}(吗|么|嘛|不)[？。]?$',
  '(几点|多少点).{0,6}(不行|不让|不准|不许|不能|可以|能|才能|之后|以后)',
  '什么时候.{0,6}(不行|不让|不准|不许|不能|可以|才能|之后|以后)',
  '(有没有|有什么|是什么|什么)(规定|要求|标准|政策)',
  '(规定|要求|标准|政策)(是)?(什么|吗)',
] as const

/** Who asks for a deed or for papers does not ask what the rule is. */
export const notRuleQuestions = ['催', '管一管', '管管', '处理', '解决', '执照', '办理'] as const

/** Which fact of the plan (routing/plan/figures.ts) answers a question. Regular expressions over normalised text, first match wins. */
export const inquiryTopics = [
  { topic: 'fireworks-ban', re: '(烟花|爆竹|鞭炮|放炮|fireworks)' },
  { topic: 'pm25-goal', re: '(pm2\\.?5|细颗粒物|空气质量目标|雾霾)' },
  { topic: 'good-days-goal', re: '(优良天|好天|蓝天).{0,8}(比例|多少|几天|目标|天数)?' },
  { topic: 'dust-fall-goal', re: '降尘' },
  { topic: 'carbon-goal', re: '(碳达峰|碳中和|碳排放|二氧化碳|碳强度)' },
  { topic: 'coal-to-clean-energy', re: '(煤改电|煤改气|清洁能源|清洁取暖|无煤化)' },
  { topic: 'exam-quiet', re: '(高考|中考|考试).{0,12}(施工|噪)' },
  {
    topic: 'night-construction',
    re: '(夜间|晚上|几点).{0,10}(施工|动工|干活)|施工.{0,10}(几点|时间|夜间)',
  },
  { topic: 'green-sacrifice', re: '(祭祀|烧纸|上坟|扫墓)' },
  { topic: 'ev-charging', re: '(充电桩|充电设施|充电站)' },
  { topic: 'bare-ground-goal', re: '裸地' },
  { topic: 'reservoir-water-goal', re: '密云水库' },
  { topic: 'drinking-water-goal', re: '(饮用水|自来水).{0,10}(水质|达标|标准)' },
  {
    topic: 'new-energy-subsidy',
    re: '(新能源|电动车|纯电).{0,10}(补贴|指标|更新|淘汰)|(国三|国四|老旧车).{0,8}(补贴|淘汰|限行)',
  },
  { topic: 'complaints-mechanism', re: '(怎么|哪里|去哪|如何).{0,6}(投诉|举报)|接诉即办' },
] as const

/** How a question about a rule is put, in a short message. Regular expressions over normalised text. */
export const ruleQuestions = [
  '(让|准|许|允许|可以|能)(不(让|准|许|能|可以))?.{0,8}(吗|么|嘛|不)[？。]?$',
  '(几点|多少点).{0,6}(不行|不让|不准|不许|不能|可以|能|才能|之后|以后)',
  '什么时候.{0,6}(不行|不让|不准|不许|不能|可以|才能|之后|以后)',
  '(有没有|有什么|是什么|什么)(规定|要求|标准|政策)',
  '(规定|要求|标准|政策)(是)?(什么|吗)',
  '(目标|指标|标准|要求|比例|比率|率|总量|浓度|天数|面积|任务)(是|要|得|应该|需要)?(达到|控制在?|完成|控制)?(多少|几|什么)',
  '(达到|控制在?|降到|检查|新建)(多少|几)',
  '(多少|几)(个|家|辆|公里|吨)?.{0,6}(目标|指标|任务)',
  '(让不让|准不准|许不许)(?!人)',
  '能不能(放|烧|卖|养|上路|施工)',
  '几点到几点',
  '(怎么|如何)(规定|要求|划分|划的)',
  '(什么|哪些|多少)(措施|任务|指标|要求)',
  '(什么时候|啥时候|几时)(轮到|实施|开始实施)',
  '(水质)?(是|属于|算)几类',
  '(什么|哪种|几)(排放)?标准[？。]?$',
  '(目标|指标|标准|要求|规定|政策|补贴|利用率|保有率|运行率)[？。]?$',
] as const

/** Who is responsible for a matter, in a few words: 广场舞归谁管. */
export const whoQuestions = [
  '(归|由|该|属于|是)?(谁|哪(个|家)?(部门|单位|局)|哪里|哪儿|什么(部门|单位))(来|在)?(管|负责|主管)(的|啊|呀|呢)?[？。?]?$',
] as const

/** A question even where the plan says nothing of its matter. */
export const plainQuestions = ['罚(款)?(多少|几)', '(罚款|处罚)(标准|金额)'] as const

/** Who asks for a deed or for papers does not ask what the rule is. */
export const notRuleQuestions = [
  ...[
    '催',
    '管一管',
    '管管',
    '处理一下',
    '处理处理',
    '解决',
    '执照',
    '办理',
    '投诉',
    '举报',
    '反映',
  ],
  ...['违反', '不符合', '不达', '超标', '不按', '没按', '不合', '严重', '没人', '天天', '扰民'],
] as const

/** Which fact of the plan (routing/plan/figures.ts) answers a question. Regular expressions over normalised text, first match wins. */
export const inquiryTopics = [
  { topic: 'fireworks-ban', re: '(烟花|爆竹|鞭炮|放炮|fireworks)' },
  {
    topic: 'straw-burning',
    re: '(秸秆|玉米秆|麦秸|荒草|落叶).{0,6}烧|烧.{0,4}(秸秆|玉米秆|麦秸|荒草|落叶)',
  },
  { topic: 'pm25-goal', re: '(pm2\\.?5|细颗粒物|空气质量目标|雾霾)' },
  { topic: 'good-days-goal', re: '(优良天|好天|蓝天|重污染天).{0,8}(比例|多少|几天|目标|天数)?' },
  { topic: 'dust-fall-goal', re: '降尘' },
  { topic: 'carbon-goal', re: '(碳达峰|碳中和|碳排放|二氧化碳|碳强度)' },
  {
    topic: 'coal-to-clean-energy',
    re: '(煤改电|煤改气|清洁能源|清洁取暖|无煤化|烧煤|散煤|洁净煤)',
  },
  { topic: 'exam-quiet', re: '(高考|中考|考试).{0,12}(施工|噪)' },
  {
    topic: 'night-construction',
    re: '(夜间|晚上|几点).{0,10}(施工|动工|干活)|施工.{0,10}(几点|时间|夜间)',
  },
  { topic: 'green-sacrifice', re: '(祭祀|烧纸|上坟|扫墓)' },
  { topic: 'ev-charging', re: '(充电桩|充电设施|充电站)' },
  { topic: 'bare-ground-goal', re: '裸地|裸露(土地|区域|地面|面积)' },
  { topic: 'reservoir-water-goal', re: '水库.{0,8}(水质|几类|保护)' },
  { topic: 'well-protection', re: '(水源井|水源保护|水源地).{0,12}(规定|要求|范围|措施|米)' },
  { topic: 'drinking-water-goal', re: '(饮用水|自来水).{0,10}(水质|达标|标准|公开)' },
  { topic: 'groundwater', re: '地下水' },
  {
    topic: 'rural-sewage-goal',
    re: '(农村|村里|村庄).{0,4}(生活)?污水.{0,10}(率|要求|目标|指标|任务)',
  },
  { topic: 'sewage-plant-odor', re: '污水处理厂.{0,6}(恶臭|臭|大气|废气|标准)' },
  { topic: 'river-water-goal', re: '(断面|河流|河水|地表水).{0,10}(水质|几类|达标|目标)' },
  { topic: 'water-use-limit', re: '(用水总量|节水目标|用水指标)' },
  {
    topic: 'sewer-building',
    re: '(污水管线|污水管网|雨污合流|雨污分流).{0,10}(多少|公里|目标|任务|计划)',
  },
  { topic: 'river-shore', re: '自然岸线' },
  {
    topic: 'household-waste-goal',
    re: '(生活)?垃圾.{0,8}(利用率|回收率|资源化|分类.{0,4}(目标|指标))',
  },
  { topic: 'farmland-safety-goal', re: '(受污染)?耕地.{0,6}(安全利用|利用率)' },
  { topic: 'building-land-safety-goal', re: '(建设用地|污染地块).{0,6}(安全利用|利用率)' },
  { topic: 'fertiliser-goal', re: '(化肥|农药).{0,8}(减量|利用率|目标|要求|指标)' },
  { topic: 'manure-goal', re: '粪污.{0,8}(利用率|率|要求|目标|标准)' },
  { topic: 'diesel-checks', re: '柴油车.{0,8}检查' },
  { topic: 'machinery-standard', re: '(非道路|工程机械|挖掘机|铲车|叉车).{0,10}标准' },
  { topic: 'car-standard', re: '国六|(机动车|汽车|轿车).{0,6}排放标准' },
  { topic: 'noise-zones', re: '(声环境|噪声|噪音).{0,4}功能区' },
  {
    topic: 'restaurant-rules',
    re: '(开|办)(个|家|一家)?(饭店|饭馆|餐馆|餐厅|餐饮店?).{0,10}(要求|规定|条件|标准)|餐饮(油烟)?.{0,6}(规定|要求|标准)',
  },
  { topic: 'green-building', re: '(绿色建筑|装配式建筑)' },
  {
    topic: 'refuelling',
    re: '加油.{0,10}(夜间|晚上|错峰|夏季|夏天)|(夜间|晚上|夏季|夏天).{0,4}加油',
  },
  {
    topic: 'wild-animals',
    re: '(野生动物|野味|野鸡|野兔|保护动物).{0,10}(卖|买|养|吃|抓|收购)|(卖|买|养|吃|抓|收购).{0,6}(野生动物|野味|野鸡|野兔|保护动物)',
  },
  {
    topic: 'new-energy-subsidy',
    re: '(新能源|电动车|纯电).{0,10}(补贴|指标|更新|淘汰)|(国三|国四|老旧车).{0,8}(补贴|淘汰|限行)',
  },
  { topic: 'complaints-mechanism', re: '(怎么|哪里|去哪|如何).{0,6}(投诉|举报)|接诉即办' },
] as const

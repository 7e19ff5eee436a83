import type { PlanFigure } from './types.ts'

/** What the plan itself answers: goals and prohibitions people ask about, each with its clause. */
export const figures = [
  {
    topic: 'fireworks-ban',
    answer: '密云区全部行政区域内全年禁止燃放、销售烟花爆竹。',
    clause: {
      plan: 2023,
      annex: 'air',
      task: 20,
      quote: '密云区全部行政区域内全年禁止燃放、销售烟花爆竹',
    },
  },
  {
    topic: 'pm25-goal',
    answer: '2023年全区细颗粒物（PM2.5）浓度控制在27微克每立方米。',
    clause: { plan: 2023, annex: 'air', task: 1, quote: '细颗粒物浓度控制在27微克每立方米' },
  },
  {
    topic: 'good-days-goal',
    answer: '2023年优良天比率达到76%以上，重污染天数控制在6天以内。',
    clause: {
      plan: 2023,
      annex: 'air',
      task: 1,
      quote: '优良天比率达到76%以上，重污染天数控制在6天以内',
    },
  },
  {
    topic: 'dust-fall-goal',
    answer: '降尘量控制在5吨/平方公里·月左右（扣除沙尘影响）。',
    clause: { plan: 2023, annex: 'air', task: 14, quote: '降尘量控制在 5 吨/平方公里·月左右' },
  },
  {
    topic: 'carbon-goal',
    answer: '2023年碳排放强度下降达到2.5%，碳排放总量得到有效控制。',
    clause: { plan: 2023, annex: 'climate', task: 1, quote: '碳排放总量得到有效控制' },
  },
  {
    topic: 'coal-to-clean-energy',
    answer: '有序推进40个山区村庄煤改清洁能源；未实施的地区确保洁净煤替代散煤全覆盖。',
    clause: {
      plan: 2023,
      annex: 'air',
      task: 9,
      quote: '有序推进40个山区村庄煤改清洁能源和配套电力基础设施建设工作',
    },
  },
  {
    topic: 'night-construction',
    answer: '夜间施工要办理夜间施工证明；夜间施工噪声扰民的违法行为，由区住建委、区城管委查处。',
    clause: {
      plan: 2023,
      annex: 'air',
      task: 21,
      quote: '加大对夜间施工噪声扰民的违法行为查处力度',
    },
  },
  {
    topic: 'exam-quiet',
    answer: '中、高考期间，对考点周边的施工、餐饮、健身、娱乐等经营场所进行巡查检查。',
    clause: { plan: 2023, annex: 'air', task: 21, quote: '中、高考期间对考点周边及重点区域' },
  },
  {
    topic: 'green-sacrifice',
    answer: '倡导文明、低碳、绿色祭祀。',
    clause: { plan: 2023, annex: 'air', task: 20, quote: '倡导文明、低碳、绿色祭祀' },
  },
  {
    topic: 'ev-charging',
    answer: '居住区电动汽车充电设施按全市意见加强建设和管理，鼓励与老旧小区改造同步实施。',
    clause: {
      plan: 2023,
      annex: 'air',
      task: 4,
      quote: '落实全市加强居住区电动汽车充电设施建设和管理的意见',
    },
  },
  {
    topic: 'bare-ground-goal',
    answer: '全区裸露区域面积控制在1平方公里以内。',
    clause: {
      plan: 2023,
      annex: 'air',
      task: 18,
      quote: '实现全区裸露区域面积控制在 1 平方公里以内',
    },
  },
  {
    topic: 'reservoir-water-goal',
    answer: '2023年密云水库流域水质稳定保持Ⅱ类。',
    clause: { plan: 2023, annex: 'water', task: 3, quote: '2023年密云水库流域水质稳定保持Ⅱ类' },
  },
  {
    topic: 'drinking-water-goal',
    answer:
      '密云水库、沙厂水库集中式饮用水水源地水质保持稳定达标；乡镇级生活饮用水安全状况年底前定期公开。',
    clause: {
      plan: 2023,
      annex: 'water',
      task: 1,
      quote: '密云水库、沙厂水库集中式饮用水水源地水质保持稳定达标',
    },
  },
  {
    topic: 'complaints-mechanism',
    answer: '生态环境诉求实行接诉即办“管家”机制，落实属地责任，重点解决油烟、噪声等共性问题。',
    clause: { plan: 2023, annex: 'air', task: 22, quote: '健全生态环境接诉即办“管家”机制' },
  },
  {
    topic: 'new-energy-subsidy',
    answer: '落实北京市实施新一轮小客车置换新能源汽车补贴政策。',
    clause: {
      plan: 2023,
      annex: 'air',
      task: 4,
      quote: '落实北京市实施新一轮小客车置换新能源汽车补贴政策',
    },
  },
  {
    topic: 'straw-burning',
    answer: '请不要露天焚烧秸秆：秸秆焚烧时段是联动执法的重点，秸秆由各镇建立台账、综合利用。',
    clause: { plan: 2023, annex: 'air', task: 24, quote: '以空气重污染、秸秆焚烧等时段为重点' },
  },
  {
    topic: 'household-waste-goal',
    answer: '生活垃圾资源化利用率提升至78%及以上。',
    clause: { plan: 2023, annex: 'climate', task: 8, quote: '生活垃圾资源化利用率提升至78%及以上' },
  },
  {
    topic: 'farmland-safety-goal',
    answer: '受污染耕地安全利用率达到95%以上。',
    clause: { plan: 2023, annex: 'soil', task: 6, quote: '受污染耕地安全利用率达到95%以上' },
  },
  {
    topic: 'building-land-safety-goal',
    answer: '重点建设用地安全利用率达到100%，或者达到95%以上且当年依法处罚、整改到位。',
    clause: { plan: 2023, annex: 'soil', task: 2, quote: '安全利用率达到100%' },
  },
  {
    topic: 'fertiliser-goal',
    answer:
      '化肥利用率达到42%以上，测土配方施肥技术覆盖率保持在98%以上，主要农作物绿色防控覆盖率达到75%。',
    clause: { plan: 2023, annex: 'soil', task: 7, quote: '化肥利用率达到42%以上' },
  },
  {
    topic: 'manure-goal',
    answer: '规模以上养殖场全部配套粪污处理设施，畜禽粪污综合利用率保持在95%以上。',
    clause: { plan: 2023, annex: 'soil', task: 8, quote: '畜禽粪污综合利用率保持在95%以上' },
  },
  {
    topic: 'rural-sewage-goal',
    answer: '农村生活污水已建成设施正常运行率达到80%以上，运行不正常的随发现随督促整改。',
    clause: { plan: 2023, annex: 'water', task: 8, quote: '确保已建成设施正常运行率达到80%以上' },
  },
  {
    topic: 'diesel-checks',
    answer: '全年在进京路口和主要道路人工检查重型柴油车24.5万辆次以上。',
    clause: { plan: 2023, annex: 'air', task: 12, quote: '完成24.5万辆次以上的重型柴油车人工检查' },
  },
  {
    topic: 'car-standard',
    answer: '机动车严格实施国六b排放标准。',
    clause: { plan: 2023, annex: 'air', task: 12, quote: '严格实施国六b机动车排放标准' },
  },
  {
    topic: 'machinery-standard',
    answer: '非道路移动机械严格实施国四排放标准，国二及以下的鼓励淘汰。',
    clause: { plan: 2023, annex: 'air', task: 11, quote: '严格实施国四非道路移动机械排放标准' },
  },
  {
    topic: 'river-water-goal',
    answer: '地表水国考断面水质达到国家的目标要求：达到或优于Ⅲ类的比例不低于83.3%，消除劣Ⅴ类。',
    clause: { plan: 2023, annex: 'water', task: 1, quote: '地表水国考断面水质达到国家的目标要求' },
  },
  {
    topic: 'water-use-limit',
    answer: '潮河流域7个镇用水总量控制在2700万立方米。',
    clause: {
      plan: 2023,
      annex: 'water',
      task: 6,
      quote: '潮河流域7个镇用水总量控制在2700万立方米',
    },
  },
  {
    topic: 'sewer-building',
    answer: '三年行动方案累计新建、改建污水收集管线60公里，推进雨污合流治理。',
    clause: { plan: 2023, annex: 'water', task: 7, quote: '累计新（改）建污水收集管线60公里' },
  },
  {
    topic: 'noise-zones',
    answer: '今年完成声环境功能区划分情况评估。',
    clause: { plan: 2023, annex: 'air', task: 21, quote: '完成声环境功能区划分情况评估工作' },
  },
  {
    topic: 'restaurant-rules',
    answer:
      '新开餐饮要符合北京市新增产业禁限目录对餐饮业的环保要求；办照信息由市场监管、生态环境部门共享，事前帮扶，事中事后监管。',
    clause: { plan: 2023, annex: 'air', task: 19, quote: '依据北京市新增产业的禁止和限制目录' },
  },
  {
    topic: 'well-protection',
    answer: '水源井周边30米范围内应无污水、无垃圾、无厕所、无养殖粪污等污染源。',
    clause: { plan: 2023, annex: 'water', task: 4, quote: '确保水源井周边30米范围内无污水' },
  },
  {
    topic: 'groundwater',
    answer: '落实地下水水质保持方案，对污染风险监控点开展丰、枯水期监测，推进地下水超采治理。',
    clause: { plan: 2023, annex: 'water', task: 5, quote: '落实辖区地下水水质保持方案' },
  },
  {
    topic: 'green-building',
    answer: '新建政府投资和公共建筑执行绿色建筑二星级及以上标准，装配式建筑占新建建筑面积的45%。',
    clause: {
      plan: 2023,
      annex: 'climate',
      task: 9,
      quote: '新建政府投资和公共建筑执行绿色建筑二星级及以上标准',
    },
  },
  {
    topic: 'refuelling',
    answer: '夏季（6—9月）加油站和储油库错峰装卸油，鼓励夜间加油。',
    clause: { plan: 2023, annex: 'air', task: 8, quote: '加油站和储油库夏季实施错峰装卸油' },
  },
  {
    topic: 'wild-animals',
    answer: '出售、收购、运输、携带国家或者地方重点保护野生动物或者其产品是违法行为，依法查处。',
    clause: {
      plan: 2023,
      annex: 'ecology',
      task: 6,
      quote: '依法查处出售、收购、运输、携带国家或者地方重点保护野生动物',
    },
  },
  {
    topic: 'river-shore',
    answer: '保持现有自然岸线总体格局不变，确保自然岸线保有率不降低。',
    clause: { plan: 2023, annex: 'ecology', task: 3, quote: '确保自然岸线保有率不降低' },
  },
  {
    topic: 'sewage-plant-odor',
    answer:
      '处理规模5万吨/日以上的城镇污水处理厂执行《城镇污水处理厂大气污染物排放标准》，开展联合专项执法。',
    clause: {
      plan: 2023,
      annex: 'air',
      task: 20,
      quote: '落实《城镇污水处理厂大气污染物排放标准》',
    },
  },
] as const satisfies readonly PlanFigure[]

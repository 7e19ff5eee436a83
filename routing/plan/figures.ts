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
    answer: '完成市级下达的全区碳排放强度同比下降目标，碳排放总量得到有效控制。',
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
    answer: '夜间施工噪声扰民由区住建委、区城管委加大查处，夜间施工须办理夜间施工证明。',
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
    answer: '密云水库、沙厂水库集中式饮用水水源地水质保持稳定达标。',
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
] as const satisfies readonly PlanFigure[]

export type FigureTopic = (typeof figures)[number]['topic']

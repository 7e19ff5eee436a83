// Stated rules that raise urgency to fast (24 h class): what disturbs life at once. Danger: danger-words.ts.

/** Categories that are fast when they are happening now or at night. */
export const fastWhenNow = [
  'fireworks',
  'open-burning',
  'odor',
  'industrial-emissions',
  'construction-noise',
  'sewage-discharge',
  'river-dumping',
  'coal-burning',
  'open-air-barbecue',
] as const

/** Categories that are fast at night without more. */
export const fastAtNight = ['construction-noise'] as const

/** Weak or ill people affected: one class up from general when it happens now. */
export const vulnerable = [
  '婴儿',
  '新生儿',
  '刚出生',
  '宝宝',
  '孩子',
  '小孩',
  '儿童',
  '孕妇',
  '老人',
  '老年人',
  '心脏病',
  '病人',
  '哮喘',
  '高考',
  '中考',
  '备考',
  '坐月子',
  '手术',
  '化疗',
  '透析',
  '卧床',
  '癌症',
  '残疾',
  'baby',
  'child',
  'elderly',
  'pregnant',
] as const

/** Exams: night construction and noise near them are fast. */
export const examWords = ['高考', '中考', '考试期间', '会考'] as const

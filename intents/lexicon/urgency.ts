/**
 * Stated rules that raise urgency. Danger: life or property at risk (2 h class of the rulebook). Fast: what
 * disturbs life at once (24 h class): burning, stench, fireworks, night construction happening now.
 */
export const dangers = {
  fire: [
    '着火',
    '起火',
    '失火',
    '火灾',
    '火势',
    '着了大火',
    '烧着了房',
    '山火',
    '引燃',
    '窜火',
    'on fire',
  ],
  explosion: ['爆炸', '炸了', '要爆', 'explosion', 'exploded'],
  leak: [
    '燃气泄漏',
    '煤气泄漏',
    '天然气泄漏',
    '燃气漏',
    '煤气漏',
    '天然气漏',
    '漏煤气',
    '煤气味',
    '燃气味',
    '天然气味',
    '煤气的味',
    '燃气的味',
    '天然气的味',
    '臭鸡蛋味的气',
    '漏燃气',
    '漏天然气',
    '罐漏气',
    '氨气泄',
    '漏氨',
    '氨气漏',
    '液氨泄',
    '液氨漏',
    '氯气泄',
    '氯气漏',
    '漏氯',
    '化学品泄漏',
    '油罐泄漏',
    '泄露了',
    '泄漏了',
    'gas leak',
    'chemical leak',
  ],
  poisoning: ['中毒', '熏晕', '晕倒', '昏倒', '呕吐送医', '集体呕吐', '投毒', 'poisoned'],
  'trapped-or-hurt': [
    '被困',
    '受伤',
    '砸伤',
    '烧伤',
    '烫伤',
    '人掉进',
    '孩子掉进',
    '老人掉进',
    '掉进井',
    '有人溺水',
    '要出人命',
    '生命危险',
    'trapped',
    'injured',
  ],
} as const

/** Danger words that only look like danger. Regular expressions over normalised text. */
export const notDanger = [
  '(怕|担心|万一|容易|小心|当心|以防|防止|预防|避免|差点|会不会|有没有).{0,8}(着火|起火|失火|火灾|山火|引燃|爆炸|泄漏了|泄露了|中毒|受伤|烧伤|被困)',
  '(火灾|爆炸|中毒|泄漏)(的)?(隐患|风险|危险性)',
  '炸街',
  '(气|吵|烦|臭|震|急)(得|的|到)?(我|人)?(脑袋|头|耳朵|肺)?(都|快|要|得)*炸(了|死)?',
  '(我|肺|头|脑袋|脑子|耳朵|耳膜|心态)(都|快|要|得|被吵|被气|被震)*炸(了|死)?',
  '(气|急|愁|吵|烦|憋|热)(得|的)?(我|人|快)?(都)?要爆',
  '要爆(满|仓|表|棚|单|桶)',
  '油炸',
  '炸(串|鸡|油条|鱼|丸子|薯条)',
  '(噪音|噪声|垃圾|客流|信息)爆炸',
  '爆炸(声的|似的|一样|头)',
  '(像|跟|好像|如同)爆炸',
  '放炮似的爆炸',
  '摔炮',
  '(快|要|能|都|把人|得人|快把人|快被)熏晕',
  '(秘密|信息|隐私|个人信息|身份|电话)(被)?(泄露|泄漏)了',
] as const

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
  '孕妇',
  '老人',
  '心脏病',
  '病人',
  '哮喘',
  '高考',
  '中考',
  '备考',
  '坐月子',
  '手术',
] as const

/** Exams: night construction and noise near them are fast. */
export const examWords = ['高考', '中考', '考试期间', '会考'] as const

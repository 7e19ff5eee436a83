import type { TownId } from '../types.ts'

/** A landmark everybody knows, and whose it is. `source`: who says so. */
type LandmarkData = {
  readonly name: string
  readonly source?: 'valley' | 'west'
  readonly town: TownId
  readonly village: string | null
}

/** What people call several villages at once, or one village of another name: 东智, 长安. */
type GroupNameData = { readonly name: string; readonly villages: readonly string[] }

/**
 * Those without a source bear the name of the village they lie in, or were named by the district. Sources of the
 * rest: `valley`: the township's own account of its sights, 溪翁庄镇, 2021; `west`: 美丽石城镇, a guide of 2020, with
 * addresses. A place that no source puts in one township is not listed: the citizen is asked.
 */
export const landmarks = [
  { name: '古北水镇', town: '110118111', village: '司马台' },
  { name: '司马台长城', town: '110118111', village: '司马台' },
  { name: '白河大坝', town: '110118101', village: null },
  { name: '白河主坝', town: '110118101', village: null },
  { name: '潮河大坝', town: '110118106', village: null },
  { name: '潮河主坝', town: '110118106', village: null },
  { name: '日光山谷', town: '110118105', village: '蔡家洼' },
  { name: '蟠龙山长城', town: '110118111', village: null },
  { name: '卧虎山长城', town: '110118111', village: null },
  { name: '紫海香堤', town: '110118111', village: '汤河' },
  { name: '云蒙山', town: '110118116', village: null },
  { name: '黑龙潭', town: '110118116', village: null },
  { name: '桃源仙谷', town: '110118116', village: null },
  { name: '清凉谷', town: '110118116', village: null },
  { name: '京都第一瀑', town: '110118116', village: null },
  { name: '天仙瀑', town: '110118116', village: null },
  { name: '云岫谷', town: '110118115', village: null },
  { name: '雾灵山', town: '110118115', village: null },
  { name: '雾灵湖', town: '110118115', village: null },
  { name: '遥桥古堡', town: '110118115', village: '遥桥峪' },
  { name: '遥桥峪水库', town: '110118115', village: '遥桥峪' },
  { name: '南山滑雪场', town: '110118104', village: '圣水头' },
  { name: '张裕酒庄', town: '110118105', village: null },
  { name: '爱斐堡', town: '110118105', village: null },
  { name: '首云铁矿', town: '110118105', village: null },
  { name: '首云矿业', town: '110118105', village: null },
  { name: '首云矿山公园', town: '110118105', village: null },
  { name: '沙厂水库', town: '110118105', village: '沙厂' },
  { name: '半城子水库', town: '110118109', village: '半城子' },
  { name: '云峰山', town: '110118109', village: null },
  { name: '密云天文台', town: '110118109', village: null },
  { name: '白龙潭', town: '110118107', village: null },
  { name: '穆家峪机场', town: '110118106', village: null },
  { name: '密云机场', town: '110118106', village: null },
  { name: '密云区医院', town: '110118001', village: null },
  { name: '密云县医院', town: '110118001', village: null },
  { name: '云佛山滑雪场', town: '110118101', village: null, source: 'valley' },
  { name: '云佛山', town: '110118101', village: null, source: 'valley' },
  { name: '云佛洞', town: '110118101', village: null, source: 'valley' },
  { name: '云龙涧', town: '110118101', village: null, source: 'valley' },
  { name: '大云峰禅寺', town: '110118101', village: null, source: 'valley' },
  { name: '青菁顶', town: '110118116', village: null, source: 'west' },
  { name: '桃园仙谷', town: '110118116', village: null, source: 'west' },
  { name: '四合堂清凉谷', town: '110118116', village: null, source: 'west' },
  { name: '鼓楼大街', town: '110118001', village: null },
  { name: '鼓楼东大街', town: '110118001', village: null },
  { name: '鼓楼西大街', town: '110118001', village: null },
  { name: '鼓楼南大街', town: '110118001', village: null },
  { name: '鼓楼北大街', town: '110118001', village: null },
] as const satisfies readonly LandmarkData[]

export const groupNames = [
  { name: '长安', villages: ['长安东区', '长安西区'] },
  { name: '檀城', villages: ['檀城东区', '檀城西区'] },
  { name: '花园', villages: ['花园东区', '花园西区'] },
  { name: '长安小区东区', villages: ['长安东区'] },
  { name: '长安小区西区', villages: ['长安西区'] },
  { name: '檀城小区东区', villages: ['檀城东区'] },
  { name: '檀城小区西区', villages: ['檀城西区'] },
  { name: '花园小区东区', villages: ['花园东区'] },
  { name: '花园小区西区', villages: ['花园西区'] },
  { name: '金笸箩', villages: ['金叵罗'] },
  { name: '一社区', villages: ['第一'] },
  { name: '二社区', villages: ['第二'] },
  { name: '三社区', villages: ['第三'] },
  { name: '四社区', villages: ['第四'] },
  { name: '五社区', villages: ['第五'] },
  { name: '中心区', villages: ['中心区社区'] },
  { name: '云西区', villages: ['云西区社区'] },
  { name: '商务区', villages: ['商务区社区'] },
  { name: '东智', villages: ['东智东', '东智西', '东智北'] },
  { name: '单家庄', villages: ['南单家庄', '北单家庄'] },
  { name: '金沟屯', villages: ['南金沟屯', '北金沟屯'] },
  { name: '焦家坞', villages: ['前焦家坞', '后焦家坞'] },
  { name: '香峪', villages: ['北香峪', '南香峪'] },
  { name: '葫芦峪', villages: ['东葫芦峪', '西葫芦峪'] },
  { name: '田各庄', villages: ['西田各庄', '东田各庄'] },
  { name: '户部庄', villages: ['东户部庄', '西户部庄'] },
  { name: '学各庄', villages: ['东学各庄', '西学各庄'] },
  { name: '北穆家峪', villages: ['北穆家峪回族村'] },
  { name: '大漕', villages: ['大漕村'] },
  { name: '小漕', villages: ['小漕村'] },
] as const satisfies readonly GroupNameData[]

/**
 * Names that are also plain words. `strong` ones are a place only with 村 or 社区 behind them, their township
 * before them, behind 家住, or when they are all that was said; for `weak` ones it is enough to open a clause or stand behind 在 or 住.
 */
export const everyday = {
  strong: [
    ...['阳光', '绿地', '果园', '花园', '葡萄园', '桑园', '马场', '铁矿', '台上', '套里', '钓鱼台'],
    ...['新兴', '团结', '建新', '兴盛', '红光', '红星', '光明', '正阳', '朝阳', '石洞子'],
    ...['新生', '新农村', '明珠', '北山', '西山', '东山', '北头', '河下', '庄头', '坡头', '小口'],
    ...['营房', '水泉', '两河', '平头', '下河', '东沟', '北沟', '南菜园', '阳坡地'],
    ...['河北', '河西', '岭东', '界牌', '三岔口', '东升', '东进', '北台', '石桥', '沿湖', '黄土梁'],
    ...['太师', '长安', '中心区', '商务区'],
    ...['第一', '第二', '第三', '第四', '第五'],
    ...['一社区', '二社区', '三社区', '四社区', '五社区'],
  ],
  weak: [
    ...['鼓楼', '行宫', '东庄', '南沟', '大岭', '小岭', '汤河', '沙厂', '石匣', '车站路', '宾阳'],
    ...['石城', '王庄', '田庄', '辛庄', '西智', '上峪', '沙峪', '二道河', '马营', '下营', '田各庄'],
    ...['兴云', '云北', '白檀', '柏崖', '后甸', '前厂', '香峪', '下会', '令公', '檀城', '塘子'],
    ...['黑龙潭', '白龙潭', '天仙瀑', '清凉谷', '东智', '贾峪', '达岩', '羊山', '水漳', '尖岩'],
    ...['康居', '福荣', '嘉益', '双井', '水峪', '碱厂', '塔沟', '二道沟', '头道沟', '署地', '沿村'],
    ...['永安', '永乐', '海子', '城子', '土门', '中庄', '下屯', '东关', '西口外', '大屯', '金沟'],
    ...['新北区', '新中区', '新西区', '河漕', '坟庄', '云溪', '梨树沟', '柳树沟', '大石门'],
    ...['宁村', '四合村', '东菜园', '黄土坎', '光明队', '北甸子', '开发区', '经济开发区', '云西区'],
  ],
} as const

/** Words and street names that hold a place's name and are none. */
export const noPlaces = [
  ...[
    '高岭土',
    '太师椅',
    '长安街',
    '长安汽车',
    '长安福特',
    '阳光房',
    '阳光板',
    '阳光下',
    '朝阳群众',
  ],
  ...['光明牛奶', '绿地集团', '鼓楼医院', '新农村建设', '阳光明媚', '团结一致', '果园里'],
  ...['花园里', '后花园', '小花园', '街心花园', '大花园', '屋顶花园', '绿地里', '绿地公园'],
  ...['河北牌照', '河北牌', '河北籍', '河北车', '冀牌', '第一次', '第一时间', '第一天', '第二天'],
] as const

/** The district itself: supports a name that follows, names no township. */
export const districtNames = [
  ...['北京市密云区', '北京密云区', '北京市密云县', '北京市密云', '北京密云', '密云区', '密云县'],
  ...['密云城区', '密云县城', '密云', 'Miyun District', 'Miyun'],
] as const

/** Names that begin with the district's and are not its own: the reservoir lies in many townships. */
export const districtWide = ['密云水库', '白河', '潮河', '清水河', '安达木河', '潮白河'] as const

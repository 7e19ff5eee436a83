import type { TownId } from '../types.ts'

/** A landmark everybody knows, and whose it is. */
type LandmarkData = {
  readonly name: string
  readonly town: TownId
  readonly village: string | null
}

/** What people call several villages at once, or one village of another name: 东智, 长安. */
type GroupNameData = { readonly name: string; readonly villages: readonly string[] }

/** A place outside the district. Bare aliases count only where the words around them speak of a place. */
type OutsideData = { readonly name: string; readonly aliases: readonly string[] }

export const landmarks = [
  { name: '古北水镇', town: '110118111', village: '司马台' },
  { name: '司马台长城', town: '110118111', village: '司马台' },
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
    ...['阳光', '绿地', '果园', '花园', '葡萄园', '桑园', '马场', '铁矿', '海子', '城子', '台上'],
    ...['新兴', '团结', '建新', '兴盛', '红光', '红星', '光明', '永安', '永乐', '正阳', '朝阳'],
    ...['新生', '新农村', '明珠', '北山', '西山', '东山', '北头', '河下', '庄头', '坡头', '小口'],
    ...['营房', '土门', '水泉', '两河', '平头', '中庄', '下河', '下屯', '东沟', '北沟', '东关'],
    ...['河北', '河西', '岭东', '界牌', '三岔口', '东升', '东进', '西口外', '北台', '石桥', '沿湖'],
    ...['新北区', '新中区', '新西区', '大屯', '太师', '长安', '中心区', '商务区'],
    ...['第一', '第二', '第三', '第四', '第五'],
  ],
  weak: [
    ...['鼓楼', '行宫', '东庄', '南沟', '大岭', '小岭', '汤河', '沙厂', '石匣', '车站路', '宾阳'],
    ...['石城', '王庄', '田庄', '辛庄', '西智', '上峪', '沙峪', '二道河', '马营', '下营', '田各庄'],
    ...['兴云', '云北', '白檀', '柏崖', '后甸', '前厂', '香峪', '下会', '令公', '檀城', '塘子'],
    ...['黑龙潭', '白龙潭', '天仙瀑', '清凉谷', '东智', '贾峪', '达岩', '羊山', '水漳', '尖岩'],
    ...['康居', '福荣', '嘉益', '双井', '水峪', '碱厂', '塔沟', '二道沟', '头道沟', '署地', '沿村'],
    ...['宁村', '四合村', '立新庄', '光明队', '北甸子', '开发区', '云西区'],
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
  ...['光明牛奶', '绿地集团', '新农村建设', '阳光明媚', '团结一致', '果园里'],
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

export const outsidePlaces = [
  { name: '怀柔区', aliases: ['怀柔', 'Huairou'] },
  { name: '顺义区', aliases: ['顺义', 'Shunyi'] },
  { name: '平谷区', aliases: ['平谷', 'Pinggu'] },
  { name: '朝阳区', aliases: ['Chaoyang'] },
  { name: '海淀区', aliases: ['海淀', 'Haidian'] },
  { name: '东城区', aliases: [] },
  { name: '西城区', aliases: [] },
  { name: '丰台区', aliases: ['丰台'] },
  { name: '石景山区', aliases: ['石景山'] },
  { name: '门头沟区', aliases: ['门头沟'] },
  { name: '房山区', aliases: ['房山'] },
  { name: '通州区', aliases: ['通州', 'Tongzhou'] },
  { name: '昌平区', aliases: ['昌平', 'Changping'] },
  { name: '大兴区', aliases: ['大兴', 'Daxing'] },
  { name: '延庆区', aliases: ['延庆', '延庆县', 'Yanqing'] },
  { name: '北京经济技术开发区', aliases: ['亦庄'] },
  { name: '滦平县', aliases: ['滦平'] },
  { name: '兴隆县', aliases: ['兴隆'] },
  { name: '丰宁县', aliases: ['丰宁', '丰宁满族自治县'] },
  { name: '承德市', aliases: ['承德', '承德县'] },
  { name: '隆化县', aliases: ['隆化'] },
  { name: '赤城县', aliases: ['赤城'] },
  { name: '怀来县', aliases: ['怀来'] },
  { name: '遵化市', aliases: ['遵化'] },
  { name: '三河市', aliases: ['燕郊'] },
  { name: '香河县', aliases: ['香河'] },
  { name: '廊坊市', aliases: ['廊坊'] },
  { name: '张家口市', aliases: ['张家口'] },
  { name: '唐山市', aliases: ['唐山'] },
  { name: '保定市', aliases: ['保定'] },
  { name: '石家庄市', aliases: ['石家庄'] },
  { name: '秦皇岛市', aliases: ['秦皇岛'] },
  { name: '蓟州区', aliases: ['蓟县', '蓟州'] },
  { name: '河北省', aliases: ['河北'] },
  { name: '天津市', aliases: ['天津', 'Tianjin'] },
  { name: '上海市', aliases: ['上海', 'Shanghai'] },
  { name: '重庆市', aliases: ['重庆'] },
  { name: '广州市', aliases: ['广州'] },
  { name: '深圳市', aliases: ['深圳'] },
  { name: '东莞市', aliases: ['东莞'] },
  { name: '佛山市', aliases: ['佛山'] },
  { name: '成都市', aliases: ['成都'] },
  { name: '武汉市', aliases: ['武汉'] },
  { name: '杭州市', aliases: ['杭州'] },
  { name: '南京市', aliases: ['南京'] },
  { name: '苏州市', aliases: ['苏州'] },
  { name: '西安市', aliases: ['西安'] },
  { name: '郑州市', aliases: ['郑州'] },
  { name: '济南市', aliases: ['济南'] },
  { name: '青岛市', aliases: ['青岛'] },
  { name: '沈阳市', aliases: ['沈阳'] },
  { name: '大连市', aliases: ['大连'] },
  { name: '长春市', aliases: ['长春'] },
  { name: '哈尔滨市', aliases: ['哈尔滨'] },
  { name: '太原市', aliases: ['太原'] },
  { name: '长沙市', aliases: ['长沙'] },
  { name: '合肥市', aliases: ['合肥'] },
  { name: '福州市', aliases: ['福州'] },
  { name: '厦门市', aliases: ['厦门'] },
  { name: '南昌市', aliases: ['南昌'] },
  { name: '昆明市', aliases: ['昆明'] },
  { name: '贵阳市', aliases: ['贵阳'] },
  { name: '南宁市', aliases: ['南宁'] },
  { name: '海口市', aliases: ['海口'] },
  { name: '兰州市', aliases: ['兰州'] },
  { name: '银川市', aliases: ['银川'] },
  { name: '西宁市', aliases: ['西宁'] },
  { name: '呼和浩特市', aliases: ['呼和浩特'] },
  { name: '乌鲁木齐市', aliases: ['乌鲁木齐'] },
  { name: '香港特别行政区', aliases: ['香港'] },
  { name: '台湾省', aliases: ['台湾'] },
] as const satisfies readonly OutsideData[]

/** Outside neighbours a map pin may fall to: seats in WGS84 degrees, to within 5 km. */
export const neighbourSeats = [
  { name: '怀柔区', lat: 40.316, lon: 116.632 },
  { name: '顺义区', lat: 40.13, lon: 116.655 },
  { name: '平谷区', lat: 40.141, lon: 117.121 },
  { name: '兴隆县', lat: 40.417, lon: 117.5 },
  { name: '滦平县', lat: 40.941, lon: 117.333 },
] as const

/** What a pin is called that lies beyond the district and near none of its neighbours. */
export const beyond = '密云区以外'

/** Words around a place's name. Patterns are sources of regular expressions. */
export const words = {
  /** Behind a township's name: part of it, by its kind. Longest first. */
  townSuffixes: {
    street: ['街道办事处', '地区办事处', '街道办', '办事处', '街道', '地区', '满族乡'],
    rural: ['镇人民政府', '镇政府', '镇', '乡'],
    park: ['管委会'],
  },
  /** What only another place's name bears: 果园镇 is no street of ours. */
  otherTownSuffixes: { street: ['镇', '县'], rural: ['街道', '县', '区', '市'], park: [] },
  /** Between a city's bare name and a name in it: 朝阳的十里堡. */
  of: '的',
  /** Tells a community from the township of the same name. */
  community: '社区',
  /** Behind the name of a community. Longest first. */
  communitySuffixes: [
    '社区居民委员会',
    '居民委员会',
    '社区居委会',
    '居委会',
    '小区',
    '社区',
    '家属院',
  ],
  /** Behind the name of a village. Longest first. */
  villageSuffixes: ['村民委员会', '村委会', '村'],
  /** Behind a name: it is that of a road, a bridge, a new housing estate. A regular expression. */
  road: '[东南西北中前后]?(?:大街|[路街桥巷]|胡同|环岛|新村)',
  /** What an address says that adds nothing to the names in it. A regular expression. */
  plainInAddress: '北京市?|密云[区县]?|街道办?|镇|乡|地区|村民?委?会?|社区|小区|[\\s，,、。：:的]',
  /** 村 before these belongs to another word. */
  notAfterVillage: '民庄镇',
  /** Suffixes that open a spot when more of one follows: 小区门口, 村北边. */
  spotOpeners: ['小区', '社区', '村', '村委会', '居委会'],
  /** What they open. A regular expression. */
  openedBy: '[东南西北口头里外内边中门前后旁对底]|大门|附近|[0-9一二三四五六七八九十]',
  /** Just before a name: somebody is somewhere. */
  before: [
    '在',
    '住',
    '于',
    '到',
    '去',
    '来',
    '往',
    '从',
    '是',
    '叫',
    '我们',
    '咱',
    '我',
    '投诉',
    '举报',
    ...['我家', '你家', '他家', '她家', '们家', '大家', '人家', '自家'],
  ],
  /** Before a name: what follows is an address. A regular expression, up to the name. */
  address: '(?:地址|地点|位置|位于|坐落在|坐落于|所在地)(?:是|在|为|就是)?[:： ]?$',
  /** A character a name of everyday words may stand behind; others make it the end of a longer name: 湖滨花园小区. */
  leftEdges: '的在住是和与跟及到从对面近旁边们咱我你他她由离往去来过叫为向自该此本这那里',
  /** An administrative name right before a place: it is of that place. `ownAreas` name none: 小区, 我们镇. */
  otherArea: '[\\u4e00-\\u9fa5a-z0-9](?:市|区|县|镇|乡|街道)$',
  ownAreas:
    '(?:小区|社区|园区|城区|地区|库区|山区|郊区|景区|发区|新区|老区|[本我该全厂院片矿林校营住街辖个们古水小的][区镇乡县市]|城市|超市|夜市|集市|门市|都市|城乡|下乡|家乡|老乡|村镇|乡镇|城镇|集镇|街镇|[本该各]街道|们街道)$',
  /** Ends of the name of an area that a village's may stand behind: 溪翁庄镇金叵罗. */
  areaEnds: '市区县镇乡道云',
  /** Behind the name of a district: no district is meant. */
  notDistrict: '域间块段',
  /** Behind the name of a village called after a river: the river is meant, 汤河边上. A regular expression. */
  bank: '[边沿岸里道滩堤坝底]|两岸|对岸|上游|下游|水',
  /** Ends as an area of ours does, in the name of an estate: 城市花园. A regular expression. */
  estates: '[城都]市$',
  /** Behind the bare name of a short village: another, longer name. */
  longerNames: '山州城洲港岛',
  /** Just before the bare name of a city: it is where somebody is. */
  beforeOutside: ['在', '住', '于', '我是', '我们', '地址是', '这里是'],
  /** Just behind a name that is all the answer. */
  answerTails: [
    ...[
      '的',
      '那边',
      '这边',
      '那里',
      '这里',
      '附近',
      '边上',
      '旁边',
      '啊',
      '呀',
      '呢',
      '吧',
      '那儿',
      '这儿',
    ],
    ...['那块', '这块', '一带'],
  ],
  /** Behind a name after 在: it is a stretch of land, whatever the word. */
  areaTails: [
    '这边',
    '那边',
    '那里',
    '这里',
    '这块',
    '那块',
    '一带',
    '那儿',
    '这儿',
    '那片',
    '这片',
  ],
  /** Before a name: that it lies not in the district. */
  notOurs:
    '(?:不在|没在|不是|不归|不属于|不算)密云(?:区|县|的|境内|管|这边)?[，,。 ]?(?:是|在|归|属)?$',
  /** Just before a name: it is not meant. */
  denied: ['不是', '不在', '并非', '并不是'],
  /** Just before a name: where the speaker lives, which may not be where it happens. */
  home: ['家住', '我住', '住在', '我是', '我家在', '家在'],
  lives: '住',
  /** A short name behind one of these is probably another village's, and so is any with its 村: 北李各庄村. */
  otherNames: '大小老东西南北前后中上下新旧二三四五六七八九',
  /** Before a side: it is a direction, no part of a name: 往北李各庄. */
  heading: '往向朝靠村镇乡街路口庄城头',
  /** Behind a short name, up to 村 or 社区: it is a longer one: 辛庄子村. A regular expression. */
  longerVillage:
    '[子户里园苑家坨店堡营头角沟口岭厂寺湾后上下底外门峪嘴东西南北][东西南北]?(?:社区|小区|村(?![民委口里外北南东西边头庄]))',
  /** A name of a province behind these is where the speaker was born. */
  native: ['我是', '我们'],
  provinces: ['省', '自治区'],
  /** Behind the bare name of a city: a kitchen, a number plate, a native. */
  notOutside: [
    ...[
      '火锅',
      '烤鱼',
      '小吃',
      '拉面',
      '烧烤',
      '烤肉',
      '小面',
      '菜',
      '风味',
      '牌',
      '籍',
      '人',
      '话',
    ],
    ...[
      '路',
      '街',
      '大街',
      '大厦',
      '饭店',
      '宾馆',
      '酒店',
      '包子',
      '米线',
      '米粉',
      '热干面',
      '串串',
    ],
    ...['来的', '过来', '开来', '拉来', '运来', '产的', '口音', '老乡', '大哥', '老板', '师傅'],
    ...['牌照', '车', '银行', '大众', '烤鸭', '臭豆腐', '冒菜', '担担面', '羊肉', '方向', '的车'],
  ],
  /** Separators that may stand between a township and its village. */
  joints: ' ,，、-·的:：',
  /** Ends of a sentence's part. */
  stops: '，,。.！!？?；;：:、（(【[“"《 \n\t~～…',
  /** Spots that say something on their own, anywhere in a text. */
  spotAlone:
    '(?:(?!密?云区|[有是在的天总都经常晚上半夜这那条段从和与把被个好很太某区])[\\u4e00-\\u9fa5]{2,4}(?:大街|路|街|胡同)[0-9]{1,4}号)|(?:小区|社区|村|园区|学校|厂区?|院)?(?:[东西南北]{1,2}(?:门|口|边|侧|头|面|角)(?:口)?|[前后侧正旁偏]门口?|大门口?|门口|村口|路口|桥头|桥下|河边|路边|村委会(?:门口|旁边|对面)?)',
  /** What may follow a place's name and belong to the address. */
  spotPart:
    '(?:(?![有是在的天总都经常晚上半夜这那条段从和与把被个好很太某])[\\u4e00-\\u9fa5]{0,6}?(?:[一二三四五六七八九十0-9]区|工业园区?|产业园|开发区|园区|花园|家园|小区|公寓|大厦|写字楼|别墅|度假村|农家院|家属院)|[东西南北]?[0-9]{1,4}米(?:处|左右)?|[第]?[0-9一二三四五六七八九十百]{1,4}(?:号楼|号院|号线|单元|号|栋|幢|楼|弄|区|期|队|组|门|排|巷|条)|[东西南北][东西南北]?(?:侧|边|面|门|口|头|角|区|路|街|里|院|坡|山|河沟|沟|河|大桥|桥|桥头)?|(?![有是在的天总都经常晚上半夜这那条段从和与把被个好很太])[\\u4e00-\\u9fa5]{1,3}(?:大街|路|街|胡同|巷|桥)(?:与|和)?|门口|大门口?|路口|村口|桥头|桥下|路边|街边|河边|河道|河沟|河滩|河里|沟里|沟边|附近|旁边|旁|对面|对过|后面|前面|里面|外面|后身|后边|前边|边上|楼下|底商|院内|院里|院子|广场(?!舞)|公园|菜市场|市场|超市|小学|中学|学校|幼儿园|卫生院|医院|加油站|火车站|汽车站|公交站|车站|工地|村委会|居委会|大队部|停车场|山上|山下|山脚下?|山坡|地里|林地|树林|垃圾站|垃圾场|垃圾点|砖厂|水库|大棚|口|里|内|外|旁|边)',
  spotMost: 6,
} as const

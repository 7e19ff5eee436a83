/** What is personal in words, for an official to read and to add to. Signs and words stand here as they are written. */

/** Signs that people put between the digits of a number; zero-width ones are not seen. */
export const numberSeparators = '-－‐‑‒–—―−﹣_＿ .．。·•・‧/／＼()（）[]【】~～'

/** Digits in each group of a number that is told group by group: 138，1234，5678. With these, any signs may stand between. */
export const numberGroupings = ['3-4-4', '4-3-4', '4-4-3', '3-8', '7-4', '6-8-4', '4-4-4-4-3']

/** Blanks and invisible signs, by their Unicode numbers: no-break, wide, thin and zero-width spaces, soft hyphen. */
export const blanks = [
  0x09, 0x5c, 0xa0, 0xad, 0x2002, 0x2003, 0x2007, 0x2009, 0x200a, 0x200b, 0x200c, 0x200d, 0x202f,
  0x2060, 0x3000, 0xfeff,
]

/** Digits as words; 两 is not among them: nobody reads a number out with it. */
export const digitWords: Readonly<Record<string, string>> = {
  零: '0',
  〇: '0',
  一: '1',
  幺: '1',
  壹: '1',
  二: '2',
  贰: '2',
  三: '3',
  叁: '3',
  四: '4',
  肆: '4',
  五: '5',
  伍: '5',
  六: '6',
  陆: '6',
  七: '7',
  柒: '7',
  八: '8',
  捌: '8',
  九: '9',
  玖: '9',
}

/** A number after one of these is a file's, not a person's. */
export const fileNumberNames = [
  '工单',
  '单号',
  '编号',
  '订单',
  '流水号',
  '受理号',
  '文号',
  '案号',
  '运单',
  '快递',
  '信用代码',
  '许可证',
  '执照',
]

/** What follows a measured amount: such a number is none to call. */
export const measures = [
  '元',
  '块',
  '万',
  '亿',
  '平',
  '米',
  '亩',
  '公里',
  '千米',
  '吨',
  '斤',
  '公斤',
  '千克',
  '升',
  '分贝',
  '度',
  '人',
  '户',
  '次',
  '个',
  '年',
  '月',
  '日',
  '天',
  '小时',
  '立方',
  '毫克',
  '微克',
  '棵',
  '头',
  '只',
  '辆',
  '车',
]

/** Words that say a short number is a telephone's. */
export const phoneNames = [
  '电话',
  '座机',
  '手机',
  '联系',
  '号码',
  '致电',
  '打我',
  '回电',
  'tel',
  'phone',
]

/** Between a telephone number and its extension. */
export const extensionNames = ['转', '分机', '分机号', 'ext', 'ext.']

/** Names of accounts on other services; what follows is the account. */
export const accountNames = [
  '微信号',
  '微信',
  '薇信',
  'V信',
  'vx',
  'wx',
  'wechat',
  'QQ号',
  'QQ',
  '扣扣',
  'line id',
  'lineid',
  'telegram',
  '支付宝',
]

/** Papers whose number is named; what follows is the number. */
export const paperNames = [
  '护照号',
  '护照',
  '通行证',
  '回乡证',
  '台胞证',
  '居住证',
  '驾驶证',
  '驾照',
  '社保卡',
  '医保卡',
  'passport',
]

/** First signs of number plates: provinces, the armed police, the forces. */
export const plateRegions = '京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新'
export const plateForces = '空海军北南兰济沈成广'
/** Last signs of some plates: trailer, learner, police, Hong Kong, Macao, embassy, consulate, trial, oversize. */
export const plateEndings = '挂学警港澳使领试超'

/** Surnames, those of two characters first. */
export const compoundSurnames = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '宇文',
  '长孙',
  '夏侯',
  '司徒',
  '端木',
  '南宫',
  '独孤',
]
export const surnames =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴鬱胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公闫肖付'

/** A name follows for certain. */
export const nameAnnounced = [
  '我叫',
  '我的名字叫',
  '我的名字是',
  '我名字叫',
  '我名叫',
  '本人叫',
  '本人姓名',
  '名叫',
  '姓名',
  '联系人',
  '反映人',
  '举报人',
  '投诉人',
  '诉求人',
  '来电人',
  '署名',
  '落款',
  '称呼我',
  '叫我',
]
/** A name may follow: it counts when it begins with a surname and the clause ends after it. */
export const nameHinted = ['我是', '本人是', '本人', '这里是']
/** What the sentence goes on with after "I am": no names, though they begin like one. */
export const noNames = [
  '居民',
  '业主',
  '租户',
  '党员',
  '老师',
  '学生',
  '家长',
  '村民',
  '司机',
  '市民',
  '员工',
  '工人',
  '群众',
  '住户',
  '农民',
  '常客',
  '路人',
  '于是',
  '安保',
  '水工',
  '和他',
  '成年',
  '应该',
  '从这',
  '都是',
  '那个',
  '那边',
  '关于',
  '想问',
  '连着',
  '通过',
  '向您',
  '后来',
]
/** Titles that follow a surname. */
export const titles = [
  '先生',
  '女士',
  '小姐',
  '师傅',
  '大爷',
  '大妈',
  '大姐',
  '大哥',
  '阿姨',
  '叔叔',
  '老师傅',
]

/** Somebody says where they live; house numbers after it are theirs. */
export const homeAnnounced = [
  '我家住',
  '我家在',
  '我家就在',
  '我家是',
  '我家',
  '我们家',
  '我住在',
  '我住',
  '我们住',
  '本人住',
  '家住',
  '住在',
  '现住',
  '住址',
  '家庭住址',
]
/** Somebody is placed by their neighbour: the clause tells who they are. */
export const neighbourAnnounced = [
  '我是',
  '我家在',
  '我家就在',
  '我就住',
  '我住在',
  '我住',
  '我们住',
  '家住',
  '我家住',
]
export const neighbourEnds = [
  '隔壁',
  '对门',
  '对面',
  '楼上',
  '楼下',
  '邻居',
  '旁边',
  '后面',
  '前面',
  '斜对面',
  '挨着',
  '紧挨',
]
/** Somebody says that they work there. */
export const workEnds = ['上班', '打工', '干活', '工作', '当保安', '当司机', '做饭', '值班']
export const workRoles = [
  '员工',
  '工人',
  '职工',
  '保安',
  '会计',
  '厨师',
  '服务员',
  '保洁',
  '临时工',
  '学徒',
  '老板娘',
  '股东',
  '前员工',
]
/** What somebody is to the one they report: whoever is told it knows who speaks. */
export const relations = [
  ...workRoles,
  '邻居',
  '街坊',
  '亲戚',
  '亲属',
  '亲家',
  '侄子',
  '外甥',
  '表弟',
  '表哥',
  '小舅子',
  '同事',
  '同学',
  '同村',
  '发小',
  '战友',
  '朋友',
  '徒弟',
  '房客',
  '租客',
  '租户',
  '房东',
  '合伙人',
  '供货的',
  '内部的人',
  '里面的人',
  '里头的人',
  '内部人员',
  '司机',
  '师傅',
  '对门',
  '隔壁',
  '一个村',
  '一个单位',
  '一个厂',
  '一个楼',
  '一栋楼',
  '一家人',
]
/** Whom and where somebody works for or rents from: with 我们 before it, it tells who speaks. */
export const employers = [
  '老板',
  '老板娘',
  '东家',
  '房东',
  '领导',
  '厂长',
  '店长',
  '经理',
  '工头',
  '包工头',
  '厂',
  '公司',
  '单位',
  '车间',
  '店',
]
/** The one they report, as people point at them. */
export const accused = [
  '他',
  '她',
  '它',
  '他们',
  '人家',
  '老板',
  '店主',
  '摊主',
  '厂长',
  '工头',
  '这家',
  '那家',
  '店家',
]
/** Family, by whom somebody is known: their name, school or place of work follows. */
export const family = [
  '儿子',
  '女儿',
  '孩子',
  '老公',
  '老婆',
  '爱人',
  '丈夫',
  '妻子',
  '爸',
  '妈',
  '父亲',
  '母亲',
  '爸爸',
  '妈妈',
  '孙子',
  '孙女',
  '婆婆',
  '公公',
  '岳父',
  '岳母',
  '对象',
  '男朋友',
  '女朋友',
  '儿媳妇',
  '儿媳',
  '媳妇',
  '女婿',
  '外孙',
  '爷爷',
  '奶奶',
  '姥姥',
  '姥爷',
  '弟弟',
  '妹妹',
  '哥哥',
  '姐姐',
  '侄子',
  '侄女',
  '外甥',
  '小舅子',
  '大姨',
  '姑姑',
  '舅舅',
  '二叔',
  '叔叔',
  '闺女',
  '姑娘',
  '丫头',
  '娃',
]

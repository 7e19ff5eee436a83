/**
 * How something is said rather than what: negation, rhetoric, irony, conditions, questions, what is past or only
 * likened. Regular expressions over normalised text; each is a feature of the reader of utterances.
 */
export const utteranceCues = {
  negation:
    '没|不(?!错|过|好意思|管|满)|别|甭|未|无|莫|勿|冇|木有|\\b(no|not|never|nobody|none)\\b|n.t\\b',
  'double-negation':
    '(没|没有|无)(啥|什么)?(不|毛病|问题|意见)|不(是)?不|没(有)?不|挑不出|不错|没得(说|挑)',
  'negated-solved':
    '(没|未|不|没有|没法|无法|从没|根本)(有|人|全|给|能|曾|怎么)?(解决|处理|管|弄|清|变|改|用|效)',
  rhetoric:
    '(哪|哪儿|哪里|谁|什么时候|啥时候|几时|怎么|咋|凭什么|难道|什么|啥|个屁|个鬼|个毛|个头|个啥).{0,6}(了|啊|呀|过|吗)?$|才怪|(这|那)(也|还)?(叫|算)|吗[？?！!]*$',
  irony:
    '呵呵|可真|真会|好一个|真好[啊哦呀]|做梦|笑话|才怪|个(屁|鬼|毛|头|啥|锤子)|鬼才|多亏|托.{0,3}福',
  condition: '如果|要是|万一|假如|假设|倘若|的话|一旦|\\bif\\b|what if',
  question:
    '吗|么[？?]?$|呢[？?]?$|[？?]$|什么|啥|怎么|咋|为什么|为啥|干嘛|多久|多长|几(天|点|个|时)|哪(个|里|儿|位)|谁|多少|能不能|会不会|是不是|可不可以|可以.{0,8}(吗|不)$|\\b(what|why|how|when|who|where|which|can|is|are|do|does|will)\\b',
  again: '又|再次|还是|还在|照样|依旧|仍然|老样子|一样|复发|\\b(again|still|same)\\b',
  past: '昨天|前天|去年|前年|上个月|上周|上次|以前|之前|曾经|那次|已经(扑)?灭|灭了|扑灭|过去了|后来|\\b(last|ago|yesterday)\\b',
  liken: '像|似的|跟.{0,8}(一样|似的|差不多)|好比|如同|仿佛|一般的|\\blike\\b',
  fear: '怕|担心|恐怕|万一|隐患|风险|容易|会不会|有没有|危险(吗|性)',
  degree: '死(了|人|我)|得要(死|命)|要(疯|死|命)|快(疯|死|被)|逼疯|炸(锅|了锅|街)|受不了',
  heard: '听说|据说|新闻|电视|网上说|报道|传言|演习|演练|宣传|培训',
  stop: '撤|取消|算了|不(告|投诉|举报|追究|报|要|用|弄)了?|cancel|withdraw|forget|never ?mind',
  'stop-negated':
    '(不|别|甭|没|没说|谁说|不是|先不|还是不|不要|不用|不能|千万别|谁要|不想|暂不)(要|想|说)?(撤|取消)|撤什么|不撤',
  'stop-asked': '(撤|取消).{0,6}(吗|会|能|还|以后|之后|怎)',
  agree: '^(对|是|好|嗯|行|可以|没错|确认|确定|同意|中|成|妥|ok|yes|要得|得嘞|中)',
  but: '但|不过|可是|就是|只是|然而|除了|却',
  satisfied: '满意|好评|满分|点赞|差评|零分|\\b(satisf|happy)',
  'not-satisfied':
    '(不|没|没法|谈不上|说不上|哪|怎么|能|算不上)(是|很|太|怎么|大|够|得了)?(满意)|满意(个|什么|啥|才怪|不了)|不满(?!意的)|差评|失望|敷衍|糊弄|零分|dissatisf|not (very )?(satisf|happy)',
  'hardly-satisfied':
    '(基本|还算|勉强|比较|大体|算)满意|还行|凑合|一般|马马虎虎|过得去|还可以|将就|so.so',
  contact: '联系|打(过|了)?电话|电话|来过|来人|上门|找过|(call|contact|came)',
  'not-contact':
    '(没|没有|从没|哪|谁|无|未|一直没|压根没|根本没)(有)?(人)?(来|给|接|收)?(到|过|我)?(联系|打|电话|来|找|上门|见|接到|收到)|人影|(nobody|no one)',
  part: '一半|部分|一点|有时|偶尔|少了|小了|好(些|点|多)|轻了|周末还|还有(一|点)|剩|partly|better|sometimes',
  solved:
    '解决|处理(好|完|了)|好了|没(了|有了)|走了|清(走|理|净|静)|停(了|工)|拆|搬|不(冒|吵|臭|响|呛)|solved|fixed|gone|stopped',
  unsolved:
    '还(在|是|有|那|冒|烤|吵|响|臭|呛)|照(样|旧|冒|烤)|老样子|又(来|出|摆|开|冒|烧)|糊弄|走过场|做样子|没(用|变|动静|效果|解决)|不(管用|解决|顶用)|白(忙|折腾|投诉)',
  hurry:
    '快(点|些|来|处理|办)|抓紧|赶(紧|快|忙)|尽快|催|还没(人|来|管|处理|动静)|(等|拖)(了|到)|几天了|天了|什么时候(来|能|才|处理)|hurry|asap|speed',
  person:
    '人工|真人|活人|客服|接线|坐席|工作人员|领导|打电话给我|给我(打|回)|跟人(说|讲)|human|person|operator|agent',
  secret:
    '匿名|保密|(别|不要|不想|不能|千万).{0,4}(说|让|告诉|透露|泄露|暴露|留|写).{0,10}(我|知道|名|谁|信息|电话|身份)|报复|anonym|confidential',
  suggest: '建议|希望(以后|能|你们)|提个|不如|可以考虑|最好能|应该多|能不能(多|在|给|夏天)|suggest',
  praise:
    '表扬|点赞|锦旗|给力|真(好|快|棒|负责)|态度(真|特别|很)?好|效率(真)?高|干得|great|excellent',
  abuse:
    '废物|饭桶|傻|白痴|智障|脑(残|子)|滚|妈的|他妈|狗|骗子|混蛋|王八|垃圾(政府|平台|系统|机器)|吃干饭|有病|踢皮球|idiot|stupid|useless|fuck',
  polite: '谢|辛苦|麻烦(你|您)|多谢|感谢|拜托|thank',
} as const

/** What is said not to be done is never done. */
export const utteranceGuards = {
  not: '(别|不要|不用|不能|甭|勿|莫|先不|还是不|暂不|千万别|没说要?|谁说要?|谁要|不想|不是要|(?<!要)不|do not |don.t |not )(再|给我|急着|要|去|先)?',
  doing: '提交|报|交|发|送|确认|派|上报|开单|submit|send|confirm',
  stopping: '撤|取消|销案|销单|withdraw|cancel',
} as const

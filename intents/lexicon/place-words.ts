/** Words about places that no place's name tells. Regular expressions over normalised text. */
export const placeWords = {
  /** What follows comes on top of what was told, and does not replace it. */
  also: [
    '(还|另)有',
    '另外',
    '此外',
    '除此(之外|以外)?',
    '也(有|在|是|一样|这样|存在|出现)',
    '还发现',
    '\\b(also|as well|besides|in addition)\\b',
  ],
  /** Where it was before: 它家后门还倒泔水. */
  same: [
    '(它|他|她|他们|它们)家',
    '(这|那|同一)家',
    '(同一个|还是那个|还是这个|就那个|一样的)(地方|位置|地址|店|工地|厂)',
    '(还是|也是|也在|就在)(那儿|那里|这儿|这里)',
    '地方(一样|没变|同上)|地址同上',
    '\\bsame place\\b',
  ],
  /** The place is wrong, and the right one is not said: the whole message. */
  misplaced: [
    '^(是|就是)?(这个)?(地址|地点|位置|地方|镇街|村子?|小区)(写|说|弄|填|搞)?(得|的)?(不对|错了?|有错|有误|不准确?|有问题)[了啊呀吧，。！ ]*$',
    '^(改|修改|换|更正)(一下|下)?(地址|地点|位置|地方)[吧，。！ ]*$',
    '^(地址|地点|位置)[，。！ ]*$',
    '^(the )?(address|place|location)( is)? (wrong|not right|incorrect)[. ]*$',
  ],
} as const

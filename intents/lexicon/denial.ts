/** Words that deny what follows them in the same clause. Groups of regular expressions over normalised text. */
export const denial = {
  /** A denial, unless one of `except` comes right before it (是不是, 要不是 …). */
  cues: [
    '去掉',
    '删掉',
    '划掉',
    '不是',
    '并不是',
    '并非',
    '而非',
    '不属于',
    '没说是',
    "isn't",
    'is not',
    'not',
  ],
  except: ['是', '要', '可', '莫', '岂', '又'],
  /** What ends the reach of a denial. */
  ends: [
    '，',
    '。',
    '；',
    '！',
    '？',
    ',',
    '.',
    ';',
    '!',
    '?',
    '\n',
    ' ',
    '而是',
    '就是',
    '是',
    'but',
  ],
  /** A clause that ends so asks back instead of denying: 不是全区禁放吗. */
  asking: ['吗', '么', '嘛'],
  /** Longest stretch a denial covers, in characters. */
  reach: 14,
  /**
   * Words that say a nuisance has stopped, or that it is not this one but the next (广场舞不吵，就是工地吵); they deny
   * all of their clause.
   */
  stopped:
    '(?:不|没|没有)(?:怎么|太|那么|什么|啥)?(?:冒烟|冒|烧|吵|响|臭|闹|呛|熏|味|味儿|事|问题|动静)[了啊呀]?(?=[，, ]?(?:就是|只是|主要|可是|但|倒是|而是|关键))|' +
    '没有?[^，。]{1,8}(?=[，, ](?:就是|只是|主要是|而是))|' +
    '(倒是不|倒不|已经不|早就不|早不|倒没|没再|不再)(怎么|太|那么|会)?(冒烟|冒|烧|吵|响|臭|排|放|扰民|熏|呛|漏|烤)',
} as const

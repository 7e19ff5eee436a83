/** Words that deny what follows them in the same clause. Groups of regular expressions over normalised text. */
export const denial = {
  /** A denial, unless one of `except` comes right before it (是不是, 要不是 …). */
  cues: ['不是', '并不是', '并非', '而非', '不属于', '没说是', "isn't", 'is not', 'not'],
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
  /** Words after a nuisance that say it has stopped. */
  stopped: ['倒是不', '已经不', '现在不', '不再', '倒没', '没再', '已经没', '早就不', '解决了'],
} as const

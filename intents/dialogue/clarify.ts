import type { ComplaintCategoryId } from '../categories/index.ts'

/**
 * When words name a kind of nuisance but not its source: the source decides the unit, so it is asked.
 * `words` are looked for in normalised text; choices are keys of the replies (choice.<id>).
 */
export const families = [
  {
    family: 'noise',
    words: [
      '噪音',
      '噪声',
      '吵',
      '声音大',
      '扰民',
      '响得',
      '响个',
      '轰隆',
      '嗡嗡',
      'noise',
      'noisy',
      'loud',
    ],
    choices: [
      { id: 'site', categories: ['construction-noise'] },
      { id: 'shop-or-factory', categories: ['commercial-noise', 'industrial-noise'] },
      {
        id: 'public-road-neighbour',
        categories: ['public-space-noise', 'traffic-noise', 'neighbour-noise'],
      },
    ],
  },
  {
    family: 'dust',
    words: ['扬尘', '灰尘', '尘土', '暴土', '落灰', '灰大', '粉尘', '沙尘', 'dust'],
    choices: [
      { id: 'site', categories: ['construction-dust'] },
      { id: 'road', categories: ['road-dust'] },
      { id: 'bare-ground', categories: ['bare-soil-dust'] },
    ],
  },
  {
    family: 'smell',
    words: [
      '异味',
      '臭',
      '臭死了',
      '臭烘烘',
      '很臭',
      '太臭',
      '味儿',
      '味道',
      '味道难闻',
      '气味',
      '难闻',
      '呛',
      '刺鼻',
      '空气异味',
      '异味扰民',
      '臭味扰民',
      '恶臭扰民',
      'smell',
      'stink',
      'odor',
    ],
    choices: [
      { id: 'kitchen', categories: ['catering-fumes', 'open-air-barbecue'] },
      { id: 'factory-or-repair', categories: ['industrial-emissions'] },
      {
        id: 'waste-water-farm',
        categories: ['odor', 'livestock-pollution', 'black-odorous-water'],
      },
    ],
  },
  {
    family: 'smoke',
    words: ['冒烟', '烟大', '黑烟', '浓烟', '乌烟', '烧东西', 'smoke'],
    choices: [
      { id: 'kitchen', categories: ['catering-fumes', 'open-air-barbecue'] },
      { id: 'burning', categories: ['open-burning', 'sacrificial-burning', 'coal-burning'] },
      {
        id: 'chimney-or-vehicle',
        categories: ['industrial-emissions', 'vehicle-exhaust', 'machinery-exhaust'],
      },
    ],
  },
  {
    family: 'water',
    words: ['污水', '脏水', '废水', '水黑', '河', '水脏', '水质', 'sewage', 'water'],
    choices: [
      { id: 'discharge', categories: ['sewage-discharge', 'rural-sewage'] },
      { id: 'drain', categories: ['drainage-overflow'] },
      { id: 'river', categories: ['black-odorous-water', 'river-dumping'] },
    ],
  },
  {
    family: 'waste',
    words: ['垃圾', '渣土', '废物', '废料', 'garbage', 'rubbish', 'waste'],
    choices: [
      { id: 'dumped-on-land', categories: ['solid-waste-dumping'] },
      { id: 'dumped-in-river', categories: ['river-dumping'] },
      { id: 'burning', categories: ['open-burning'] },
    ],
  },
] as const satisfies readonly {
  readonly family: string
  readonly words: readonly string[]
  readonly choices: readonly {
    readonly id: string
    readonly categories: readonly ComplaintCategoryId[]
  }[]
}[]

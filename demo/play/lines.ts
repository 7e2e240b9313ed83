import type { Lang } from '../pages/lang.js';

export const names: Record<Lang, string[]> = {
  'zh-CN': [
    '小满',
    '阿禾',
    '南风',
    '茶茶子',
    '老周',
    '林间',
    '一禾',
    '木木',
    '春山',
    '陈姐',
    '豆豆妈',
    '慢慢',
    '青石',
    '米粒',
    '大雁',
    '阿九',
  ],
  en: [
    'Lena',
    'Marcus',
    'Ivy',
    'Tom W.',
    'Noor',
    'Paula',
    'Jun',
    'Ida',
    'Sam',
    'Rosa',
    'Ben',
    'Mei',
    'Carla',
    'Otto',
  ],
};

/** Said at any time. */
export const smallTalk: Record<Lang, string[]> = {
  'zh-CN': [
    '来了来了',
    '阿青今天气色真好',
    '刚下班赶上了',
    '画面好清楚',
    '可以讲讲怎么泡吗',
    '什么时候发货呀',
    '包邮吗',
    '上次买的已经喝完了',
    '给我妈也买一份',
    '发到群里了，姐妹们快来',
    '这个光线好舒服',
    '有没有优惠券',
  ],
  en: [
    'Made it just in time',
    'Hello from Hamburg',
    'The picture is so clear',
    'How do you brew it?',
    'When do you ship?',
    'Is delivery free?',
    'I finished the last one already',
    'One for my mother too',
    'Told my sister to come',
    'Love this light',
    'Is there a coupon?',
  ],
};

/** Said while a product is being shown. */
export const aboutProduct: Record<string, Record<Lang, string[]>> = {
  'spring-tea': {
    'zh-CN': ['今年的明前出来啦', '几度水泡合适？', '能放冰箱吗', '这个汤色绝了', '一号链接拍了两罐'],
    en: [
      'This year’s first flush already?',
      'What water temperature?',
      'Does it keep in the fridge?',
      'What a colour',
      'Took two tins of No. 1',
    ],
  },
  gaiwan: {
    'zh-CN': ['会不会烫手', '新手能用吗', '这个薄，透光好看', '容量够两个人吗'],
    en: [
      'Does it get hot to hold?',
      'Good for a beginner?',
      'So thin, you can see the light',
      'Enough for two?',
    ],
  },
  teapot: {
    'zh-CN': ['全手工的才这个价？', '出水利落', '养出来会变深吗', '还有几把'],
    en: ['By hand, at this price?', 'Pours beautifully', 'Does it darken with use?', 'How many are left?'],
  },
  cups: {
    'zh-CN': ['每只落灰都不一样吗', '可以挑吗', '四只正好'],
    en: ['Is every glaze different?', 'May I choose?', 'Four is just right'],
  },
  tray: {
    'zh-CN': ['会开裂吗', '多大尺寸', '榫卯的好看'],
    en: ['Will it crack?', 'What size is it?', 'No nails, lovely'],
  },
  kettle: {
    'zh-CN': ['又没货了…', '什么时候补货', '电陶炉能用吗'],
    en: ['Gone again…', 'When is it back?', 'Does it work on induction?'],
  },
  towel: {
    'zh-CN': ['吸水吗', '两条够用了', '颜色很耐看'],
    en: ['Does it soak up well?', 'Two will do', 'Nice quiet colour'],
  },
  honey: {
    'zh-CN': ['会结晶吗', '孩子能吃吗', '去年买过，很香'],
    en: ['Does it set?', 'All right for kids?', 'Had it last year, so good'],
  },
  apron: {
    'zh-CN': ['会掉色吗', '口袋大好评', '有男款吗'],
    en: ['Does the dye run?', 'Big pockets, yes', 'One size for men too?'],
  },
  candle: {
    'zh-CN': ['味道浓吗', '卧室能点吗', '竹叶味好清爽'],
    en: ['Is it strong?', 'Fine for a bedroom?', 'Bamboo leaf, so fresh'],
  },
};

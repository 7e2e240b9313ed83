import type { Words } from './lang.js';

export interface Item {
  id: string;
  /** Name of its picture in demo/media/products. */
  picture: string;
  name: Words;
  /** Minor units of CNY. */
  price: number;
}

interface Family {
  picture: string;
  name: Words;
  price: number;
  kinds: Words[];
}

/** What the shop makes: ten families, six kinds each. The first kind of each is the one on show. */
const families: Family[] = [
  {
    picture: 'spring-tea',
    name: { 'zh-CN': '高山绿茶', en: 'Mountain green tea' },
    price: 12800,
    kinds: [
      { 'zh-CN': '明前头采 100g', en: 'first flush, 100 g' },
      { 'zh-CN': '雨前 100g', en: 'second flush, 100 g' },
      { 'zh-CN': '小泡装 12 包', en: '12 single sachets' },
      { 'zh-CN': '礼盒 2 罐', en: 'gift box, two tins' },
      { 'zh-CN': '口粮茶 250g', en: 'everyday, 250 g' },
      { 'zh-CN': '冷泡袋 20 包', en: 'cold-brew bags, 20' },
    ],
  },
  {
    picture: 'gaiwan',
    name: { 'zh-CN': '白瓷盖碗', en: 'White porcelain gaiwan' },
    price: 8900,
    kinds: [
      { 'zh-CN': '薄胎 120ml', en: 'thin, 120 ml' },
      { 'zh-CN': '150ml', en: '150 ml' },
      { 'zh-CN': '旅行装', en: 'travel set' },
      { 'zh-CN': '描金边', en: 'gilded rim' },
      { 'zh-CN': '草木灰釉', en: 'ash glaze' },
      { 'zh-CN': '配公道杯', en: 'with a pitcher' },
    ],
  },
  {
    picture: 'teapot',
    name: { 'zh-CN': '朱泥小壶', en: 'Zhuni clay teapot' },
    price: 59800,
    kinds: [
      { 'zh-CN': '全手工 130ml', en: 'by hand, 130 ml' },
      { 'zh-CN': '半手工 130ml', en: 'part by hand, 130 ml' },
      { 'zh-CN': '水平壶 100ml', en: 'shuiping, 100 ml' },
      { 'zh-CN': '西施壶 150ml', en: 'xishi, 150 ml' },
      { 'zh-CN': '段泥 160ml', en: 'duan clay, 160 ml' },
      { 'zh-CN': '紫泥 200ml', en: 'purple clay, 200 ml' },
    ],
  },
  {
    picture: 'cups',
    name: { 'zh-CN': '柴烧品茗杯', en: 'Wood-fired cups' },
    price: 12900,
    kinds: [
      { 'zh-CN': '四只装', en: 'set of four' },
      { 'zh-CN': '两只装', en: 'pair' },
      { 'zh-CN': '主人杯', en: 'master cup' },
      { 'zh-CN': '斗笠杯', en: 'hat-shaped' },
      { 'zh-CN': '闻香杯组', en: 'aroma set' },
      { 'zh-CN': '六只礼盒', en: 'gift box of six' },
    ],
  },
  {
    picture: 'tray',
    name: { 'zh-CN': '老榆木茶盘', en: 'Old elm tea tray' },
    price: 26800,
    kinds: [
      { 'zh-CN': '中号', en: 'medium' },
      { 'zh-CN': '小号', en: 'small' },
      { 'zh-CN': '长条', en: 'long' },
      { 'zh-CN': '圆形', en: 'round' },
      { 'zh-CN': '带接水', en: 'with drip pan' },
      { 'zh-CN': '壶承', en: 'pot stand' },
    ],
  },
  {
    picture: 'kettle',
    name: { 'zh-CN': '铸铁水壶', en: 'Cast-iron kettle' },
    price: 36900,
    kinds: [
      { 'zh-CN': '1.2L', en: '1.2 l' },
      { 'zh-CN': '0.8L', en: '0.8 l' },
      { 'zh-CN': '提梁 1L', en: 'arched handle, 1 l' },
      { 'zh-CN': '配炭炉', en: 'with a brazier' },
      { 'zh-CN': '素面', en: 'plain' },
      { 'zh-CN': '丸形', en: 'rounded' },
    ],
  },
  {
    picture: 'towel',
    name: { 'zh-CN': '亚麻茶巾', en: 'Linen tea cloth' },
    price: 2990,
    kinds: [
      { 'zh-CN': '两条装', en: 'pair' },
      { 'zh-CN': '米白', en: 'natural' },
      { 'zh-CN': '茶褐', en: 'tea brown' },
      { 'zh-CN': '茶席 30×90', en: 'runner, 30 × 90' },
      { 'zh-CN': '杯垫四片', en: 'four coasters' },
      { 'zh-CN': '餐巾两条', en: 'two napkins' },
    ],
  },
  {
    picture: 'honey',
    name: { 'zh-CN': '深山蜂蜜', en: 'Mountain honey' },
    price: 6800,
    kinds: [
      { 'zh-CN': '百花蜜 500g', en: 'wildflower, 500 g' },
      { 'zh-CN': '椴树蜜 500g', en: 'linden, 500 g' },
      { 'zh-CN': '巢蜜 300g', en: 'comb, 300 g' },
      { 'zh-CN': '小条 12 支', en: '12 sticks' },
      { 'zh-CN': '桂花蜜 250g', en: 'osmanthus, 250 g' },
      { 'zh-CN': '礼盒 2 罐', en: 'gift box, two jars' },
    ],
  },
  {
    picture: 'apron',
    name: { 'zh-CN': '靛蓝围裙', en: 'Indigo apron' },
    price: 15900,
    kinds: [
      { 'zh-CN': '植物染', en: 'plant-dyed' },
      { 'zh-CN': '短款', en: 'short' },
      { 'zh-CN': '儿童款', en: 'for children' },
      { 'zh-CN': '袖套一对', en: 'sleeve covers' },
      { 'zh-CN': '刺子绣', en: 'sashiko stitched' },
      { 'zh-CN': '厚帆布', en: 'heavy canvas' },
    ],
  },
  {
    picture: 'candle',
    name: { 'zh-CN': '香薰蜡', en: 'Scented candle' },
    price: 7900,
    kinds: [
      { 'zh-CN': '竹叶', en: 'bamboo leaf' },
      { 'zh-CN': '松烟', en: 'pine smoke' },
      { 'zh-CN': '雨后', en: 'after rain' },
      { 'zh-CN': '橘皮', en: 'tangerine peel' },
      { 'zh-CN': '陶罐装', en: 'in a clay pot' },
      { 'zh-CN': '旅行小罐', en: 'travel tin' },
    ],
  },
];

/** Sixty things, the ten of the show first. */
export const catalog: readonly Item[] = [0, 1, 2, 3, 4, 5].flatMap(kind =>
  families.map(({ picture, name, price, kinds }): Item => ({
    id: kind === 0 ? picture : `${picture}-${kind + 1}`,
    picture,
    name: { 'zh-CN': `${name['zh-CN']} ${kinds[kind]!['zh-CN']}`, en: `${name.en}, ${kinds[kind]!.en}` },
    price: kind === 0 ? price : Math.round((price * [1, 0.8, 1.3, 1.8, 0.7, 1.15][kind]!) / 100) * 100,
  })),
);

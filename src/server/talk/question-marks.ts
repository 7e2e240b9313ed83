/** What two askings of the same question have in common: pairs of neighbouring characters, and what must not differ. */
export interface Marks {
  /** Pairs, each with how often it occurs. */
  pairs: ReadonlyMap<string, number>;
  size: number;
  /** Words of scripts that have spaces between them: there a word more is another question ("size", "true to size"). */
  words: ReadonlySet<string>;
  /** Figures and sizes: who asks about 160 cm does not ask about 170, and who asks for M not for L. */
  exact: string;
}

/** From here two askings are one question. Below it, pairs of different questions of questions.test.ts begin to meet. */
export const ALIKE = 0.54;

const WORDS_ALIKE = 0.7;

/** Ways to say the same, in the order they are applied. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [
    /请问|问一?下|想问|麻烦|主播|老板娘?|掌柜的?|客服|家人们|宝宝|宝贝们|亲们?|小?姐姐|哥哥|美女|帅哥|大家|你好|您好|哈[喽啰]|嗨|谢谢|一下/gu,
    '',
  ],
  [
    /\b(hi|hello|hey|please|pls|plz|thanks|thank you|excuse me|host|guys|sorry|quick question|wondering|anyone knows?|does anyone know)\b/g,
    ' ',
  ],
  [/(多少钱|什么价格?|价格(是)?多少|价格|怎么卖|啥价格?|几块钱?|多钱|几多钱|什么价位|卖多少)/gu, '价'],
  [/\b(how much (is|are|does|do|for)?|whats? the price( of| for)?|price( of| for)?|costs?)\b/g, ' price '],
  [/(什么时候|啥时候|何时|几时|多久|几天|多长时间|哪天)/gu, '时'],
  [/\b(how long|when( will| does| do| is| are| can)?|how soon|how many days)\b/g, ' when '],
  [/(发货|发出|发|到货|送到|寄出|发快递)/gu, '货'],
  [/\b(shipping|shipped|ships?|deliver(y|ed|s)?|arrives?|dispatch(ed)?)\b/g, ' ship '],
  [/(包邮|免邮费?|免运费|邮费|运费)/gu, '邮'],
  [/\b(free ship|postage)\b/g, ' ship free '],
  [/(支持)?(([七7]天)?无理由(退换?货?)?|[七7]天(可以)?退换?货?|退换货?|退货|包退)/gu, '退'],
  [/\b(returns?|refund(s|able)?|send (it )?back)\b/g, ' return '],
  [/(优惠券?|折扣|打折|便宜点?|券|活动)/gu, '惠'],
  [/\b(discounts?|coupons?|vouchers?|cheaper|promo(tion)?s?)\b/g, ' discount '],
  [/(颜色|色号)/gu, '色'],
  [/(码数|尺码|尺寸|大小|号码)/gu, '码'],
  [/\bcolour/g, 'color'],
  [/(有没有|有无|有木有)/gu, '有'],
  [/(有卖|在卖|有货)/gu, '有'],
  [/(能不能|可不可以|可以|能否|可否|是不是|是否|会不会|能够?|是|会)/gu, ''],
  [/(什么|啥|哪些|哪几种?|几种)/gu, '何'],
  [/(怎么样|怎么|怎样|咋样?|如何|在?哪里?(?=领))/gu, '怎'],
  [/哪(里|儿)/gu, '哪'],
  [/(孩子|小朋友|宝宝|小孩|儿童|小孩子)/gu, '孩'],
  [
    /(这个|这款|这件|那个|那款|那件|这种|这(?!里)|它|咱们?家?|你们家?|我们?|你|的话|了|的|啊|呀|呢|吗|嘛|么|哦|吧|哈|都|还|现在|今天拍?|下单|大概|一般)/gu,
    '',
  ],
  [
    /\b(is|are|was|the|a|an|this|that|these|those|it|its|it's|do|does|did|you|u|your|have|has|get|got|i|we|my|can|could|will|would|to|of|for|in|on|be|there|any|if|what|whats|what's|which|so|and|please|take|one|come|comes|know|much|how|me|at|with|also|should|available|still|left|stock|get|must)\b/g,
    ' ',
  ],
];

/** A word number named for a product says nothing more about the question. */
const PRODUCT =
  /(\d{1,4}|[一二三四五六七八九十]{1,3})号?(链接|连接)|(\d{1,4}|[一二三四五六七八九十]{1,3})号|\b(link|no\.?|nr\.?|number|item|product)\s?\d{1,4}|#\s?\d{1,4}/gu;

/** `ofProduct`: the text names its product by a number, which is known already. */
export function marksOf(text: string, ofProduct: boolean): Marks {
  let plain = text.normalize('NFKC').toLowerCase();
  if (ofProduct) plain = plain.replace(PRODUCT, ' ');
  const exact = [...new Set(plain.match(/\d+(\.\d+)?|\b(xxs|xs|s|m|l|xl|xxl|[2-6]xl)(?=\b|码)/g) ?? [])]
    .sort()
    .join();
  for (const [pattern, same] of SAME) plain = plain.replace(pattern, same);
  const core = plain
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/([a-z]{3,})s\b/g, '$1')
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')
    .trim()
    // 红色有 is 有红色, and 券怎领 is 怎领券.
    .replace(/^(.+)(有|怎.{0,2})$/u, '$2$1');
  const points = Array.from(` ${core} `);
  const pairs = new Map<string, number>();
  for (let i = 1; i < points.length; i += 1) {
    const pair = points[i - 1]! + points[i]!;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return { pairs, size: points.length - 1, words: new Set(core.match(/[a-z]{2,}/g) ?? []), exact };
}

/** 0: nothing in common; 1: the same. Twice the common pairs by the pairs of both (Dice). */
export function likeness(a: Marks, b: Marks): number {
  if (a.exact !== b.exact || wordLikeness(a.words, b.words) < WORDS_ALIKE) return 0;
  const [few, many] = a.pairs.size < b.pairs.size ? [a, b] : [b, a];
  let common = 0;
  for (const [pair, count] of few.pairs) common += Math.min(count, many.pairs.get(pair) ?? 0);
  return (2 * common) / (a.size + b.size);
}

function wordLikeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 1;
  const common = [...a].filter(word => b.has(word)).length;
  return (2 * common) / (a.size + b.size);
}

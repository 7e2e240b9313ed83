/** Words that make a Chinese sentence ask, wherever they stand. */
const ASKS_ZH =
  /什么|甚么|啥|怎么|怎样|咋|多少|多久|多大|多长|多高|多宽|多厚|多重|多远|多贵|几[个天号点件斤码包盒块折片米岁双套瓶年月克度层]|哪|谁|何时|为何|是否|能否|可否|有无|如何|([^\s])[不没]\1/u;
/** They also stand in sentences that ask nothing. */
const STATES_ZH =
  /没(什么|啥|多少|几)|(什么|怎么|咋|啥|谁|哪[里个儿款]?|多少|如何)[都也]|不怎么|无论|不管|不论|随便|怎么(这么|那么)|什么的$|谢谢|好不容易|差不[多差]/u;
/** Particles that ask at the end of a sentence. */
const ENDS_ZH = /(吗|嘛|么|没有?|不|呢)(亲们?|[呀啊哈])?[\s~～。.!！…]*$/u;
const ENDS_STATES_ZH =
  /(这么|那么|多么|要么|什么的|(真|太|好|可|才|都|也|还|我|就|并|从|已经|完全|根本)[^，,。]{0,4}没有?|可不|才不)[\s~～。.!！…]*$/u;

const SUBJECT =
  '(it|its|this|that|these|those|there|the|you|u|we|they|i|he|she|your|my|any|anyone|an?|all|both|shipping|delivery)';
const ASKS_EN = [
  new RegExp(`^(is|are|was|were|do|does|did|can|could|will|would|should|shall|may|has|have) ${SUBJECT}\\b`),
  /^(how|what|when|where|which|who|whose|why)('?s|'?re)? (much|many|long|big|large|small|heavy|old|far|often|soon|fast|tall|wide|deep|do|does|did|can|could|will|would|should|to|is|are|was|about|if|size|sizes|colou?rs?|time|material|brand|price|kind|type|one|ones|it|this|that|the|you|i|we)\b/,
  /\b(how much|how many|how long|how do|how does|how to|what size|what colou?r|what is the|when will|where can|is there|are there|wondering (if|what|how|when|where)|anyone knows?|does anyone|can i|can you|could you|do you|does it|is it possible)\b/,
  /^(any|anyone|anybody) \w+/,
];
const STATES_EN =
  /^(what an? |how (cute|nice|lovely|beautiful|pretty|sweet|cool|great|funny|gorgeous|amazing)\b|any(way|thing|time)|do it|will do|have an? )|\b(if|when|once|as soon as) (can )?(you|i|we) (can|could)\b/;
const OPENING_EN =
  /^((hi|hello|hey|hiya|so|and|but|ok|okay|please|sorry|excuse me|quick question|question|host|there|everyone|guys|um|well)[\s,.:!-]+)+/;

/** Whether a viewer asks something. Chinese and English; in other languages a question mark tells. */
export function isQuestion(text: string): boolean {
  const plain = text.normalize('NFKC').toLowerCase().trim();
  const words = /[\p{L}\p{N}]/u.test(plain);
  if (!words) return false;
  // A mark within an address asks nothing.
  if (/\?[\s\p{P}\p{S}]*(\s|$)|\?(?=\p{Script=Han})/u.test(plain.replace(/https?:\S+/g, ''))) return true;
  if (/\p{Script=Han}/u.test(plain)) return asksInChinese(plain);
  return asksInEnglish(plain.replace(/[’`]/g, "'").replace(OPENING_EN, ''));
}

function asksInChinese(text: string): boolean {
  if (ASKS_ZH.test(text) && !STATES_ZH.test(text)) return true;
  return ENDS_ZH.test(text) && !ENDS_STATES_ZH.test(text) && !/^(么么|不)+[\s~～!！。.]*$/u.test(text);
}

function asksInEnglish(text: string): boolean {
  return !STATES_EN.test(text) && ASKS_EN.some(pattern => pattern.test(text));
}

/** The product number a text names: `3号链接`, `3号`, `no. 3`, `#3`, `item 3`; undefined: none, or several. */
export function namedNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC').toLowerCase();
  const named = new Set<number>();
  for (const pattern of NUMBERS) {
    for (const match of plain.matchAll(pattern)) named.add(numberOf(match[1]!));
  }
  named.delete(0);
  return named.size === 1 ? [...named][0] : undefined;
}

const ZH_DIGITS = '零一二三四五六七八九';
/** A date is no product: `11月3号` and `3号发货` are left alone. */
const NUMBERS = [
  /(?<![\d月.])(\d{1,4}|[一二三四五六七八九十]{1,3})号(?:链接|连接|宝贝|商品|产品|款|品|的|这|那|有|是|多|能|还|怎|什|可|会|适|和|要|身|布|面|几|哪|跟|与|$|[?,!\s])/gu,
  /(\d{1,4}|[一二三四五六七八九十]{1,3})号?(?:链接|连接)/gu,
  /(?:链接|连接|link|no\.?|nr\.?|number|item|product|#)\s?(\d{1,4})(?![\d%.])/gu,
];

function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const digit = (one: string | undefined, none: number) => (one ? Math.max(0, ZH_DIGITS.indexOf(one)) : none);
  return text.includes('十') ? digit(tens, 1) * 10 + digit(ones, 0) : text.length === 1 ? digit(ones, 0) : 0;
}

/**
 * npm run docs — writes the tables of docs/protocol.md and docs/protocol.zh-CN.md that say what the source says:
 * codes between `<!-- codes:start -->` and `<!-- codes:end -->`, limits between the marks of that name.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { en } from '../../src/i18n/locales/en.js';
import { zhCN } from '../../src/i18n/locales/zh-cn.js';
import { codes, httpStatus, limits, type Code, type CodeEntry } from '../../src/protocol/index.js';
import type { Page } from './api.js';

export type ProtocolLanguage = 'en' | 'zh-CN';

const root = fileURLToPath(new URL('../../', import.meta.url));
const fileOf = { en: 'docs/protocol.md', 'zh-CN': 'docs/protocol.zh-CN.md' } as const;

/** What each limit counts. A new limit without words here does not compile. */
const limitWords: Record<keyof typeof limits, Record<ProtocolLanguage, string>> = {
  commentLength: { en: 'code points in one comment', 'zh-CN': '一条评论的字数（按码点计）' },
  quoteLength: { en: 'code points of a comment that another one quotes', 'zh-CN': '被引用的评论保留的字数' },
  reactions: { en: 'likes one command may carry', 'zh-CN': '一条命令最多带的赞数' },
  slowSeconds: { en: 'seconds of slow mode at most', 'zh-CN': '慢速发言最长的间隔（秒）' },
  answers: { en: 'answers of the host the state remembers', 'zh-CN': '状态里记住的主播解答数' },
  questions: { en: 'questions a tick or a snapshot carries', 'zh-CN': 'tick 或快照带的提问数' },
  nameLength: { en: "code points in a viewer's or host's name", 'zh-CN': '观众或主播名字的字数' },
  titleLength: {
    en: 'code points in a title (room, product, coupon)',
    'zh-CN': '标题的字数（房间、商品、优惠券）',
  },
  textLength: { en: 'code points in a notice or a product fact', 'zh-CN': '公告或商品说明的字数' },
  bodyBytes: { en: 'bytes in the body of a request', 'zh-CN': '请求体的字节数' },
  staffBodyBytes: {
    en: 'bytes in the body of a command of the host or an assistant',
    'zh-CN': '主播或助理命令的请求体字节数',
  },
  keyLength: { en: 'characters in an `Idempotency-Key`', 'zh-CN': '`Idempotency-Key` 的字符数' },
  idLength: { en: 'characters in an id', 'zh-CN': 'id 的字符数' },
  urlLength: { en: 'characters in a URL', 'zh-CN': 'URL 的字符数' },
  pins: { en: 'products pinned at the same time', 'zh-CN': '同时讲解的商品数' },
  products: { en: 'products on one shelf', 'zh-CN': '一个货架上的商品数' },
  options: { en: 'things to choose on one product', 'zh-CN': '一件商品的规格项数' },
  optionValues: { en: 'values of one of them', 'zh-CN': '一个规格项的取值数' },
  variants: { en: 'combinations of one product that can be bought', 'zh-CN': '一件商品可购买的规格组合数' },
  facts: { en: 'lines in the list of a product’s facts', 'zh-CN': '一件商品的参数条数' },
  sales: { en: 'flash sales in one room', 'zh-CN': '一个房间的秒杀场数' },
  perViewer: {
    en: 'pieces one viewer may be allowed in a flash sale',
    'zh-CN': '一场秒杀每人限购件数的上限',
  },
  holdSeconds: {
    en: 'seconds a flash sale may hold what is reserved',
    'zh-CN': '秒杀为观众保留的最长时间（秒）',
  },
  coupons: { en: 'coupons in one room', 'zh-CN': '一个房间的优惠券种数' },
  contacts: { en: 'contact cards around a show', 'zh-CN': '一场直播的名片数' },
  contactCodes: { en: 'codes of one contact card', 'zh-CN': '一张名片的二维码数' },
  promos: { en: 'promotions around a show', 'zh-CN': '一场直播的推广位数' },
  shareDepth: { en: 'links of a chain of shares that are followed', 'zh-CN': '转发链追踪的层数' },
  boardRows: { en: 'rows of a board of sharers', 'zh-CN': '转发榜的行数' },
  boardShares: { en: 'further shares of one sharer on the board', 'zh-CN': '转发榜一行里同一人的其他分享' },
  recentComments: {
    en: 'comments in a snapshot, and the most a tick may carry',
    'zh-CN': '快照带的评论数，也是一次 tick 最多能带的',
  },
  redacted: { en: 'ids of hidden comments the state remembers', 'zh-CN': '状态里记住的已隐藏评论 id 数' },
};

const words = {
  en: {
    codes: ['code', 'number', 'HTTP', 'kind', 'what the viewer reads'],
    kind: { temporary: 'temporary', final: 'final' },
    page: '– (page)',
    limits: ['name', 'value', 'counts'],
    messages: en,
  },
  'zh-CN': {
    codes: ['码', '编号', 'HTTP', '性质', '观众看到的话'],
    kind: { temporary: '暂时', final: '最终' },
    page: '–（页面内）',
    limits: ['名称', '值', '含义'],
    messages: zhCN,
  },
} as const;

const table = (rows: readonly (readonly string[])[]) => {
  const [head, ...body] = rows.map(row => `| ${row.join(' | ')} |`);
  return [head, `|${rows[0]!.map(() => ' --- ').join('|')}|`, ...body].join('\n');
};

export function codeTable(language: ProtocolLanguage): string {
  const { codes: head, kind, page, messages } = words[language];
  const rows = Object.entries(codes as Record<string, CodeEntry>).map(([code, entry]) => [
    `\`${code}\``,
    String(entry.number),
    String(httpStatus[code as Code] ?? page),
    kind[entry.kind],
    (messages as Record<string, string>)[`error.${code}`] ?? '',
  ]);
  return table([head, ...rows]);
}

export function limitTable(language: ProtocolLanguage): string {
  const rows = Object.entries(limits).map(([name, value]) => [
    `\`${name}\``,
    String(value),
    limitWords[name as keyof typeof limits][language],
  ]);
  return table([words[language].limits, ...rows]);
}

/** `text` with `content` between the marks of `name`. Throws where they are missing. */
export function between(text: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${start} and ${end} are missing`);
  return `${text.slice(0, from + start.length)}\n\n${content}\n\n${text.slice(to)}`;
}

/** Both pages as they are and as the source wants them. */
export function protocolPages(): Promise<Page[]> {
  const languages: readonly ProtocolLanguage[] = ['en', 'zh-CN'];
  return Promise.all(
    languages.map(async language => {
      const path = fileOf[language];
      const text = readFileSync(join(root, path), 'utf8');
      const filled = between(between(text, 'codes', codeTable(language)), 'limits', limitTable(language));
      const options = { ...(await resolveConfig(join(root, path))), parser: 'markdown' };
      return { path, text, wanted: await format(filled, options) };
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { path, text, wanted } of await protocolPages()) {
    if (text !== wanted) writeFileSync(join(root, path), wanted);
  }
}

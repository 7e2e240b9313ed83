import { createHmac } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { ShareVia, Show } from 'qunlive/protocol.js';

/** Viewers who came that evening, and every how manyeth of them passes the room on, or buys. */
const VIEWERS = 240;
const PASSES_ON = 6;
const BUYS = 5;
/** How long it lasted, ms. */
const LASTED = 95 * 60_000;
const GROUPS = ['tea-friends', 'neighbours', 'office'];
const WAYS: readonly ShareVia[] = ['guide', 'card', 'poster', 'copy', 'mini-program'];
/** Of those who pass it on. */
const NAMES =
  '青禾 南山 小满 知秋 阿布 白露 云朵 春分 老周 豆豆妈 林深见鹿 半亩方塘 阿紫 木木 一勺糖 听雨 小鱼干 慢慢 山月 石头爸 ' +
  '橘子 苏苏 阿杰 北北 茶小二 花生 静静 大熊 糯米 阿May 青柠 拾光 小茉莉 王姐 胖虎 江边鸟 七月 芝麻 松果 米粒';

export interface PastChainOptions {
  app: FastifyInstance;
  room: string;
  show: Show;
  /** Shared with the room server, as a shop's backend would have it. */
  secret: string;
  /** Codes of the shop's guides: the chain begins with them. */
  codes: readonly string[];
  /** When that evening's show began, ms. */
  startedAt: number;
  /** Sets the clock of the room server. */
  at(ms: number): void;
}

/** When the one came whose place among all is `x` of 1: they come in waves, as the link is passed on. */
const wave = (x: number): number => x + 0.03 * Math.sin(5 * Math.PI * x) + 0.007 * Math.sin(17 * Math.PI * x);

interface Joined {
  token: string;
  share: string;
  viewer: { id: string };
}

/** The same evening at every start: a figure between 0 and 1 that looks like chance. */
function dice(): () => number {
  let state = 20260328;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

/**
 * Those who passed that evening's room on, came by it and bought: made up, as the pages that show it say. They come in by
 * the same requests as real ones, so that the figures are worked out and not written down.
 */
export async function playPastChain(options: PastChainOptions): Promise<void> {
  const { app, room, show, secret, codes, startedAt, at } = options;
  const random = dice();
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const base = `/v1/rooms/${room}`;
  const post = async (path: string, payload: object, headers: Record<string, string> = {}) => {
    const body = JSON.stringify(payload);
    const json = { 'content-type': 'application/json', ...headers };
    const answer = await app.inject({ method: 'POST', url: `${base}/${path}`, headers: json, body });
    if (answer.statusCode >= 400) throw new Error(`${path}: ${answer.statusCode} ${answer.body}`);
    return answer.json<unknown>();
  };
  const names = NAMES.split(' ');
  const links = codes.map(code => `-${code}.k`);
  let now = startedAt;
  for (let i = 0; i < VIEWERS; i += 1) {
    now = Math.round(startedAt + LASTED * wave(i / VIEWERS));
    at(now);
    const named = i % PASSES_ON === 0;
    const name = named ? { name: names[i / PASSES_ON]! } : {};
    // Early links have had more time to travel, and new ones travel faster.
    const share = links[Math.floor(random() ** 2 * links.length)]!;
    const group = random() < 0.6 ? { group: pick(GROUPS) } : {};
    const joined = (await post('session', { ...name, share, ...group })) as Joined;
    const say = (command: object, key: string) =>
      post('commands', command, {
        authorization: `Bearer ${joined.token}`,
        'idempotency-key': `${i}-${key}`,
      });
    if (named) {
      const via = pick(WAYS);
      await say({ type: 'share.intend', via }, 'intend');
      if (random() < 0.5) await say({ type: 'share.show', name: true }, 'show');
      links.push(
        `${joined.share}.${{ guide: 'g', card: 'd', poster: 'p', copy: 'c' }[via as 'guide'] ?? 'm'}`,
      );
    }
    if (i % BUYS === 0) await buy(i, joined.viewer.id);
  }

  async function buy(i: number, viewer: string): Promise<void> {
    const { id: productId, price } = pick(show.products);
    const quantity = 1 + Math.floor(random() * 2);
    const { minor, currency } = price.kind === 'range' ? price.from : price.amount;
    const order = {
      orderId: `evening-${i}`,
      status: i % 35 === 0 ? 'refunded' : 'paid',
      viewer,
      items: [{ productId, quantity }],
      total: { minor: minor * quantity, currency },
    };
    const t = Math.floor(now / 1000);
    const v1 = createHmac('sha256', secret)
      .update(`${t}.${JSON.stringify(order)}`)
      .digest('hex');
    await post('orders', order, { 'qunlive-signature': `t=${t},v1=${v1}` });
  }
}

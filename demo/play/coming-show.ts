import type { RoomStore } from 'qunlive/server';
import type { LocalText, Show } from 'qunlive/protocol.js';

/** The room of the evening that is still to come. */
export const COMING_ROOM = 'evening';
const HOUR = 20;
/** How often it is looked whether the evening has come, ms. A laptop that slept through it is right again by then. */
const LOOK_MS = 5000;

/** The next eight o'clock in the evening of this machine, ms. */
export function nextEvening(now: number): number {
  const evening = new Date(now);
  evening.setHours(HOUR, 0, 0, 0);
  if (evening.getTime() <= now) evening.setDate(evening.getDate() + 1);
  return evening.getTime();
}

const title: LocalText = { 'zh-CN': '谷雨茶首发，边泡边聊', en: 'Grain Rain tea, first pour' };

/** What is announced for the evening: the same shop, with a coupon for those who reserve. */
export function comingShow(show: Show, now: number): Show {
  const { picture } = show.share;
  return {
    ...show,
    room: COMING_ROOM,
    title,
    startsAt: nextEvening(now),
    stream: null,
    share: {
      title,
      text: { 'zh-CN': '谷雨前后采的茶，第一次开汤', en: 'Picked at Grain Rain, tasted for the first time' },
      ...(picture && { picture }),
      titles: { warmup: { 'zh-CN': '{host}邀你喝茶：{title}', en: 'You are invited: {title}' } },
    },
    notice: {
      'zh-CN': '想先看哪一样，进茶友群说一声，开播第一个讲。',
      en: "Tell us in the tea friends' group what you would like to see first.",
    },
    coupons: [
      {
        id: 'early-bird',
        title: { 'zh-CN': '谷雨茶首发', en: 'Grain Rain tea' },
        value: { kind: 'amount', amount: { minor: 3000, currency: 'CNY' } },
        minSpend: { minor: 12900, currency: 'CNY' },
        total: 100,
        expires: { kind: 'after', minutes: 30 },
        conditions: [{ kind: 'reserve' }],
      },
    ],
    sales: [],
    around: {
      ...show.around,
      noticeLead: { contactId: 'tea-friends' },
      reminder: {
        text: {
          'zh-CN': '预约后，开播前 10 分钟提醒你',
          en: 'Reserve, and hear from us ten minutes before',
        },
        couponId: 'early-bird',
        minutes: 90,
      },
    },
  };
}

export interface ComingShowOptions {
  /** The show whose shop and things it has. */
  show: Show;
  store: RoomStore;
  now?: () => number;
}

/** Keeps a show announced: once its evening has come, the next one is, so that there is one on any day. */
export class ComingShow {
  readonly #options: ComingShowOptions;
  #timer: ReturnType<typeof setInterval> | undefined;
  #startsAt: number;

  constructor(options: ComingShowOptions) {
    this.#options = options;
    this.#startsAt = nextEvening(this.#now());
  }

  start(): void {
    // One that does not get through is tried again.
    this.#timer ??= setInterval(() => void this.look().catch(() => {}), LOOK_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Loads the show of the next evening into the room, if the one announced has come. */
  async look(): Promise<void> {
    const { show, store } = this.#options;
    const now = this.#now();
    if (now < this.#startsAt) return;
    const { seq } = await store.load(COMING_ROOM);
    const next = comingShow(show, now);
    const draft = { type: 'show.load', data: { show: next } };
    if ((await store.append(COMING_ROOM, [draft], { at: now, expectSeq: seq })) === 'conflict') return;
    this.#startsAt = next.startsAt!;
  }

  #now(): number {
    return (this.#options.now ?? Date.now)();
  }
}

import type { ReactiveController } from 'lit';
import { StoreController } from '../../base/store-controller.js';
import type { Chapter as ShowChapter, DateSpan } from '../../core/chapters.js';
import { Listeners } from '../../media/listeners.js';
import type { DeepLink } from '../../platform/deep-link.js';
import type { Playhead, Room } from '../../stores/room.js';
import type { Inside } from './controls.js';
import { reachOf } from './reach.js';
import type { Chapter } from './timeline.js';

/** When a picture may have jumped, gone on or come to a stand. */
const MOVES = 'seeking seeked playing pause waiting ratechange ended emptied';

/** Nobody is taken elsewhere by a link that could not be followed for so long, ms. */
const PATIENCE_MS = 15_000;
/** A recording that was opened where its link leads is there, s. */
const THERE_S = 3;

/** Presents a player's picture to its room, gives it the room's chapters, and opens where the page's address says. */
export class RoomPlayhead implements ReactiveController, Playhead {
  readonly #inside: Inside;
  readonly #chapters: StoreController<readonly ShowChapter[]>;
  readonly #listeners = new Listeners();
  #room: Room | undefined;
  #leave: (() => void) | undefined;
  #moved: (() => void) | undefined;
  #onAirAt: number | undefined;
  #known = '';
  #link: DeepLink = {};
  #patientUntil = 0;
  #named: { of: unknown; language: string; chapters: readonly Chapter[] } | undefined;

  constructor(inside: Inside) {
    this.#inside = inside;
    this.#chapters = new StoreController(inside.host);
    inside.host.addController(this);
  }

  /** The room's chapters, in media times of this player. */
  get chapters(): readonly Chapter[] {
    const { voice } = this.#inside;
    const of = this.#chapters.value ?? [];
    const language = voice.language();
    if (this.#named?.of !== of || this.#named.language !== language) {
      const chapters = of.flatMap(({ productId, title, at }) => {
        const time = this.#timeAt(at);
        return time === undefined ? [] : { time, title: voice.words(title), id: productId };
      });
      this.#named = { of, language, chapters };
    }
    return this.#named.chapters;
  }

  hostConnected(): void {
    this.#listeners.on(window, 'hashchange', () => void this.#onLink());
    void this.#onLink();
    this.#meet(this.#inside.host.roomStore);
  }

  readonly #onLink = async (): Promise<void> => {
    this.#link = {};
    const { hash } = location;
    // Few pages are opened by such a link.
    if (!/\bqun-/.test(hash)) return;
    this.#patientUntil = performance.now() + PATIENCE_MS;
    const deep = await import('../../platform/deep-link.js').catch(() => undefined);
    if (!deep || hash !== location.hash || !this.#inside.host.isConnected) return;
    this.#link = deep.parseDeepLink(hash);
    this.#follow();
  };

  hostDisconnected(): void {
    this.#listeners.clear();
    this.#meet(undefined);
  }

  hostUpdated(): void {
    const { host, stream } = this.#inside;
    if (!host.isConnected) return;
    const { roomStore: room } = host;
    this.#meet(room);
    const { playback } = stream;
    if (playback && room) playback.now = () => room.clock.now();
    const known = `${this.date() === undefined} ${this.back()} ${this.span()?.from}`;
    if (known !== this.#known) this.#moved?.();
    this.#known = known;
    this.#follow();
  }

  #meet(room: Room | undefined): void {
    if (room === this.#room) return;
    this.#room = room;
    this.#onAirAt = undefined;
    this.#chapters.follow(room?.$chapters);
    this.#leave?.();
    this.#leave = room?.present(this);
  }

  get #replay(): boolean {
    const { host, room } = this.#inside;
    return (host.phase ?? room()?.phase) === 'replay';
  }

  #dateAt(time: number): number | undefined {
    const date = this.#inside.stream.playback?.dateAt(time);
    const origin = this.#replay ? this.#onAirAt : undefined;
    return date ?? (origin === undefined ? undefined : origin + time * 1000);
  }

  #timeAt(date: number): number | undefined {
    const time = this.#inside.stream.playback?.timeAt(date);
    const origin = this.#replay ? this.#onAirAt : undefined;
    return time ?? (origin === undefined ? undefined : (date - origin) / 1000);
  }

  date(onAirAt = this.#onAirAt): number | undefined {
    this.#onAirAt = onAirAt;
    const { playback } = this.#inside.stream;
    if (!playback?.pictured) return undefined;
    return playback.date ?? (this.#replay ? this.#dateAt(playback.time) : undefined);
  }

  latencyS(): number | undefined {
    return this.#inside.stream.playback?.latencyS;
  }

  moving(): boolean {
    const { paused, seeking, readyState } = this.#inside.stream.video;
    return !paused && !seeking && readyState > 2;
  }

  back(): boolean {
    return this.#inside.stream.playback?.behindByChoice === true;
  }

  span(onAirAt = this.#onAirAt): DateSpan | undefined {
    this.#onAirAt = onAirAt;
    const { stream, live } = this.#inside;
    const reach = reachOf(stream.playback, live());
    const from = reach && this.#dateAt(reach.start);
    const to = reach && this.#dateAt(reach.end);
    return from === undefined || to === undefined ? undefined : { from, to };
  }

  seek(date: number): void {
    const time = this.#timeAt(date);
    if (time === undefined) return;
    const { host } = this.#inside;
    host.seek(time);
    void host.play();
  }

  watch(moved: () => void): () => void {
    this.#moved = moved;
    const listeners = new Listeners();
    listeners.on(this.#inside.stream.video, MOVES, moved);
    return () => {
      listeners.clear();
      if (this.#moved === moved) this.#moved = undefined;
    };
  }

  /** Goes where the page's address leads, once, as soon as that is known and can be sought. */
  #follow(): void {
    const { time, productId } = this.#link;
    if (time === undefined && productId === undefined) return;
    const reach = reachOf(this.#inside.stream.playback, this.#inside.live());
    if (!reach) return;
    const to = time === undefined ? this.#shownAt(productId!) : this.#fromStart(time);
    const late = performance.now() > this.#patientUntil;
    if (!late && (to === undefined || to < reach.start || to > reach.end)) return;
    this.#link = {};
    if (!late && Math.abs(reach.time - to!) > THERE_S) this.#inside.host.seek(to!);
  }

  /** A recording begins at its first picture; of a live show the time counts from when it went live. */
  #fromStart(time: number): number | undefined {
    if (!this.#inside.live()) return time;
    return this.#onAirAt === undefined ? undefined : this.#timeAt(this.#onAirAt + time * 1000);
  }

  /** Where a product was shown last. */
  #shownAt(id: string): number | undefined {
    return [...this.chapters].reverse().find(chapter => chapter.id === id)?.time;
  }
}

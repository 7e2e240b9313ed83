import { html, type PropertyValues } from 'lit';
import { property, query } from 'lit/decorators.js';
import { QunElement } from '../../base/qun-element.js';
import { SeenController } from '../../base/seen-controller.js';
import { SizeController } from '../../base/size-controller.js';
import type { ShownLine } from '../../core/comment-pace.js';
import { NewLines } from '../../core/new-lines.js';
import { QunDanmakuSkippedEvent } from '../../events/qun-danmaku-skipped-event.js';
import { QunDanmakuTurnedEvent } from '../../events/qun-danmaku-turned-event.js';
import { addLivelyWords } from '../../i18n/lively-messages.js';
import type { Comment } from '../../protocol/index.js';
import type { Room } from '../../stores/room.js';
import { base } from '../../styles/base.css.js';
import { tokens } from '../../styles/tokens.css.js';
import { chosen, keepChoice } from './choice.js';
import { layer } from './danmaku-layer.css.js';
import { Flight } from './flight.js';

/** What was said longer ago belongs to another picture, ms: somebody has just come, or come back. */
const FRESH_MS = 15_000;
/** Between two words about what was left out, ms. */
const TELL_MS = 5000;
/** The picture is crossed in so many seconds, and a little sooner where it is narrow. */
const CROSSING_S = 8;
const LEAST_SPEED = 24;

const within = (value: number, least: number, most: number, otherwise: number): number =>
  Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : otherwise;

/**
 * Comments that fly over a picture (弹幕), any picture: it fills its positioned parent, or with `around` holds the picture
 * in its slot. Lines never touch, the viewer's own come first, and what there is no room for is counted. Nothing moves for
 * viewers who have asked their device for less motion: lines appear, stand a while, and fade. Screen readers are spared
 * it: `qun-comment-stream` is for them.
 *
 * @status experimental
 * @since 0.1.0
 *
 * @attr {boolean} off - Nothing flies, unless the viewer has turned it on.
 * @attr {boolean} around - Stands around the picture, in its slot, rather than on top of one beside it.
 * @attr {number} area - How much of the height lines may take, from the top, 0.1 to 1. Default: 0.2.
 * @attr {number} density - How much of a lane words may cover, 0.1 to 1. Default: 0.6.
 * @attr {number} opacity - How opaque lines are, 0.1 to 1. Default: 1.
 * @attr {number} speed - 0.25 to 4; at 1 a line crosses the picture in about seven seconds. Default: 1.
 * @attr {number} font-size - Size of the letters, px. Default: by the width, 16 to 24.
 *
 * @event {QunDanmakuTurnedEvent} qun-danmaku-turned - The viewer has turned it on or off: `on`. Not cancelable.
 * @event {QunDanmakuSkippedEvent} qun-danmaku-skipped - Lines were left out for want of room: `skipped` and `shown` so far. Every few seconds at most. Not cancelable.
 *
 * @slot - With `around`: the picture.
 *
 * @csspart base - The whole.
 * @csspart sky - The box that lines cross.
 *
 * @cssproperty [--top=8px] - Free above the first lane.
 * @cssproperty [--own-color=#ffd27a] - The edge of own words.
 * @cssproperty [--staff-color=#ffe4bd] - Words of the host and of assistants.
 */
export class QunDanmakuLayer extends QunElement {
  static override styles = [tokens, base, layer];

  readonly #seen = new SeenController(this);
  readonly #size = new SizeController(this);

  @query('.sky') private sky!: HTMLElement;

  #flight: Flight | undefined;
  #news = new NewLines<ShownLine>();
  #comments: readonly ShownLine[] = [];
  #listed = false;
  #choice = chosen();
  #calm: MediaQueryList | undefined;
  #leave: (() => void) | undefined;
  #followed: Room | undefined;
  #toldSkipped = 0;
  #telling: ReturnType<typeof setTimeout> | undefined;
  #skyWatch: ResizeObserver | undefined;

  /** Nothing flies, unless the viewer has turned it on. */
  @property({ type: Boolean, reflect: true }) off = false;
  /** Stands around the picture, in its slot. */
  @property({ type: Boolean, reflect: true }) around = false;
  /** How much of the height lines may take, from the top, 0.1 to 1. */
  @property({ type: Number }) area = 0.2;
  /** How much of a lane words may cover, 0.1 to 1. */
  @property({ type: Number }) density = 0.6;
  /** How opaque lines are, 0.1 to 1. */
  @property({ type: Number }) opacity = 1;
  /** How fast lines are, 0.25 to 4. */
  @property({ type: Number }) speed = 1;
  /** Size of the letters, px; 0: by the width. */
  @property({ type: Number, attribute: 'font-size' }) fontSize = 0;

  /** What was said, oldest first, where there is no room. What is added flies; what is there at first has flown already. */
  @property({ attribute: false })
  get comments(): readonly Comment[] {
    return this.#comments;
  }

  set comments(comments: readonly Comment[] | null | undefined) {
    this.#comments = comments ?? [];
    const fresh = this.#news.take(this.#comments);
    if (this.#listed) for (const line of fresh) this.show(line);
    this.#listed = true;
  }

  constructor() {
    super();
    addLivelyWords();
  }

  /** Whether comments fly: what the viewer has chosen, else what the page has. */
  get on(): boolean {
    return this.#choice ?? !this.off;
  }

  /** Lines stand rather than move: this viewer has asked the device for less motion. */
  get still(): boolean {
    return window.matchMedia?.('(prefers-reduced-motion: reduce)').matches === true;
  }

  /** Lines shown so far. */
  get shown(): number {
    return this.#flight?.shown ?? 0;
  }

  /** Lines left out so far, for want of room. Those that came while nobody could see the layer do not count. */
  get skipped(): number {
    return this.#flight?.skipped ?? 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#calm = window.matchMedia?.('(prefers-reduced-motion: reduce)');
    this.#calm?.addEventListener?.('change', this.#change);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#calm?.removeEventListener?.('change', this.#change);
    clearTimeout(this.#telling);
    this.#telling = undefined;
    this.#skyWatch?.disconnect();
    this.#skyWatch = undefined;
    this.#flight?.stop();
    this.#follow(undefined);
  }

  protected override roomChanged(): void {
    this.#news = new NewLines();
    this.#flight?.stop();
  }

  protected override updated(changed: PropertyValues): void {
    const { sky, on } = this;
    sky.style.setProperty('opacity', String(within(this.opacity, 0.1, 1, 1)));
    sky.style.setProperty('--_area', String(within(this.area, 0.1, 1, 0.2)));
    sky.style.setProperty('--_fly', `calc(${this.#letters}px * var(--_scale))`);
    if (this.isConnected) this.#watchSky();
    if (on && this.isConnected) this.#plan(changed.has('fontSize'));
    else this.#flight?.stop();
    if (this.#flight) this.#flight.running = on && this.isConnected && this.#seen.seen;
    this.#follow(on && this.isConnected ? this.roomStore : undefined);
  }

  get #letters(): number {
    const { width } = this.#size;
    return this.fontSize > 0 ? within(this.fontSize, 8, 96, 16) : width < 480 ? 16 : width < 960 ? 20 : 24;
  }

  /** It gives way to what its player offers, in a layer that stays as it is. */
  #watchSky(): void {
    if (this.#skyWatch || typeof ResizeObserver === 'undefined') return;
    this.#skyWatch = new ResizeObserver(this.#change);
    this.#skyWatch.observe(this.sky);
  }

  #planned = '';

  #plan(anew: boolean): void {
    const { sky } = this;
    this.#flight ??= new Flight(sky, this.#write, this.#tell);
    const { width } = this.#size;
    const speed = within(this.speed, 0.25, 4, 1) * (LEAST_SPEED + width / CROSSING_S);
    const density = within(this.density, 0.1, 1, 0.6);
    const height = sky.clientHeight;
    // Not displayed: what was known holds until it is again.
    if (height === 0) return;
    const mirrored = getComputedStyle(this).direction === 'rtl';
    const plan = { width, height, speed: speed / 1000, density, still: this.still, mirrored };
    const planned = Object.values(plan).join();
    if (planned === this.#planned && !anew) return;
    this.#planned = planned;
    this.#flight.plan = plan;
  }

  #follow(room: Room | undefined): void {
    if (room === this.#followed) return;
    this.#followed = room;
    this.#leave?.();
    this.#leave = undefined;
    if (!room) return;
    this.#news.take(room.$comments.get());
    const offs = [
      room.$comments.listen(lines => this.#hear(room, this.#news.take(lines))),
      room.$state.listen(state => {
        const gone = state?.redacted ?? [];
        if (gone.length > 0) this.#flight?.remove(id => gone.includes(id));
      }),
    ];
    this.#leave = () => offs.forEach(off => off());
  }

  #hear(room: Room, lines: readonly ShownLine[]): void {
    const since = room.clock.now() - FRESH_MS;
    // In a recording everything was said long ago.
    const replay = room.$state.get()?.phase === 'replay';
    for (const line of lines) if (line.own || replay || line.at > since) this.show(line);
  }

  readonly #change = (): void => this.requestUpdate();

  /** Figures have changed: the page is told at once, and then every few seconds while they do. */
  readonly #tell = (): void => {
    const { skipped, shown } = this;
    if (skipped === this.#toldSkipped || this.#telling !== undefined) return;
    this.#toldSkipped = skipped;
    this.#telling = setTimeout(() => {
      this.#telling = undefined;
      this.#tell();
    }, TELL_MS);
    this.dispatchEvent(new QunDanmakuSkippedEvent(skipped, shown));
  };

  readonly #write = (node: HTMLElement, { own, from, simulated, text }: ShownLine): void => {
    const [badge, words] = node.children;
    const { role } = from;
    node.className = `line ${role} ${own ? 'own' : ''} ${role === 'viewer' ? '' : 'staff'}`;
    const mark = role === 'viewer' ? simulated && 'simulated' : role;
    badge!.className = 'badge';
    badge!.textContent = mark ? this.t(`danmaku.${mark}`) : '';
    words!.textContent = text;
  };

  /** Has one comment fly; `own` marks the viewer's own words, which are never left out. */
  show(line: ShownLine): void {
    if (this.on && (line.own || this.#flight?.running)) this.#flight?.add(line);
  }

  /** Takes a comment off that is flying, as one that the host has hidden. Those of a room go by themselves. */
  hide(id: string): void {
    this.#flight?.remove(one => one === id);
  }

  /** Takes off all that is flying. */
  clear(): void {
    this.#flight?.clear();
  }

  /** Turns it on or off for this viewer, who has asked for it: the choice is kept on the device. */
  turn(on: boolean): void {
    keepChoice(on);
    this.#choice = on;
    this.requestUpdate();
    this.dispatchEvent(new QunDanmakuTurnedEvent(on));
  }

  protected override render() {
    return html`<div part="base" class="base">
      <slot></slot>
      <div part="sky" class="sky" aria-hidden="true"></div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'qun-danmaku-layer': QunDanmakuLayer;
  }
}

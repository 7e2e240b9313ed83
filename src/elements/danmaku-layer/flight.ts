import type { ShownLine } from '../../core/comment-pace.js';
import { LaneQueue, type Rank } from '../../core/lane-queue.js';
import { Lanes } from '../../core/lanes.js';

/** How lines are to move. */
export interface FlightPlan {
  /** Of the box they cross, px. */
  readonly width: number;
  readonly height: number;
  /** px/ms. */
  readonly speed: number;
  /** How much of a lane words may cover, 0 to 1. */
  readonly density: number;
  /** Nothing moves: lines stand, and go. */
  readonly still: boolean;
  /** They come from the left. */
  readonly mirrored: boolean;
}

/** One that is on the screen. `start` is on the flight's own clock, which stands still with it. */
interface Flying {
  readonly id: string;
  readonly node: HTMLElement;
  readonly animation: Animation;
  readonly start: number;
}

/** Between two lines that enter, ms: a burst comes in as a file, not as a front. */
const ENTER_MS = 140;
/** Free behind every line at least, px. */
const GAP_PX = 24;
/** Free between two lanes, px. */
const LEADING_PX = 4;
/** Lines at the same time, on the widest screen. */
const MOST = 60;
/** Lines that do not move: how long they stand, how many, and how soon one may follow the other. */
const STAND_MS = 5000;
const STANDING = 3;
const STAND_APART_MS = 900;

const rankOf = ({ own, from }: ShownLine): Rank => (own ? 'own' : from.role === 'viewer' ? 'other' : 'staff');

/**
 * Lines that cross one box, each in a lane of its own for as long as another could touch it. The page's own thread only
 * sets them off, a few in a second at most, whatever comes; the browser moves them. Nodes are used again.
 */
export class Flight {
  readonly #sky: HTMLElement;
  readonly #write: (node: HTMLElement, line: ShownLine) => void;
  readonly #told: () => void;
  readonly #lanes = new Lanes();
  readonly #queue = new LaneQueue<ShownLine>();
  readonly #flying = new Set<Flying>();
  readonly #pool: HTMLElement[] = [];
  #plan: FlightPlan | undefined;
  #laneHeight = 0;
  #running = false;
  /** How long it has stood still so far, and since when it does, ms on the document's timeline. */
  #rested = 0;
  #restsSince: number | undefined;
  #lastEntered = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;
  #shown = 0;

  /** `write` puts the words of a line into a node; `told` is called when figures have changed. */
  constructor(sky: HTMLElement, write: (node: HTMLElement, line: ShownLine) => void, told: () => void) {
    this.#sky = sky;
    this.#write = write;
    this.#told = told;
    this.#restsSince = this.#time;
  }

  get shown(): number {
    return this.#shown;
  }

  get skipped(): number {
    return this.#queue.skipped;
  }

  /** Lines on the screen. */
  get flying(): number {
    return this.#flying.size;
  }

  /** All animations of a page go by this. */
  get #time(): number {
    return Number(document.timeline.currentTime ?? performance.now());
  }

  get #now(): number {
    return (this.#restsSince ?? this.#time) - this.#rested;
  }

  set plan(plan: FlightPlan) {
    const before = this.#plan;
    this.#plan = plan;
    if (before?.still !== plan.still || before.mirrored !== plan.mirrored) this.clear();
    this.remeasure();
  }

  /** The words have become larger or smaller, or the box has. */
  remeasure(): void {
    const plan = this.#plan;
    if (!plan) return;
    const probe = this.#pool[0] ?? this.#make();
    probe.lastElementChild!.textContent = '弹幕 Ag';
    const laneHeight = probe.offsetHeight + LEADING_PX;
    if (this.#pool[0] !== probe) this.#pool.unshift(probe);
    if (laneHeight !== this.#laneHeight) this.clear();
    this.#laneHeight = laneHeight;
    const fitting = Math.max(1, Math.floor((plan.height + LEADING_PX) / laneHeight));
    this.#lanes.count = plan.still ? Math.min(STANDING, fitting) : fitting;
    this.#wake();
  }

  get running(): boolean {
    return this.#running;
  }

  /** Stands still, with all that is in it, and goes on from there. */
  set running(running: boolean) {
    if (running === this.#running) return;
    this.#running = running;
    const time = this.#time;
    if (!running) {
      this.#restsSince = time;
      this.#sleep();
      for (const { animation } of this.#flying) animation.pause();
      return;
    }
    this.#rested += time - (this.#restsSince ?? time);
    this.#restsSince = undefined;
    for (const { animation, start } of this.#flying) animation.startTime = start + this.#rested;
    this.#wake();
  }

  add(line: ShownLine): void {
    this.#queue.add(line, rankOf(line), this.#now);
    this.#wake();
  }

  /** Takes lines off at once. */
  remove(gone: (id: string) => boolean): void {
    this.#queue.remove(({ id }) => gone(id));
    for (const one of this.#flying) if (gone(one.id)) this.#land(one);
  }

  /** Takes everything off that is on the screen. */
  clear(): void {
    for (const one of this.#flying) this.#land(one);
    this.#lanes.clear();
  }

  /** Leaves nothing behind. */
  stop(): void {
    this.running = false;
    this.#queue.remove(() => true);
    this.clear();
  }

  #sleep(): void {
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#frame);
    this.#timer = undefined;
    this.#frame = 0;
  }

  /** Has the next line set off when it may be: in a frame, so that all that enters is laid out once. */
  #wake(): void {
    const plan = this.#plan;
    if (!plan || !this.#running || this.#frame || this.#timer !== undefined) return;
    if (this.#queue.length === 0 || plan.width === 0 || this.#flying.size >= MOST) return;
    const apart = plan.still ? STAND_APART_MS : ENTER_MS;
    const next = Math.max(this.#lastEntered + apart, this.#lanes.nextFree(plan.width, plan.speed));
    const waitMs = next - this.#now;
    if (waitMs <= 0) this.#frame = requestAnimationFrame(this.#enter);
    else this.#timer = setTimeout(this.#due, waitMs);
  }

  readonly #due = (): void => {
    this.#timer = undefined;
    if (this.#running) this.#frame = requestAnimationFrame(this.#enter);
  };

  readonly #enter = (): void => {
    this.#frame = 0;
    const plan = this.#plan;
    if (!plan || !this.#running) return;
    const now = this.#now;
    const lane = this.#lanes.free(now, plan.width, plan.speed);
    const line = lane === undefined ? undefined : this.#queue.next(now);
    if (line && lane !== undefined) {
      const node = this.#pool.pop() ?? this.#make();
      this.#write(node, line);
      // Larger words than before, as in large-text mode: the lanes are made anew.
      if (node.offsetHeight + LEADING_PX > this.#laneHeight) this.remeasure();
      if (plan.still) this.#stand(node, line, lane, now, plan);
      else this.#fly(node, line, lane, now, plan);
      this.#lastEntered = now;
      this.#shown += 1;
    }
    this.#told();
    this.#wake();
  };

  #fly(node: HTMLElement, { id }: ShownLine, lane: number, at: number, plan: FlightPlan): void {
    const { width, speed, density, mirrored } = plan;
    const length = node.offsetWidth;
    const gap = Math.max(GAP_PX, length / density - length);
    this.#lanes.enter(lane, { at, from: width, speed, length, gap });
    const y = lane * this.#laneHeight;
    const [from, to] = mirrored ? [-length, width] : [width, -length];
    const transform = (x: number) => `translate3d(${x}px, ${y}px, 0)`;
    const animation = node.animate(
      { transform: [transform(from), transform(to)] },
      { duration: (width + length) / speed, fill: 'both' },
    );
    this.#follow({ id, node, animation, start: at });
  }

  #stand(node: HTMLElement, { id }: ShownLine, lane: number, at: number, { width }: FlightPlan): void {
    this.#lanes.hold(lane, at + STAND_MS);
    const x = Math.max(0, (width - node.offsetWidth) / 2);
    const transform = `translate3d(${x}px, ${lane * this.#laneHeight}px, 0)`;
    const animation = node.animate(
      [
        { transform, opacity: 1 },
        { transform, opacity: 1, offset: 0.92 },
        { transform, opacity: 0 },
      ],
      { duration: STAND_MS, fill: 'both' },
    );
    this.#follow({ id, node, animation, start: at });
  }

  #follow(flying: Flying): void {
    const { animation, node, start } = flying;
    // By the clock the lanes go by: left to itself it would begin when the browser comes to it, and be overtaken.
    animation.startTime = start + this.#rested;
    animation.onfinish = () => {
      this.#land(flying);
      this.#wake();
    };
    node.classList.add('up');
    this.#flying.add(flying);
  }

  #land(flying: Flying): void {
    const { animation, node } = flying;
    if (!this.#flying.delete(flying)) return;
    node.classList.remove('up');
    animation.onfinish = null;
    animation.cancel();
    this.#pool.push(node);
  }

  #make(): HTMLElement {
    const node = document.createElement('p');
    node.append(document.createElement('span'), document.createElement('span'));
    node.className = 'line';
    this.#sky.append(node);
    return node;
  }
}

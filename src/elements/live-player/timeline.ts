import { html, nothing, type TemplateResult } from 'lit';
import type { Speech } from '../../base/speech.js';
import { formatDuration } from '../../core/format.js';
import { spokenTime } from './spoken-time.js';

/** A moment of a picture that has a name. */
export interface Chapter {
  /** Media time, s. */
  readonly time: number;
  readonly title: string;
  readonly id?: string;
}

/** What can be sought, in media times, s. */
export interface Reach {
  readonly start: number;
  /** Of a live picture, where live viewers are. */
  readonly end: number;
  readonly time: number;
  /** More is to come: times are told from the end. */
  readonly live: boolean;
  /** Live, and at the edge. */
  readonly atEdge: boolean;
}

/** 02:05 in figures; of a live picture, how long ago. */
export function clock(time: number, { start, end, live }: Reach): string {
  const seconds = Math.floor(live ? end - time : time - start);
  return `${live ? '−' : ''}${formatDuration(seconds * 1000)}`;
}

/** The chapter that `time` is in. */
export function chapterAt(chapters: readonly Chapter[], time: number): Chapter | undefined {
  return chapters.filter(one => one.time <= time + 0.01).sort((a, b) => b.time - a.time)[0];
}

/** The chapters that have a mark of their own: not the one everything begins with. */
const marked = (chapters: readonly Chapter[], { start, end }: Reach): readonly Chapter[] =>
  chapters.filter(({ time }) => time > start + 0.5 && time < end);

/** The line along which a picture is sought, by a pointer or the keyboard. */
export class Timeline {
  readonly #changed: () => void;
  readonly #seek: (time: number) => void;
  #root: HTMLElement | undefined;
  /** Where it is being dragged to, s. */
  #drag: number | undefined;
  /** Where the pointer is, 0 to 1. */
  #hover: number | undefined;

  constructor(seek: (time: number) => void, changed: () => void) {
    this.#seek = seek;
    this.#changed = changed;
  }

  /** Puts everything in its place along the line; to be called after every rendering. */
  place(root: HTMLElement | null, reach: Reach | undefined, chapters: readonly Chapter[]): void {
    this.#root = root ?? undefined;
    if (!root || !reach) return;
    const part = (time: number) => Math.min(1, Math.max(0, (time - reach.start) / (reach.end - reach.start)));
    const at = part(this.#drag ?? reach.time);
    root.style.setProperty('--_at', String(reach.atEdge && this.#drag === undefined ? 1 : at));
    root.style.setProperty('--_tip', String(this.#drag === undefined ? (this.#hover ?? at) : at));
    const marks = root.querySelectorAll<HTMLElement>('.mark');
    marked(chapters, reach).forEach(({ time }, index) => {
      marks[index]?.style.setProperty('left', `${part(time) * 100}%`);
    });
  }

  readonly #onMove = (event: PointerEvent): void => {
    const { left, width } = this.#root!.getBoundingClientRect();
    this.#hover = Math.min(1, Math.max(0, (event.clientX - left) / width));
    this.#changed();
  };

  readonly #onLeave = (): void => {
    this.#hover = undefined;
    this.#changed();
  };

  render(reach: Reach, chapters: readonly Chapter[], speech: Speech): TemplateResult {
    const { start, end } = reach;
    const length = end - start;
    const time = this.#drag ?? (reach.atEdge ? end : reach.time);
    const shown = this.#drag ?? (this.#hover === undefined ? time : start + this.#hover * length);
    const title = chapterAt(chapters, shown)?.title;
    const value = (event: Event) => start + Number((event.target as HTMLInputElement).value);
    return html`<div
      part="timeline"
      class="timeline ${this.#hover === undefined && this.#drag === undefined ? '' : 'shown'}"
      dir="ltr"
      @pointermove=${this.#onMove}
      @pointerleave=${this.#onLeave}
    >
      <i class="track"><i class="fill"></i></i>
      ${marked(chapters, reach).map(() => html`<i class="mark"></i>`)}
      <input
        type="range"
        class="seek"
        min="0"
        max=${length.toFixed(1)}
        step="0.1"
        aria-label=${speech.t('player.timeline')}
        aria-valuetext=${spoken(time, reach, title, speech)}
        .value=${String(time - start)}
        @input=${(event: Event) => {
          this.#drag = value(event);
          this.#changed();
        }}
        @change=${(event: Event) => {
          this.#drag = undefined;
          this.#seek(value(event));
          this.#changed();
        }}
      />
      <i class="knob"></i>
      <span class="tip" aria-hidden="true"
        >${title ? html`<b dir="auto">${title}</b>` : nothing}<span>${clock(shown, reach)}</span></span
      >
    </div>`;
  }
}

/** What a screen reader says of a place on the line. */
function spoken(time: number, reach: Reach, title: string | undefined, { language, t }: Speech): string {
  const { start, end, live } = reach;
  const say = (seconds: number) => spokenTime(seconds, language);
  const ago = Math.round(end - time);
  const words = live
    ? ago < 1
      ? t('phase.live')
      : t('player.behindLive', { time: say(ago) })
    : t('player.timeOf', { time: say(time - start), total: say(end - start) });
  return title ? `${words}, ${title}` : words;
}

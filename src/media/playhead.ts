import type { Span } from './choices.js';
import type { Engine } from './engine.js';

/**
 * How far behind the live edge still counts as live, s; more where segments are long. Chromium catches up by speed and
 * needs no jump before.
 */
const TOLERANCE_S = 'chrome' in globalThis ? 4 : 2;

/** Where the picture stands: against what is buffered, the live edge, and the end. Media times in s. */
export class Playhead {
  readonly #video: HTMLVideoElement;
  readonly #engine: () => Engine | undefined;
  /** Longest segment. */
  targetDurationS = 0;
  /** The viewer chose to be behind, by pausing. */
  behindByChoice = false;

  constructor(video: HTMLVideoElement, engine: () => Engine | undefined) {
    this.#video = video;
    this.#engine = engine;
  }

  get time(): number {
    return this.#video.currentTime;
  }

  /** Where a live viewer should be; undefined when not live, or not known. */
  get edge(): number | undefined {
    return this.#engine()?.edge;
  }

  get toleranceS(): number {
    return Math.max(TOLERANCE_S, this.targetDurationS * 2);
  }

  get stallToleranceS(): number {
    return Math.max(1, this.targetDurationS * 0.75);
  }

  get behind(): boolean {
    const { edge } = this;
    return edge !== undefined && edge - this.time > this.toleranceS;
  }

  /** Media ready after the playhead. */
  get ahead(): number {
    const { buffered } = this.#video;
    for (let i = 0; i < buffered.length; i += 1) {
      const inside = this.time >= buffered.start(i) - 0.1 && this.time < buffered.end(i);
      if (inside) return buffered.end(i) - this.time;
    }
    return 0;
  }

  /** The first moment that can be sought to; undefined where the browser does not tell. */
  get oldest(): number | undefined {
    const { seekable } = this.#video;
    return seekable.length > 0 ? seekable.start(0) : undefined;
  }

  /** Nothing but the end is left. */
  get atEnd(): boolean {
    return this.#video.duration - this.time < 1;
  }

  /** What can be sought to, up to the live edge; undefined: not known. */
  get span(): Span | undefined {
    const { oldest: start, edge } = this;
    const end = edge ?? this.#video.duration;
    return start !== undefined && end > start && end < Infinity ? { start, end } : undefined;
  }

  toEdge(): void {
    this.behindByChoice = false;
    const { edge } = this;
    if (edge !== undefined) this.#video.currentTime = edge;
  }
}

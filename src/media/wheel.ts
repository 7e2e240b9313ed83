import type { CaptionTrack, Quality } from './choices.js';
import type { DateLine } from './date-line.js';
import type { Wishes } from './steerable.js';

/** What one engine lets itself be steered by. */
export interface Wheel {
  readonly qualities: readonly Quality[];
  readonly playing: Quality | undefined;
  readonly captions: readonly CaptionTrack[];
  /** The captions it lists are beyond it. */
  readonly needsFull: boolean;
  /** Media time against the stream's own dates, as far as they are known. */
  readonly dates: DateLine;
  /** From the playhead to the end of a live playlist, s. */
  readonly distanceS: number | undefined;
  readonly targetLatencyS: number | undefined;
  /** It brings pictures in parts of segments. */
  readonly parts: boolean;
  /** Bits/s. */
  readonly bandwidth: number | undefined;
  /** Does what is wished, as far as it can. */
  follow(wishes: Wishes): void;
  stop(): void;
}

import type { Hello } from '../../protocol/index.js';

/** Why a stream ended. `slow`: too much waited for it; `stalled`: it took nothing; `life`: it had lasted long enough. */
export type StreamEnd = 'gone' | 'slow' | 'stalled' | 'life';

/** Somebody who counts what the hub does. Called once for a frame, never once for a reader. */
export interface HubWatch {
  /** One frame went to `readers`. `lateMs`: from when it was due to when the last socket had it. */
  fanned?(event: 'control' | 'tick', readers: number, bytes: number, lateMs: number): void;
  /** A stream began: `recovered`, or with a snapshot and why. */
  opened?(how: 'recovered' | NonNullable<Hello['reason']>): void;
  ended?(why: StreamEnd): void;
  /** Comments of a tick, and those it only counted. */
  talked?(carried: number, more: number): void;
  /** A tick was left out, since this process has too much to do. */
  skipped?(): void;
}

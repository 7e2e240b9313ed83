import type { HistoryPage, Segment } from '../../protocol/index.js';

/** Where the segments of a room stand. */
export interface SourcePlace {
  room: string;
  epoch: string;
  edition: number;
  /** The newest segment. */
  n: number;
  durationMs: number;
  /** Until the next one is there, ms. */
  nextMs: number;
}

/** A room that can be recorded. Rejects with QunErrors; what can pass is tried again by whoever asks. */
export interface RecordSource {
  /** What relative addresses in the room's state are relative to; undefined: not known. */
  readonly base: string | undefined;
  /** Nobody adds anything any more: where the show has no end, its last event is the end. */
  readonly fixed: boolean;
  place(): Promise<SourcePlace>;
  /** Undefined: there is none of this number and edition. */
  segment(place: SourcePlace, n: number): Promise<Segment | undefined>;
  history(after: number): Promise<HistoryPage>;
  close(): Promise<void>;
}

import type { Code } from '../protocol/index.js';

/** What was done about a picture that stood still, was late, or met an error. */
export type Remedy =
  /** A step over what it hung on. */
  | 'nudge'
  /** A fresh start for the decoder. */
  | 'repair'
  /** Loading on after a request that failed. */
  | 'resume'
  /** The same stream from a fresh address. */
  | 'readdress'
  /** The stream opened anew. */
  | 'reopen'
  /** A jump to the live edge. */
  | 'resync';

/** `another`: something else had to be done before it moved; `left`: nobody waited for it. */
export type RemedyOutcome = 'moving' | 'another' | 'failed' | 'left';

/** When each step of a start was done, ms after the wish to play; absent: not measured, or not needed. */
export interface StartSteps {
  /** The part of the kit that plays. */
  readonly script?: number;
  readonly engine?: number;
  /** The playlist at the player's address. */
  readonly entry?: number;
  /** The playlist that lists segments. */
  readonly playlist?: number;
  /** The first media is in the video. */
  readonly segment?: number;
  readonly canPlay?: number;
}

interface OfWatch {
  /** The same for all that is told of one opening of one source. Random, and kept nowhere. */
  readonly watch: string;
  /** By the viewer's own clock, ms since 1970. */
  readonly at: number;
  /** More is to come, rather than a recording; absent: not known yet. */
  readonly live?: boolean;
  readonly engine: 'hls' | 'hls-full' | 'native';
}

/** How it began, once for each watching. */
export interface StartMetric extends OfWatch {
  readonly name: 'start';
  /** `failed`: an error came first; `left`: the viewer did not wait for it. */
  readonly outcome: 'playing' | 'failed' | 'left';
  /** From the wish to play to the first picture that moves, to the error, or to the leaving. */
  readonly ms: number;
  readonly steps: StartSteps;
  /** The picture moved before the engine was there. */
  readonly ahead: boolean;
  /** What the browser made of `autoplay`; absent: somebody asked to play. */
  readonly autoplay?: 'audible' | 'muted' | 'refused';
  /** Of the error, where it failed. */
  readonly code?: Code;
}

/** The picture stood still for want of media, and does no more. */
export interface StallMetric extends OfWatch {
  readonly name: 'stall';
  readonly ms: number;
}

/** Something was done about a fault, and this came of it. */
export interface RecoveryMetric extends OfWatch {
  readonly name: 'recovery';
  readonly remedy: Remedy;
  readonly outcome: RemedyOutcome;
  /** From the remedy to its outcome. */
  readonly ms: number;
}

/** The viewer was told of an error. */
export interface ErrorMetric extends OfWatch {
  readonly name: 'error';
  readonly code: Code;
  readonly temporary: boolean;
  /** The picture had moved before. */
  readonly started: boolean;
}

/** The watching as a whole, from its first picture until now: a later one stands for all before it. */
export interface SummaryMetric extends OfWatch {
  readonly name: 'summary';
  /** `minute`: another minute was watched. `hidden`: the page went into the background, from where phones may end it. */
  readonly because: 'minute' | 'end' | 'hidden' | 'left';
  readonly startMs: number;
  readonly playedMs: number;
  readonly stalledMs: number;
  readonly stalls: number;
  /** Stalled of stalled and played, 0 to 1. */
  readonly stallRatio: number;
  /** How late the picture was, s; absent: a recording, or not known. */
  readonly latencyS?: { readonly p50: number; readonly p95: number };
  /** Of what was shown, by how long it was shown, bits/s; absent: not known. */
  readonly bitrate?: number;
  /** Changes of rendition. */
  readonly switches: number;
  /** Pictures not shown of all, 0 to 1; absent: the browser does not count. */
  readonly droppedRatio?: number;
  /** How often each remedy came to each outcome. */
  readonly recoveries: Partial<Record<Remedy, Partial<Record<RemedyOutcome, number>>>>;
}

/** What a player tells of how it goes for its viewer, by `name`. Nothing of it leaves the page by itself. */
export type Metric = StartMetric | StallMetric | RecoveryMetric | ErrorMetric | SummaryMetric;

import type { EngineName } from './choices.js';
import type { HlsConstructor, HlsInstance, ManifestLoadedData } from './hls-loader.js';

/** hls.js at work, for those who steer it. */
export interface HlsInside {
  readonly Hls: HlsConstructor;
  readonly hls: HlsInstance;
  /** Its full build, which knows separate sound and captions. */
  readonly full: boolean;
  /** What the master playlist lists besides renditions of the picture. */
  readonly listed: Pick<ManifestLoadedData, 'subtitles' | 'captions'> | undefined;
  /** While the line decides, no picture larger than it has to be. */
  save(data: boolean): void;
}

/** What a playlist said when it was last read. */
export interface PlaylistNews {
  /** More is to come. */
  live: boolean;
  /** Sequence number after the newest segment and its parts; absent where the browser keeps it to itself. */
  end?: number;
  /** Longest segment, s. */
  targetDurationS?: number;
}

export type FaultKind = 'network' | 'missing' | 'refused' | 'media' | 'unsupported';

/** Something an engine could not mend by itself. */
export interface Fault {
  kind: FaultKind;
  /** For the developer, in English. */
  detail: string;
  cause?: unknown;
}

export interface EngineListener {
  /** Media arrived: whatever was wrong with the network is over. */
  progressed(): void;
  playlist(news: PlaylistNews): void;
  /** A request was refused; the engine tries on by itself. */
  refused(): void;
  /** The engine has stopped; it goes on when told to. Never called from within a call to the engine. */
  fault(fault: Fault): void;
  /** The stream has what only hls.js's full build can play. */
  beyond(): void;
}

/** Plays one source into one video element, from its making to `destroy()`. */
export interface Engine {
  readonly name: EngineName;
  /** Undefined: the browser's own player. */
  readonly hls?: HlsInside;
  /** Where a live viewer should be, s of media time; undefined when unknown or not live. */
  readonly edge: number | undefined;
  /** No media for this long, ms, and the engine cannot be trusted to come back by itself. */
  readonly starvedMs: number;
  /** It keeps its troubles to itself: when the picture stands still, somebody has to ask the origin why. */
  readonly silent: boolean;
  /** Loads on, from wherever it stopped. */
  resume(): void;
  /** Loads on from a fresh address of the same stream. */
  readdress(src: string): void;
  /** Stops loading; the picture stays. */
  suspend(): void;
  /** Gives the decoder a fresh start at the same place. */
  repair(): void;
  destroy(): void;
}

export interface EngineOptions {
  video: HTMLVideoElement;
  /** Absolute URL. */
  src: string;
  /** Media time to start at, s; undefined: the live edge or the beginning. */
  startAt?: number | undefined;
  /** No picture larger than it has to be. */
  saveData?: boolean | undefined;
  listener: EngineListener;
}

/** One rendition of a stream. */
export interface Quality {
  /** The same for the same rendition, whichever engine plays it. */
  readonly id: string;
  /** Pixels; 0 where the stream does not say. */
  readonly width: number;
  readonly height: number;
  /** Bits/s. */
  readonly bitrate: number;
}

export interface CaptionTrack {
  readonly id: string;
  /** As in BCP 47; empty where the stream does not say. */
  readonly language: string;
  /** As the stream names it. */
  readonly label: string;
}

/** A stretch of media time, s. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What plays: hls.js's small build, its full one, or the browser by itself. */
export type EngineName = 'hls' | 'hls-full' | 'native';

import type { EngineName } from './choices.js';

/** How a stream does at this moment. What the browser or the stream keeps to itself is undefined. */
export interface PlaybackStats {
  /** Of the picture, in its own pixels. */
  readonly width: number;
  readonly height: number;
  /** Of the rendition that is shown, bits/s. */
  readonly bitrate: number | undefined;
  /** Media ready after the playhead, s. */
  readonly bufferS: number;
  /** Pictures shown and not shown since the source was opened. */
  readonly droppedFrames: number | undefined;
  readonly totalFrames: number | undefined;
  /** From the making of the picture until now where the stream is dated, else from the end of its playlist, s. */
  readonly latencyS: number | undefined;
  /** How far from the end of its playlist the player stays on purpose, s. */
  readonly targetLatencyS: number | undefined;
  /** What the line is thought to carry, bits/s. */
  readonly bandwidth: number | undefined;
  /** Times the picture stood still for want of media, since it first moved. */
  readonly stalls: number;
  /** Times the player had to do something about it: opened the stream anew, repaired, jumped to the live edge. */
  readonly recoveries: number;
  readonly engine: EngineName;
  /** Times by which the picture was made, and by which it is shown, agree: the stream carries dates that can be true. */
  readonly dated: boolean;
}

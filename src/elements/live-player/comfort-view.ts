import type { LitElement } from 'lit';
import type { Voice } from '../../base/speech.js';
import type { PlayerState } from '../../events/qun-player-state-event.js';
import type { Playback } from '../../media/playback.js';
import type { RoomState } from '../../protocol/index.js';

/**
 * A player as its comforts see it; every field is read anew whenever it is needed. In its shadow root they look for
 * `.base`, which keeps the place in the page, and inside it for `.picture`, which holds the video and its poster.
 */
export interface ComfortView {
  readonly host: LitElement;
  readonly video: HTMLVideoElement;
  readonly voice: Voice;
  readonly state: PlayerState;
  /** What is said about the state; '' for nothing. */
  readonly said: string;
  /** At the moment, or as soon as it can, the picture moves: nobody has paused it and nothing blocks it. */
  readonly playing: boolean;
  /** More is to come, rather than a recording. */
  readonly live: boolean;
  /** The attribute `mini`. */
  readonly mini: boolean;
  /** Address of the picture shown before the first frame. */
  readonly poster: string | undefined;
  readonly room: RoomState | undefined;
  playback(): Playback | undefined;
  play(): void;
  pause(): void;
  toggle(): void;
  toggleSound(): void;
  /** To a media time, s. */
  seek(time: number): void;
}

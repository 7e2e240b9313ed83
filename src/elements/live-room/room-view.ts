import type { Speech } from '../../base/speech.js';
import type { QunFullScreenEvent } from '../../events/qun-full-screen-event.js';
import type { QunPlayerViewEvent } from '../../events/qun-player-view-event.js';
import type { RoomState } from '../../protocol/index.js';
import type { Connection, Room } from '../../stores/room.js';
import type { Layout, Screen } from './room-screen.js';

export type Tab = 'comments' | 'shelf';
export type SheetKind = 'shelf' | 'coupons' | 'notice' | 'verified';

/** One rendering of the room: what its pieces show, and what they may ask of it. */
export interface RoomView extends Speech {
  readonly room: Room | undefined;
  readonly state: RoomState | undefined;
  readonly connection: Connection | undefined;
  readonly online: number;
  /** Server time, ms. */
  readonly now: number;
  readonly layout: Layout;
  readonly fit: 'auto' | 'contain' | 'cover';
  readonly screen: Screen | undefined;
  /** How much of the room has been put up: 0 the frame, 1 talk and pins, 2 everything. */
  readonly step: number;
  readonly poster: string | undefined;
  /** The page has put a poster of its own into the room. */
  readonly posterInPage: boolean;
  /** Something of the stage may be seen beside the picture: the poster lies there, dim. */
  readonly backdrop: boolean;
  readonly tab: Tab;
  /** Two taps on the picture give a heart. */
  readonly doubleTap: boolean;
  /** Somebody takes orders. */
  readonly cart: boolean;
  open(sheet: SheetKind): void;
  choose(tab: Tab): void;
  /** Shows the shelf, wherever this layout has it. */
  browse(): void;
  /** Begins a comment. */
  say(): void;
  retry(): void;
  /** Opens what the picture can do. */
  openSettings(): void;
  onPlayerView(event: QunPlayerViewEvent): void;
  onFullScreen(event: QunFullScreenEvent): void;
}

import { html, type TemplateResult } from 'lit';
import type { Speech } from '../../base/speech.js';
import type { CommentWindow } from '../../core/comment-window.js';
import type { DeskKey } from '../../i18n/desk/desk-words.js';
import type { MessageParams } from '../../i18n/translate.js';
import type { HostCommand, Product, RoomState, SaleFigures } from '../../protocol/index.js';
import type { Connection, Room } from '../../stores/room.js';

export type Panel = 'products' | 'sales' | 'coupons' | 'notice' | 'comments' | 'questions';

/** One rendering of the desk: what its panels show, and what they may ask of it. */
export interface DeskView extends Speech {
  readonly room: Room;
  readonly state: RoomState;
  readonly connection: Connection;
  readonly comments: CommentWindow;
  readonly commentCount: number;
  readonly online: number;
  /** Coupon id → how many are left. */
  readonly left: Readonly<Record<string, number>>;
  /** Flash sale id → how it stands. */
  readonly sales: Readonly<Record<string, SaleFigures>>;
  /** Server time, ms. */
  readonly now: number;
  /** What the host is being asked to confirm. */
  readonly asking: string | undefined;
  readonly watching: boolean;
  readonly search: string;
  /** Products that have left the shelf while the desk was open, and where they stood. */
  readonly takenOff: readonly { product: Product; index: number }[];
  /** What `text` may not say to viewers, to stand under its field; undefined: nothing, or it cannot be told yet. */
  note(text: string): TemplateResult | undefined;
  d(key: DeskKey, params?: MessageParams): string;
  sending(key: string): boolean;
  /** Sends once; `key` says which button waits, `shown` when the state has followed. False: refused, or on its way. */
  send(key: string, command: HostCommand, shown: (state: RoomState) => boolean): Promise<boolean>;
  ask(what: string | undefined): void;
  watch(on: boolean): void;
  find(words: string): void;
}

interface Action {
  key: string;
  words: string;
  look?: string;
  /** Said to assistive technology where the words alone do not say what is meant. */
  label?: string;
  disabled?: boolean;
  act(): unknown;
}

/** A button that says "sending" while its wish is on its way. */
export function renderAction(view: DeskView, action: Action): TemplateResult {
  const sending = view.sending(action.key);
  const words = sending ? view.d('desk.sending') : action.words;
  return html`<button
    type="button"
    part="button"
    class="button ${action.look ?? 'button--quiet'}"
    data-key=${action.key}
    aria-busy=${sending ? 'true' : 'false'}
    aria-label=${action.label ? `${words}: ${action.label}` : words}
    ?disabled=${sending || action.disabled === true}
    @click=${action.act}
  >
    ${words}
  </button>`;
}

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../../i18n/shop-messages.js';
import { lookAt, sourceOf, type FiguresSource } from '../../base/figures-source.js';
import { QunElement } from '../../base/qun-element.js';
import { RefreshController } from '../../base/refresh-controller.js';
import { StoreController } from '../../base/store-controller.js';
import { formatNumber } from '../../core/format.js';
import { QunForgetMeEvent } from '../../events/qun-forget-me-event.js';
import { QunShowNameEvent } from '../../events/qun-show-name-event.js';
import { addBoardWords } from '../../i18n/board-messages.js';
import { parse, shareBoardSchema, type ShareBoard, type Speaker } from '../../protocol/index.js';
import type { Own, Room } from '../../stores/room.js';
import { base } from '../../styles/base.css.js';
import { button } from '../../styles/button.css.js';
import { empty } from '../../styles/empty.css.js';
import { icon } from '../../styles/icon.js';
import { users } from '../../styles/room-drawings.js';
import { tokens } from '../../styles/tokens.css.js';
import { renderOwnPlace, type OwnPlace } from './own-place.js';
import { shareBoard } from './share-board.css.js';

addBoardWords();

type Row = ShareBoard['rows'][number];

/** Between two looks, ms: as long as the server lets the list be kept on the way. */
const LOOK_MS = 10_000;

/**
 * Those who bring most new viewers into the room, for everybody to see: names only of who agreed, by a switch below the
 * list, and one's own row is marked. It stays as it is while the page is not in front.
 *
 * @status experimental
 * @since 0.1.0
 *
 * @attr {string} own - Id of this viewer's own share, whose row is marked. Default: the room's.
 * @attr {boolean} without-choice - Leaves out the switch and the way to be forgotten, as on a screen in the shop.
 *
 * @event {QunShowNameEvent} qun-show-name - Asks whether this viewer's name may stand here (`show`). A page that keeps the board itself calls `respondWith(promise)`; otherwise the room is asked.
 * @event {QunForgetMeEvent} qun-forget-me - Asks to be forgotten among those who pass the room on. A page that keeps the board itself calls `respondWith(promise)`; otherwise the room is asked.
 * @event {QunErrorEvent} qun-error - The list or a wish was refused; `error.code` says why. Not cancelable.
 *
 * @slot empty - Shown while nobody is on the list. Default: a friendly line.
 *
 * @csspart base - The wrapper of everything.
 * @csspart title - What the list is of.
 * @csspart rows - The list.
 * @csspart row - One who brings friends along.
 * @csspart rank - Their place.
 * @csspart count - How many came.
 * @csspart own-place - What concerns this viewer: the switch, and the way to be forgotten.
 * @csspart switch - Lets one's own name be shown.
 * @csspart empty - The line while nobody is on the list.
 */
export class QunShareBoard extends QunElement {
  static override styles = [tokens, base, button, empty, shareBoard];

  readonly #own = new StoreController<Own>(this);
  readonly #viewer = new StoreController<Speaker | undefined>(this);
  readonly #refresh = new RefreshController<ShareBoard>(this, LOOK_MS, error => this.report(error));
  #room: Room | undefined;

  @state() private shows: boolean | undefined;
  @state() private sending = false;
  @state() private asking = false;
  @state() private forgotten = false;

  /** The rows, as the server's `board` has them. Default: asked of the room's server every ten seconds. */
  @property({ attribute: false }) board?: ShareBoard;

  /** A way of your own to the figures: its `json('board')` answers as the server does. */
  @property({ attribute: false }) source?: FiguresSource;

  /** Id of this viewer's own share, whose row is marked. Default: the room's. */
  @property() own?: string;

  /** Leaves out the switch and the way to be forgotten. */
  @property({ type: Boolean, attribute: 'without-choice' }) withoutChoice = false;

  protected override roomChanged(room: Room | undefined): void {
    this.#own.follow(room?.$own);
    this.#viewer.follow(room?.$viewer);
    this.#room = room;
    this.shows = undefined;
    this.forgotten = this.asking = false;
    this.#look();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // At first the room's being found has said so already.
    if (changed.has('source') || (changed.has('board') && !this.board !== !changed.get('board')))
      this.#look();
  }

  #look(): void {
    const source = this.board ? undefined : (this.source ?? sourceOf(this.#room));
    this.#refresh.follow(source && lookAt(source, 'board', body => parse(shareBoardSchema, body)));
  }

  get #shown(): ShareBoard | undefined {
    return this.board ?? this.#refresh.value;
  }

  get #mine(): string | undefined {
    return this.forgotten ? undefined : (this.own ?? this.#own.value?.share);
  }

  /** Asks the page, then the room. True: it is so now. */
  async #wish(event: QunShowNameEvent | QunForgetMeEvent, ask: (room: Room) => Promise<unknown>) {
    if (this.sending) return false;
    const room = this.roomStore;
    this.sending = true;
    try {
      if (this.ask(event)) {
        if (!room) return false;
        await ask(room);
      } else if (event.answer) await event.answer;
      else return false;
      // Another room has come meanwhile: what was asked of the old one is no news here.
      if (room !== this.roomStore) return false;
      this.#refresh.again();
      return true;
    } catch (error) {
      this.report(error, 'network');
      return false;
    } finally {
      this.sending = false;
    }
  }

  readonly #show = async (show: boolean): Promise<void> => {
    const event = new QunShowNameEvent(show);
    if (await this.#wish(event, room => room.command({ type: 'share.show', name: show }))) this.shows = show;
  };

  readonly #forget = async (): Promise<void> => {
    const done = await this.#wish(new QunForgetMeEvent(), room => room.command({ type: 'share.erase' }));
    this.asking = false;
    if (done) this.forgotten = true;
  };

  /** Whichever of their shares this viewer passes on now, it is the same person's. */
  #owns({ share, also }: Row): boolean {
    const mine = this.#mine;
    return mine !== undefined && (share === mine || also?.includes(mine) === true);
  }

  get #place(): OwnPlace {
    const name = this.#viewer.value?.name;
    const row = this.#shown?.rows.find(row => this.#owns(row));
    return {
      t: this.voice.t,
      listed: row !== undefined,
      // Without a room the page knows who it is.
      nameable: !this.roomStore || name !== undefined,
      name: row?.name ?? name,
      shows: this.shows ?? row?.name !== undefined,
      sending: this.sending,
      asking: this.asking,
      forgotten: this.forgotten,
      show: on => void this.#show(on),
      ask: on => (this.asking = on),
      forget: () => void this.#forget(),
    };
  }

  #renderRow(row: Row): TemplateResult {
    const { rank, name, newViewers } = row;
    const own = this.#owns(row);
    const count = formatNumber(newViewers, this.language);
    return html`<li part="row" class="row ${own ? 'own' : ''}" aria-current=${own ? 'true' : nothing}>
      <span part="rank" class="rank ${rank === 1 ? 'first' : rank <= 3 ? 'near' : ''}">${rank}</span>
      <span class="name ${name ? '' : 'nameless'}" dir="auto">${name ?? this.t('board.viewer')}</span>
      ${own ? html`<b class="you">${this.t('board.you')}</b>` : nothing}
      <span part="count" class="count">${this.t('board.count', { count })}</span>
    </li>`;
  }

  protected override render(): TemplateResult {
    const board = this.#shown;
    const rows = board?.rows ?? [];
    const { error } = this.#refresh;
    const choice = !this.withoutChoice && board !== undefined && (this.#mine !== undefined || this.forgotten);
    return html`<div part="base" class="base" aria-busy=${board || error ? nothing : 'true'}>
      <h2 part="title" class="title">${this.t('board.label')}</h2>
      <ol
        part="rows"
        class="rows"
        role="list"
        aria-label=${this.t('board.label')}
        ?hidden=${rows.length === 0}
      >
        ${repeat(
          rows,
          ({ share }) => share,
          row => this.#renderRow(row),
        )}
      </ol>
      <div part="empty" class="empty" ?hidden=${!board || rows.length > 0}>
        <slot name="empty">
          ${icon(users, 32)}
          <p>${this.t('board.empty')}</p>
          ${this.t('board.emptyText')}
        </slot>
      </div>
      <p class="behind" role="status" ?hidden=${!error}>
        ${error ? this.t(error.temporary ? 'board.behind' : `error.${error.code}`) : nothing}
      </p>
      ${choice ? renderOwnPlace(this.#place) : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'qun-share-board': QunShareBoard;
  }
}

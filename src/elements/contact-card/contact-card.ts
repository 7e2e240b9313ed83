import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { AroundElement } from '../../base/around-element.js';
import { SeenController } from '../../base/seen-controller.js';
import { TickController } from '../../base/tick-controller.js';
import { copyText } from '../../platform/copy-text.js';
import { pageEnvironment, type Environment } from '../../platform/environment.js';
import { hostApp } from '../../platform/host-app.js';
import type { Contact } from '../../protocol/index.js';
import type { Room } from '../../stores/room.js';
import { base } from '../../styles/base.css.js';
import { button } from '../../styles/button.css.js';
import { dialogStyle } from '../../styles/dialog.css.js';
import { icon } from '../../styles/icon.js';
import { users } from '../../styles/room-drawings.js';
import { tokens } from '../../styles/tokens.css.js';
import { CodeDesk, type Scannable } from './code-desk.js';
import { contactCard } from './contact-card.css.js';
import { ContactLayer } from './contact-layer.js';
import { contactLayer } from './contact-layer.css.js';
import { renderCard } from './render-card.js';

/**
 * The shop's people and groups to add (导购名片、社群活码): a real picture of a code, which apps recognise under a long
 * press, and the account's name to copy. Of a group's several codes the viewer gets the one the room gives them, which
 * stays theirs while it is good; as codes fill up and run out, the next ones come.
 *
 * @status experimental
 * @since 0.1.0
 *
 * @attr {string} contact - Id of the one to show. Default: all of them.
 * @attr {card | float | sheet} view - `card`; `float`: a round button at a picture's edge that opens them in a sheet over the page; or `sheet`: that sheet alone, for a button of your own. Default: `card`.
 * @attr {boolean} open - The sheet of `float` or `sheet` is open.
 *
 * @event {QunOpenContactEvent} qun-open-contact - Asks for a code of `contact`. The page may answer with `respondWith()`, or prevent it; otherwise the room is asked, and without one the first that is good is shown.
 * @event {QunErrorEvent} qun-error - The room could not be asked; the first code that is good is shown. Not cancelable.
 *
 * @slot - Below the cards: what else the shop wants to say.
 *
 * @csspart base - The whole.
 * @csspart card - One of them.
 * @csspart avatar - Their picture.
 * @csspart title - Their name.
 * @csspart text - What they say of themselves.
 * @csspart code - Around the code, or the words in its place.
 * @csspart picture - The code.
 * @csspart account - The account and the button that copies it.
 * @csspart float - The round button of `float`.
 * @csspart layer - The veil over the page.
 * @csspart panel - The sheet on it, with heading, cards and what is slotted.
 * @csspart close - Closes it.
 *
 * @cssproperty [--code-size=184px] - Width of a code; in a sheet with more than one card 148px.
 */
export class QunContactCard extends AroundElement {
  static override styles = [tokens, base, button, dialogStyle, contactCard, contactLayer];

  readonly #seen = new SeenController(this);
  readonly #tick = new TickController(this);
  readonly #desk = new CodeDesk(this.voice, () => this.requestUpdate());
  readonly #layer = new ContactLayer(this.voice, () => (this.open = false));

  @query('dialog') private layer!: HTMLDialogElement | null;
  @state() private copied: { account: string; worked: boolean } | undefined;

  /** Id of the one to show. */
  @property() contact?: string;
  /** What there is to show. Default: the room's. */
  @property({ attribute: false }) contacts?: readonly Contact[];
  /** Cards, a round button that opens them, or nothing until it is opened. */
  @property({ reflect: true }) view: 'card' | 'float' | 'sheet' = 'card';
  /** The sheet of `float` or `sheet` is open. */
  @property({ type: Boolean, reflect: true }) open = false;
  /** What the app and the browser can do. Default: asked when it is shown. */
  @property({ attribute: false }) environment?: Environment;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#layer.shut();
    this.#desk.forget();
    this.open = false;
    this.copied = undefined;
  }

  protected override roomChanged(room: Room | undefined): void {
    super.roomChanged(room);
    this.#desk.forget();
  }

  get #shown(): readonly Contact[] {
    const all = this.contacts ?? this.around.contacts;
    return this.contact === undefined ? all : all.filter(({ id }) => id === this.contact);
  }

  /** The sheet is over everything, wherever the element itself stands. */
  get #looked(): boolean {
    return this.open ? !document.hidden : this.#seen.seen;
  }

  protected override update(changed: PropertyValues): void {
    const open = this.view === 'card' || this.open;
    // One that runs out is exchanged while it is looked at.
    this.#tick.active =
      open &&
      this.#looked &&
      this.#shown.some(({ codes }) => codes.some(({ expiresAt }) => expiresAt !== undefined));
    super.update(changed);
  }

  protected override updated(): void {
    if (this.layer) this.#layer.show(this.layer);
    else this.#layer.shut();
  }

  readonly #copy = async (account: string): Promise<void> => {
    const worked = await copyText(account, this.environment);
    this.copied = { account, worked };
  };

  #renderOne(contact: Contact): TemplateResult {
    const room = this.roomStore;
    const now = room?.clock.now() ?? Date.now();
    const { language } = this;
    const scannable: Scannable = this.#desk.look(contact, now, room, this.#looked);
    const { name } = hostApp(this.environment ?? pageEnvironment());
    return renderCard({
      language,
      t: (key, params) => this.t(key, params),
      words: text => this.words(text),
      ...{ contact, scannable, now },
      inApp: name !== 'browser',
      copied: this.copied?.account === contact.account ? this.copied?.worked : undefined,
      broken: url => this.broken(url),
      address: url => this.address(url),
      copy: account => void this.#copy(account),
      failed: this.failed,
    });
  }

  #renderFloat(contacts: readonly Contact[]): TemplateResult {
    return html`<button
      type="button"
      part="float"
      class="float icon-button"
      ?hidden=${contacts.length === 0 && this.childElementCount === 0}
      aria-label=${this.t('contact.open')}
      aria-haspopup="dialog"
      aria-expanded=${this.open ? 'true' : 'false'}
      @click=${() => (this.open = true)}
    >
      ${icon(users, 22)}
    </button>`;
  }

  #renderSheet(contacts: readonly Contact[]): TemplateResult {
    return this.open
      ? this.#layer.render(this.#renderCards(contacts), contacts.length === 1 && this.childElementCount === 0)
      : html`<div hidden><slot></slot></div>`;
  }

  #renderCards(contacts: readonly Contact[]): TemplateResult {
    return html`${
        contacts.length > 0
          ? html`<div class="cards">${contacts.map(one => this.#renderOne(one))}</div>`
          : nothing
      }<slot></slot>`;
  }

  protected override render(): TemplateResult {
    const contacts = this.#shown;
    return html`<div part="base" class="base">
      ${this.view === 'float' ? this.#renderFloat(contacts) : nothing}
      ${this.view === 'card' ? this.#renderCards(contacts) : this.#renderSheet(contacts)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'qun-contact-card': QunContactCard;
  }
}

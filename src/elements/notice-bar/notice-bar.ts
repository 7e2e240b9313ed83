import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AroundController } from '../../base/around-controller.js';
import { LeadDesk, leadWords } from '../../base/lead-desk.js';
import { QunElement } from '../../base/qun-element.js';
import { renderFloatLayer } from '../../base/render-float-layer.js';
import { addAroundWords } from '../../i18n/around-messages.js';
import type { Contact, Lead, Product } from '../../protocol/index.js';
import type { Room } from '../../stores/room.js';
import { base } from '../../styles/base.css.js';
import { button } from '../../styles/button.css.js';
import { icon } from '../../styles/icon.js';
import { layer } from '../../styles/layer.css.js';
import { horn, verified } from '../../styles/room-drawings.js';
import { down } from '../../styles/shop-drawings.js';
import { tokens } from '../../styles/tokens.css.js';
import { noticeBar } from './notice-bar.css.js';

/**
 * What the host wants everybody to know, on one line that opens to all of it, and the way it points to: a page, a product,
 * or somebody to add.
 *
 * @status experimental
 * @since 0.1.0
 *
 * @dependency qun-contact-card
 *
 * @attr {string} text - What it says. Default: the room's notice.
 * @attr {string} href - Where it leads. Default: where the room's notice leads.
 * @attr {line | whole | lead} view - `line`, one line that opens; `whole`, all of it; `lead`, only the button that leads on, and what the mark beside the host's name means. Default: `line`.
 * @attr {boolean} open - The line shows all of it.
 * @attr {boolean} over-picture - White on a veil, for use over a video.
 *
 * @event {QunOpenLeadEvent} qun-open-lead - Asks to open where it leads: a page, or a contact's card. Cancelable; prevented, the page opens it.
 * @event {QunOpenProductEvent} qun-open-product - Asks to open the product it leads to. Cancelable; prevented, the page opens it.
 *
 * @slot - Words of the page's own. Default: the notice.
 *
 * @csspart base - The whole.
 * @csspart text - The words.
 * @csspart toggle - Opens and closes the line.
 * @csspart lead - The link or button that leads on.
 * @csspart verified - What the mark of a certified merchant means, with `lead`.
 * @csspart layer - The layer with a contact's card.
 * @csspart close - Closes the layer.
 */
export class QunNoticeBar extends QunElement {
  static override styles = [tokens, base, button, layer, noticeBar];

  readonly #around = new AroundController(this);
  readonly #desk = new LeadDesk(this.voice, () => this.requestUpdate());

  @state() private slotted = false;

  /** What it says. */
  @property() text?: string;
  /** Where it leads. */
  @property() href?: string;
  /** Where it leads, when that is not a page. */
  @property({ attribute: false }) lead?: Lead;
  /** One line that opens, all of it, or only the button that leads on. */
  @property({ reflect: true }) view: 'line' | 'whole' | 'lead' = 'line';
  /** The line shows all of it. */
  @property({ type: Boolean, reflect: true }) open = false;
  /** White on a veil, for use over a video. */
  @property({ type: Boolean, reflect: true, attribute: 'over-picture' }) overPicture = false;
  /** Products it may lead to. Default: the room's. */
  @property({ attribute: false }) products?: readonly Product[];
  /** Contacts it may lead to. Default: the room's. */
  @property({ attribute: false }) contacts?: readonly Contact[];

  constructor() {
    super();
    addAroundWords();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#desk.leave();
  }

  protected override roomChanged(room: Room | undefined): void {
    this.#around.follow(room);
  }

  protected override updated(): void {
    this.#desk.place(this.renderRoot);
  }

  readonly #toggle = (): void => {
    this.open = !this.open;
  };

  readonly #onSlot = (event: Event): void => {
    this.slotted = (event.target as HTMLSlotElement)
      .assignedNodes()
      .some(node => node.nodeType === Node.ELEMENT_NODE || node.textContent?.trim());
  };

  protected override render(): TemplateResult {
    const { state, value } = this.#around;
    const text = this.text ?? this.words(state?.notice);
    const given = this.lead ?? (this.href ? { url: this.href } : undefined);
    const lead = given ?? (this.text === undefined ? value.noticeLead : undefined);
    const ground = {
      room: this.roomStore,
      roomName: this.room,
      products: this.products ?? state?.products ?? [],
      contacts: this.contacts ?? value.contacts,
    };
    const parts = this.#desk.layerParts(ground);
    const line = this.view === 'line';
    const some = text !== '' || this.slotted;
    const host = this.view === 'lead' && state?.host.verified ? state.host : undefined;
    return html`<section
      part="base"
      class="base"
      aria-label=${this.t('notice.label')}
      ?hidden=${!some && !lead && !host}
      @keydown=${this.#desk.layer.onKey}
      @focusout=${this.#desk.layer.onFocusOut}
    >
      <div class="row" ?hidden=${this.view === 'lead' || !some}>
        ${icon(horn, 18)}
        <p part="text" class="text ${line && !this.open ? 'clip' : ''}">
          <slot @slotchange=${this.#onSlot}>${text}</slot>
        </p>
        ${
          line
            ? html`<button
                type="button"
                part="toggle"
                class="toggle"
                aria-expanded=${this.open ? 'true' : 'false'}
                aria-label=${this.t(this.open ? 'notice.less' : 'notice.more')}
                @click=${this.#toggle}
              >
                ${icon(down, 18)}
              </button>`
            : nothing
        }
      </div>
      ${
        lead && (!line || this.open)
          ? this.#desk.render(ground, lead, 'notice', 'button', this.t(leadWords(lead)))
          : nothing
      }
      ${
        host
          ? html`<p part="verified" class="verified">
              ${icon(verified, 18)}<span
                ><b>${this.t('verified.title')}</b>
                ${this.t('verified.text', { name: this.words(host.name) })}</span
              >
            </p>`
          : nothing
      }
      ${parts ? renderFloatLayer(parts) : nothing}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'qun-notice-bar': QunNoticeBar;
  }
}

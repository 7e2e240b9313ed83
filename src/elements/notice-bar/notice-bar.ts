import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { LeadElement, leadWords } from '../../base/lead-element.js';
import { SizeController } from '../../base/size-controller.js';
import type { Lead } from '../../protocol/index.js';
import { base } from '../../styles/base.css.js';
import { button } from '../../styles/button.css.js';
import { icon } from '../../styles/icon.js';
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
 * @attr {line | whole | lead | verified} view - `line`, one line that opens; `whole`, all of it; `lead`, only the button that leads on; `verified`, only what the mark beside the host's name means and who verified them. Default: `line`.
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
 * @csspart verified - What the mark of a certified merchant means, with `verified`.
 * @csspart layer - The veil over the page with a contact's card.
 * @csspart panel - The sheet on it.
 * @csspart close - Closes it.
 */
export class QunNoticeBar extends LeadElement {
  static override styles = [tokens, base, button, noticeBar];

  readonly #size = new SizeController(this);

  @state() private slotted = false;
  @query('.clip') private clipped!: HTMLElement | null;
  @query('.toggle') private opener!: HTMLElement | null;

  /** What it says. */
  @property() text?: string;
  /** Where it leads. */
  @property() href?: string;
  /** Where it leads, when that is not a page. */
  @property({ attribute: false }) lead?: Lead;
  /** One line that opens, all of it, only the button that leads on, or only what the host's mark means. */
  @property({ reflect: true }) view: 'line' | 'whole' | 'lead' | 'verified' = 'line';
  /** The line shows all of it. */
  @property({ type: Boolean, reflect: true }) open = false;
  /** White on a veil, for use over a video. */
  @property({ type: Boolean, reflect: true, attribute: 'over-picture' }) overPicture = false;

  protected override updated(): void {
    const { clipped, opener } = this;
    if (!opener || this.#size.width === 0) return;
    // What can be read already needs no button that opens it. It keeps its place: nothing moves by its coming and going.
    const all = clipped !== null && clipped.scrollWidth <= clipped.clientWidth;
    opener.classList.toggle('needless', all && this.#lead === undefined);
  }

  readonly #toggle = (): void => {
    this.open = !this.open;
  };

  readonly #onSlot = (event: Event): void => {
    this.slotted = (event.target as HTMLSlotElement)
      .assignedNodes()
      .some(node => node.nodeType === Node.ELEMENT_NODE || node.textContent?.trim());
  };

  #renderVerified(): TemplateResult {
    const host = this.state?.host;
    const by = this.words(host?.verifiedBy) || this.t('verified.operator');
    return html`<section
      part="base"
      class="base"
      aria-label=${this.t('verified.title')}
      ?hidden=${!host?.verified}
    >
      <p part="verified" class="verified">
        ${icon(verified, 20)}${this.t('verified.text', { by, name: this.words(host?.name) })}
      </p>
    </section>`;
  }

  get #lead(): Lead | undefined {
    const given = this.lead ?? (this.href ? { url: this.href } : undefined);
    return given ?? (this.text === undefined ? this.around.noticeLead : undefined);
  }

  protected override render(): TemplateResult {
    const { state } = this;
    const text = this.text ?? this.words(state?.notice);
    const lead = this.#lead;
    const line = this.view === 'line';
    const some = text !== '' || this.slotted;
    if (this.view === 'verified') return this.#renderVerified();
    return html`<section
      part="base"
      class="base"
      aria-label=${this.t('notice.label')}
      ?hidden=${!some && !lead}
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
      ${lead && (!line || this.open) ? this.renderLead(lead, 'button', this.t(leadWords(lead))) : nothing}
      ${this.renderContactSheet([lead])}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'qun-notice-bar': QunNoticeBar;
  }
}

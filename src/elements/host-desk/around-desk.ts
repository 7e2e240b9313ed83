import { html, nothing, type TemplateResult } from 'lit';
import { makeId } from '../../core/make-id.js';
import { aroundWords, type AroundKey } from '../../i18n/desk/around-words.js';
import type { MessageParams } from '../../i18n/translate.js';
import { readAround, type Around, type Lead } from '../../protocol/index.js';
import { addStyles } from '../../styles/add-styles.js';
import { renderContacts } from './around-contacts.js';
import { aroundStyle } from './around.css.js';
import { clean, type AroundForm } from './around-form.js';
import { renderLead } from './around-lead.js';
import { renderReminder, renderStore } from './around-more.js';
import { renderPromos } from './around-promos.js';
import type { DeskView } from './desk-view.js';

const KEY = 'around';

/** Where the notice leads, whom viewers can add, what is promoted, the store and the reminder: changed in a draft and published as a whole. */
export class AroundDesk {
  readonly #changed: () => void;
  #draft: Around | undefined;
  #wrong = false;

  constructor(root: ShadowRoot, changed: () => void) {
    this.#changed = changed;
    addStyles(root, [aroundStyle]);
  }

  readonly #set = (draft: Around | undefined): void => {
    this.#draft = draft;
    this.#wrong = false;
    this.#changed();
  };

  async #publish(event: Event, view: DeskView): Promise<void> {
    event.preventDefault();
    const around = this.#draft;
    if (!around) return;
    const form = event.target as HTMLFormElement;
    // The browser's own bubbles stand in its language, not in the desk's.
    const wrong = form.querySelector<HTMLElement>('input:invalid, select:invalid, [aria-invalid=true]');
    // What is said under a field needs no second saying.
    this.#wrong = wrong?.matches(':invalid') === true;
    this.#changed();
    if (wrong) return wrong.focus();
    const before = view.state.around;
    const sent = await view.send(KEY, { type: 'around.set', around }, state => state.around !== before);
    if (sent && this.#draft === around) this.#set(undefined);
  }

  render(view: DeskView): TemplateResult {
    const draft = this.#draft ?? readAround(view.state.around);
    const a = (key: AroundKey, params?: MessageParams) => aroundWords(view.language, key, params);
    const form: AroundForm = {
      ...{ view, draft, a },
      id: () => makeId(4),
      edit: change => this.#set(clean({ ...draft, ...change })),
    };
    // Something is being typed: it can be published, or discarded.
    const touch = () => {
      if (!this.#draft) this.#set(draft);
    };
    const sending = view.sending(KEY);
    const setLead = ({ noticeLead: _, ...rest }: Around, lead: Lead | undefined): Around =>
      lead ? { ...rest, noticeLead: lead } : rest;
    return html`<details class="around">
      <summary>${a('around.open')}</summary>
      <form novalidate @submit=${(event: Event) => void this.#publish(event, view)} @input=${touch}>
        ${renderLead(form, a('around.leads'), draft.noticeLead, true, lead => this.#set(setLead(draft, lead)))}
        ${renderContacts(form)} ${renderPromos(form)} ${renderStore(form)} ${renderReminder(form)}
        <p class="around-wrong" role="alert">${this.#wrong ? a('around.wrong') : ''}</p>
        <div class="row">
          ${
            this.#draft
              ? html`<button
                  type="button"
                  part="button"
                  class="button button--quiet"
                  @click=${() => this.#set(undefined)}
                >
                  ${a('around.discard')}
                </button>`
              : nothing
          }
          <button
            type="submit"
            part="button"
            class="button"
            data-key=${KEY}
            aria-busy=${sending ? 'true' : 'false'}
            ?disabled=${sending || !this.#draft}
          >
            ${sending ? view.d('desk.sending') : a('around.save')}
          </button>
        </div>
      </form>
    </details>`;
  }
}

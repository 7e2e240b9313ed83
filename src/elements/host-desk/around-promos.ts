import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { limits, type Promo } from '../../protocol/index.js';
import { clean, renderField, renderRow, renderWords, type AroundForm } from './around-form.js';
import { renderLead } from './around-lead.js';

/** What is promoted beside the show. */
export function renderPromos(form: AroundForm): TemplateResult {
  const { a, draft, edit } = form;
  const { promos } = draft;
  const set = (id: string, change: Partial<Promo>) =>
    edit({ promos: promos.map(one => (one.id === id ? clean({ ...one, ...change }) : one)) });
  return html`<p class="around-title">${a('around.promos')}</p>
    ${repeat(
      promos,
      ({ id }) => id,
      ({ id, title, text, picture, button, lead }) =>
        renderRow(
          form,
          form.view.words(title),
          html`${renderWords(form, a('around.name'), title, true, next => set(id, { title: next ?? '' }))}
          ${renderWords(form, a('around.text'), text, false, next => set(id, { text: next }))}
          ${renderLead(form, a('around.leads'), lead, false, next => next && set(id, { lead: next }))}
          ${renderWords(form, a('around.button'), button, false, next => set(id, { button: next }))}
          ${renderField({
            words: a('around.picture'),
            value: picture ?? '',
            type: 'url',
            set: url => set(id, { picture: url || undefined }),
          })}`,
          () => edit({ promos: promos.filter(one => one.id !== id) }),
        ),
    )}
    ${
      promos.length < limits.promos
        ? html`<button
            type="button"
            class="link add-promo"
            @click=${() => edit({ promos: [...promos, { id: form.id(), title: '', lead: { url: 'https://' } }] })}
          >
            ${a('around.addPromo')}
          </button>`
        : nothing
    }`;
}

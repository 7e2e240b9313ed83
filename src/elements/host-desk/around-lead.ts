import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Lead } from '../../protocol/index.js';
import { renderField, type AroundForm } from './around-form.js';

const valueOf = (lead: Lead | undefined): string =>
  !lead ? '' : 'url' in lead ? 'url' : 'productId' in lead ? `p ${lead.productId}` : `c ${lead.contactId}`;

/** Where something leads: nowhere where that may be, a contact, a product, or an address. */
export function renderLead(
  { view, draft, a }: AroundForm,
  words: string,
  lead: Lead | undefined,
  nowhere: boolean,
  set: (lead: Lead | undefined) => void,
): TemplateResult {
  const chosen = valueOf(lead);
  const option = (value: string, text: string) =>
    html`<option value=${value} ?selected=${value === chosen}>${text}</option>`;
  const onChange = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    const id = value.slice(2);
    if (value === 'url') set({ url: lead && 'url' in lead ? lead.url : 'https://' });
    else set(value === '' ? undefined : value.startsWith('p ') ? { productId: id } : { contactId: id });
  };
  return html`<label class="around-field"
      ><span>${words}</span
      ><select .value=${live(chosen)} @change=${onChange}>
        ${nowhere ? option('', a('around.nowhere')) : nothing} ${option('url', a('around.url'))}
        ${draft.contacts.map(({ id, title }) => option(`c ${id}`, view.words(title) || id))}
        ${view.state.products.map(({ id, number, title }) =>
          option(`p ${id}`, `${a('around.product', { number })} ${view.words(title)}`),
        )}
      </select></label
    >
    ${
      lead && 'url' in lead
        ? renderField({
            words: a('around.address'),
            value: lead.url,
            needed: true,
            type: 'url',
            set: url => set({ url }),
          })
        : nothing
    }`;
}

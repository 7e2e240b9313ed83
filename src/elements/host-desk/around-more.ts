import { html, type TemplateResult } from 'lit';
import type { Around, StorePlace } from '../../protocol/index.js';
import { clean, renderField, renderRow, renderWords, type AroundForm } from './around-form.js';

/** Longer than a day no show is put into a calendar, minutes. */
const LONGEST = 1440;

/** The shop that one can walk into. */
export function renderStore(form: AroundForm): TemplateResult {
  const { a, draft, edit } = form;
  const { store } = draft;
  if (!store)
    return html`<button type="button" class="link add-store" @click=${() => edit({ store: { name: '' } })}>
      ${a('around.addStore')}
    </button>`;
  const set = (change: Partial<StorePlace>) => edit({ store: clean({ ...store, ...change }) });
  const { name, address, hours, phone, map, picture } = store;
  return html`<p class="around-title">${a('around.store')}</p>
    ${renderRow(
      form,
      form.view.words(name) || a('around.store'),
      html`${renderWords(form, a('around.storeName'), name, true, next => set({ name: next ?? '' }))}
      ${renderWords(form, a('around.where'), address, false, next => set({ address: next }))}
      ${renderWords(form, a('around.hours'), hours, false, next => set({ hours: next }))}
      ${renderField({
        words: a('around.phone'),
        value: phone ?? '',
        pattern: '[+]?[0-9 \\(\\)\\-]{3,24}',
        set: typed => set({ phone: typed || undefined }),
      })}
      ${renderField({
        words: a('around.map'),
        value: map ?? '',
        type: 'url',
        set: url => set({ map: url || undefined }),
      })}
      ${renderField({
        words: a('around.picture'),
        value: picture ?? '',
        type: 'url',
        set: url => set({ picture: url || undefined }),
      })}`,
      () => edit({ store: undefined }),
    )}`;
}

type Reminder = NonNullable<Around['reminder']>;

/** How viewers are invited to be reminded: in which words, for which coupon, and how long the show will be. */
export function renderReminder(form: AroundForm): TemplateResult {
  const { a, draft, edit, view } = form;
  const { text, couponId, minutes } = draft.reminder ?? {};
  const set = (change: Partial<Reminder>) => {
    const reminder = clean({ ...draft.reminder, ...change });
    edit({ reminder: Object.keys(reminder).length > 0 ? reminder : undefined });
  };
  const coupons = view.state.coupons.filter(
    ({ id, conditions }) => id === couponId || conditions?.some(({ kind }) => kind === 'reserve'),
  );
  const option = (id: string, words: string) =>
    html`<option value=${id} ?selected=${id === (couponId ?? '')}>${words}</option>`;
  return html`<p class="around-title">${a('around.reminder')}</p>
    ${renderWords(form, a('around.invitation'), text, false, next => set({ text: next }))}
    <label class="around-field"
      ><span>${a('around.coupon')}</span
      ><select
        @change=${(event: Event) => set({ couponId: (event.target as HTMLSelectElement).value || undefined })}
      >
        ${option('', a('around.noCoupon'))}
        ${coupons.map(({ id, title }) => option(id, view.words(title) || id))}
      </select></label
    >
    ${renderField({
      words: a('around.minutes'),
      value: minutes === undefined ? '' : String(minutes),
      type: 'number',
      set: typed =>
        set({ minutes: Number(typed) >= 1 ? Math.min(LONGEST, Math.floor(Number(typed))) : undefined }),
    })}`;
}

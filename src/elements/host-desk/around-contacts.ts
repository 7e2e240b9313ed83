import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { limits, type Contact, type ContactCode } from '../../protocol/index.js';
import { clean, renderField, renderRow, renderWords, type AroundForm } from './around-form.js';

/** Whom viewers can add: a person or a group, with its codes. */
export function renderContacts(form: AroundForm): TemplateResult {
  const { a, draft, edit } = form;
  const { contacts } = draft;
  const add: Contact = { id: form.id(), kind: 'group', title: '', codes: [{ id: form.id(), picture: '' }] };
  return html`<p class="around-title">${a('around.contacts')}</p>
    ${repeat(
      contacts,
      ({ id }) => id,
      contact =>
        renderContact(form, contact, next =>
          edit({ contacts: contacts.flatMap(one => (one.id !== contact.id ? one : (next ?? []))) }),
        ),
    )}
    ${
      contacts.length < limits.contacts
        ? html`<button
            type="button"
            class="link add-contact"
            @click=${() => edit({ contacts: [...contacts, add] })}
          >
            ${a('around.addContact')}
          </button>`
        : nothing
    }`;
}

function renderContact(
  form: AroundForm,
  contact: Contact,
  put: (contact: Contact | undefined) => void,
): TemplateResult {
  const { a } = form;
  const { kind, title, text, account, codes } = contact;
  const set = (change: Partial<Contact>) => put(clean({ ...contact, ...change }));
  const kinds = ['person', 'group'] as const;
  return renderRow(
    form,
    form.view.words(title),
    html`<label class="around-field"
        ><span>${a('around.kind')}</span
        ><select
          @change=${(event: Event) =>
            set({ kind: (event.target as HTMLSelectElement).value === 'person' ? 'person' : 'group' })}
        >
          ${kinds.map(one => html`<option value=${one} ?selected=${one === kind}>${a(`around.${one}`)}</option>`)}
        </select></label
      >
      ${renderWords(form, a('around.name'), title, true, next => set({ title: next ?? '' }))}
      ${renderWords(form, a('around.text'), text, false, next => set({ text: next }))}
      ${renderField({
        words: a('around.account'),
        value: account ?? '',
        pattern: '[!-~]{1,64}',
        set: typed => set({ account: typed || undefined }),
      })}
      ${repeat(
        codes,
        ({ id }) => id,
        code =>
          renderCode(form, code, next =>
            set({ codes: codes.flatMap(one => (one.id !== code.id ? one : (next ?? []))) }),
          ),
      )}
      ${
        codes.length < limits.contactCodes
          ? html`<button
              type="button"
              class="link add-code"
              @click=${() => set({ codes: [...codes, { id: form.id(), picture: '' }] })}
            >
              ${a('around.addCode')}
            </button>`
          : nothing
      }`,
    () => put(undefined),
  );
}

function renderCode(
  form: AroundForm,
  code: ContactCode,
  put: (code: ContactCode | undefined) => void,
): TemplateResult {
  const { a } = form;
  const set = (change: Partial<ContactCode>) => put(clean({ ...code, ...change }));
  return html`<div class="around-code">
    ${renderField({
      words: a('around.code'),
      value: code.picture,
      needed: true,
      type: 'url',
      // Emptied, the code goes.
      set: picture => (picture ? set({ picture }) : put(undefined)),
    })}
    ${renderField({
      words: a('around.capacity'),
      value: code.capacity === undefined ? '' : String(code.capacity),
      type: 'number',
      set: typed => set({ capacity: Number(typed) > 0 ? Math.floor(Number(typed)) : undefined }),
    })}
    ${renderField({
      words: a('around.until'),
      value: code.expiresAt === undefined ? '' : local(code.expiresAt),
      type: 'datetime-local',
      set: typed => set({ expiresAt: Date.parse(typed) || undefined }),
    })}
  </div>`;
}

/** As a field for date and time wants it: where the host is. */
function local(at: number): string {
  return new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

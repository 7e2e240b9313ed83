import { html, nothing, type TemplateResult } from 'lit';
import type { Speech } from '../../base/speech.js';
import type { DeskKey } from '../../i18n/desk/desk-words.js';
import type { Code } from '../../protocol/index.js';
import type { SessionStatus } from './host-session.js';

interface SignInView extends Speech {
  status: SessionStatus;
  /** Why the last token was refused. */
  code: Code | undefined;
  /** The show behind the door, where it is known. */
  title: string;
  d(key: DeskKey): string;
  signIn(token: string): void;
}

/** The door. What is typed here is handed over and kept nowhere. */
export function renderSignIn(view: SignInView): TemplateResult {
  const joining = view.status === 'joining';
  const onSubmit = (event: Event) => {
    event.preventDefault();
    const field = (event.currentTarget as Element).querySelector('input')!;
    const token = field.value.trim();
    if (token) view.signIn(token);
    else field.focus();
  };
  return html`<form part="sign-in" class="sign-in" @submit=${onSubmit}>
    <h2>${view.d('desk.signInTitle')}</h2>
    ${view.title ? html`<p class="show">${view.title}</p>` : nothing}
    <p class="muted" id="why">${view.d('desk.signInText')}</p>
    <input
      type="password"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      enterkeyhint="go"
      placeholder=${view.d('desk.token')}
      aria-label=${view.d('desk.token')}
      aria-describedby="why"
      aria-invalid=${view.code ? 'true' : 'false'}
      ?disabled=${joining}
    />
    <p class="wrong" role="alert">${view.code ? refusal(view, view.code) : nothing}</p>
    <button type="submit" class="button loud" ?disabled=${joining}>
      ${view.d(joining ? 'desk.signingIn' : 'desk.signIn')}
    </button>
  </form>`;
}

const refusal = (view: SignInView, code: Code) =>
  code === 'not-allowed' ? view.d('desk.notHost') : view.t(`error.${code}`);

import { html, nothing, type TemplateResult } from 'lit';
import { limits } from '../../protocol/index.js';
import { renderAction, type DeskView } from './desk-view.js';

/** The one line under the host's name. `draft` is what stands in the field; undefined: what the room shows. */
export function renderNotice(
  view: DeskView,
  draft: string | undefined,
  edit: (text: string) => void,
): TemplateResult {
  const shown = view.words(view.state.notice);
  const text = draft ?? shown;
  const note = view.note(text);
  const set = (notice: string | null) =>
    view.send(
      notice === null ? 'notice clear' : 'notice set',
      { type: 'notice.set', notice },
      state => view.words(state.notice) === (notice ?? ''),
    );
  return html`<div class="notice-form">
    <textarea
      rows="5"
      maxlength=${limits.textLength}
      placeholder=${view.d('desk.noticeHint')}
      aria-label=${view.d('desk.notice')}
      aria-invalid=${note ? 'true' : 'false'}
      .value=${text}
      @input=${(event: Event) => edit((event.target as HTMLTextAreaElement).value)}
    ></textarea>
    ${note}
    <div class="row">
      ${
        shown
          ? renderAction(view, {
              key: 'notice clear',
              words: view.d('desk.clearNotice'),
              act: () => set(null),
            })
          : nothing
      }
      ${renderAction(view, {
        key: 'notice set',
        words: view.d('desk.setNotice'),
        look: 'loud',
        disabled: text.trim() === '' || text.trim() === shown || note !== undefined,
        act: () => set(text.trim()),
      })}
    </div>
  </div>`;
}

import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CommentLine } from '../../core/comment-window.js';
import { formatTime } from '../../core/format.js';
import { renderAction, type DeskView } from './desk-view.js';

/** What the room says, newest first: under the thumb, where the host looks. */
export function renderComments(view: DeskView): TemplateResult {
  if (view.comments.length === 0) return html`<p class="empty">${view.d('desk.noComments')}</p>`;
  return html`<ul class="list comments">
    ${repeat(
      [...view.comments].reverse(),
      line => line.id,
      line => renderComment(view, line),
    )}
  </ul>`;
}

function renderComment(view: DeskView, line: CommentLine): TemplateResult {
  const { role, name, guest } = line.from;
  const key = `hide ${line.id}`;
  const asked = view.asking === key;
  const who = name ?? view.t('room.guest', { number: guest ?? '' });
  return html`<li part="comment" class="item comment">
    <span class="words">
      <span class="muted">
        ${role === 'viewer' ? '' : html`<b class="role">${view.d(`desk.${role}`)}</b>`}${who} ·
        ${formatTime(line.at, view.language, view.now)}
      </span>
      <span class="said" dir="auto">${line.text}</span>
      ${asked ? renderConfirm(view, line, key) : ''}
    </span>
    ${
      asked
        ? ''
        : html`<button
            type="button"
            class="button button--quiet"
            aria-label="${view.d('desk.hide')}: ${line.text}"
            ?disabled=${view.sending(key)}
            @click=${() => view.ask(key)}
          >
            ${view.d(view.sending(key) ? 'desk.sending' : 'desk.hide')}
          </button>`
    }
  </li>`;
}

/** Hiding cannot be taken back, so it is asked first. */
function renderConfirm(view: DeskView, line: CommentLine, key: string): TemplateResult {
  return html`<span class="confirm" role="alertdialog" aria-label=${view.d('desk.hide')}>
    <p>${view.d('desk.hideAsk')}</p>
    <span class="row">
      <button type="button" class="button button--quiet" @click=${() => view.ask(undefined)}>
        ${view.d('desk.keep')}
      </button>
      ${renderAction(view, {
        key,
        words: view.d('desk.hideYes'),
        look: 'danger-loud',
        act: () =>
          view.send(key, { type: 'comment.hide', commentId: line.id }, state =>
            state.redacted.includes(line.id),
          ),
      })}
    </span>
  </span>`;
}

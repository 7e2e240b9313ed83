import { html, nothing, type TemplateResult } from 'lit';
import { formatTime } from '../../core/format.js';
import type { Comment, CommentReport, HostCommand, Speaker } from '../../protocol/index.js';
import { icon } from '../../styles/icon.js';
import { dots } from '../../styles/room-drawings.js';
import { renderAction } from './desk-view.js';
import type { TalkView } from './moderating.js';

const TEN_MINUTES_S = 600;

/** A viewer's name, or their number. */
export const nameOf = (view: Pick<TalkView, 't'>, { name, guest }: Pick<Speaker, 'name' | 'guest'>): string =>
  name ?? view.t('room.guest', { number: guest ?? '' });

/** A comment all can see: one tap hides it, and can be taken back. */
export function renderLine(view: TalkView, comment: Comment): TemplateResult {
  const key = `more ${comment.id}`;
  const opened = view.opened === key;
  return html`<li
    part="comment"
    class="item comment ${view.state.pinnedComment?.id === comment.id ? 'on' : ''}"
  >
    ${renderWords(view, comment)}
    <span class="at-hand">
      ${renderHide(view, comment)}
      <button
        type="button"
        class="icon-button"
        data-key=${key}
        aria-expanded=${opened ? 'true' : 'false'}
        aria-label="${view.w('talk.more')}: ${comment.text}"
        @click=${() => view.open(opened ? undefined : key)}
      >
        ${icon(dots, 20)}
      </button>
    </span>
    ${opened ? renderMore(view, comment) : nothing}
  </li>`;
}

/** A comment that waits to be let in. */
export function renderHeld(view: TalkView, comment: Comment): TemplateResult {
  const { id } = comment;
  return html`<li part="comment" class="item comment">
    ${renderWords(view, comment)}
    <span class="deeds">
      ${renderAction(view, {
        key: `reject ${id}`,
        words: view.w('talk.reject'),
        label: comment.text,
        act: () =>
          view.deed(
            `reject ${id}`,
            { type: 'comment.reject', commentIds: [id] },
            { undo: { done: 'done.comment.reject', command: { type: 'comment.restore', commentId: id } } },
          ),
      })}
      ${renderAction(view, {
        key: `approve ${id}`,
        words: view.w('talk.letIn'),
        look: 'loud',
        label: comment.text,
        act: () => view.deed(`approve ${id}`, { type: 'comment.approve', commentIds: [id] }),
      })}
    </span>
  </li>`;
}

export function renderReport(view: TalkView, { comment, count, reasons }: CommentReport): TemplateResult {
  const { id } = comment;
  const why = reasons.map(reason => view.w(`talk.${reason as 'spam'}`)).join(' · ');
  return html`<li part="comment" class="item comment">
    ${renderWords(view, comment, html`<b class="stand">${view.w('talk.reported', { count, reasons: why })}</b>`)}
    <span class="deeds">
      ${renderMute(view, comment.from, TEN_MINUTES_S, false)}
      ${renderAction(view, {
        key: `stand ${id}`,
        words: view.w('talk.stand'),
        label: comment.text,
        act: () => view.deed(`stand ${id}`, { type: 'comment.approve', commentIds: [id] }),
      })}
      ${renderHide(view, comment, 'danger-loud')}
    </span>
  </li>`;
}

function renderWords(view: TalkView, comment: Comment, below: unknown = nothing): TemplateResult {
  const { from, replyTo } = comment;
  return html`<span class="words">
    <span class="muted">
      ${from.role === 'viewer' ? '' : html`<b class="role">${view.d(`desk.${from.role}`)}</b>`}${nameOf(view, from)}
      · ${formatTime(comment.at, view.language, view.now)}
    </span>
    ${
      replyTo
        ? html`<span class="muted clip" dir="auto"
            >${view.w('talk.replies', { name: nameOf(view, replyTo.from), text: replyTo.text })}</span
          >`
        : nothing
    }
    <span class="said" dir="auto">${comment.text}</span>
    ${below}
  </span>`;
}

function renderHide(view: TalkView, { id, text }: Comment, look = 'button--quiet'): TemplateResult {
  const key = `hide ${id}`;
  const command = { type: 'comment.restore', commentId: id } as const;
  return renderAction(view, {
    key,
    words: view.w('talk.hide'),
    look,
    label: text,
    act: () =>
      view.deed(
        key,
        { type: 'comment.hide', commentId: id },
        { shown: state => state.redacted.includes(id), undo: { done: 'done.comment.hide', command } },
      ),
  });
}

/** What is done less often. */
function renderMore(view: TalkView, comment: Comment): TemplateResult {
  const { id, from } = comment;
  const before = view.state.pinnedComment?.id ?? null;
  const pinned = before === id;
  const key = `pin ${id}`;
  const wanted = pinned ? null : id;
  const command: HostCommand = { type: 'comment.pin', commentId: before };
  return html`<span class="deeds">
    ${renderAction(view, {
      key,
      words: view.w(pinned ? 'talk.unpin' : 'talk.pin'),
      label: comment.text,
      act: () =>
        view.deed(
          key,
          { type: 'comment.pin', commentId: wanted },
          {
            shown: state => (state.pinnedComment?.id ?? null) === wanted,
            ...(pinned ? {} : { undo: { done: 'done.comment.pin', command } }),
          },
        ),
    })}
    ${
      from.role === 'viewer' && view.moderation
        ? html`${renderMute(view, from, TEN_MINUTES_S, false)} ${renderMute(view, from, null, false)}
            ${renderMute(view, from, null, true)}
            <span class="muted help">${view.w('talk.shadowHelp')}</span>`
        : nothing
    }
  </span>`;
}

function renderMute(view: TalkView, from: Speaker, seconds: number | null, shadow: boolean): TemplateResult {
  const key = `mute ${from.id} ${seconds} ${shadow}`;
  const command = { type: 'viewer.unmute', viewerId: from.id } as const;
  return renderAction(view, {
    key,
    words: view.w(shadow ? 'talk.shadow' : seconds === null ? 'talk.mute' : 'talk.mute10'),
    label: nameOf(view, from),
    act: () =>
      view.deed(
        key,
        { type: 'viewer.mute', viewerId: from.id, seconds, shadow },
        { undo: { done: 'done.viewer.mute', command } },
      ),
  });
}

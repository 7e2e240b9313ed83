import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { renderAction } from './desk-view.js';
import { renderHeld, renderLine, renderReport } from './comment-row.js';
import type { TalkTab, TalkView } from './moderating.js';
import { renderRules } from './rules-panel.js';
import { renderTrail } from './trail-panel.js';

const TABS: readonly TalkTab[] = ['all', 'held', 'reports', 'rules', 'trail'];

/** What is said, what waits, and what was done about it. Newest first: under the thumb, where the host looks. */
export function renderTalk(view: TalkView): TemplateResult {
  return html` ${view.moderation ? renderChips(view) : nothing} ${renderTab(view)} ${renderUndo(view)} `;
}

function renderChips(view: TalkView): TemplateResult {
  const { held, reports } = view.moderation!;
  const counts: Partial<Record<TalkTab, number>> = { held: held.length, reports: reports.length };
  return html`<div class="chips" role="group" aria-label=${view.w('talk.views')}>
    ${TABS.map(
      tab =>
        html`<button
          type="button"
          class="chip"
          aria-pressed=${view.tab === tab ? 'true' : 'false'}
          @click=${() => view.choose(tab)}
        >
          ${view.w(`talk.${tab}`)}${counts[tab] ? html` <b class="bubble">${counts[tab]}</b>` : nothing}
        </button>`,
    )}
  </div>`;
}

function renderTab(view: TalkView): unknown {
  const { moderation } = view;
  switch (view.tab) {
    case 'all':
      return renderList(view, 'talk.none', [...view.comments].reverse(), renderLine);
    case 'held':
      return html`${renderLetAllIn(view)}${renderList(view, 'talk.noHeld', moderation!.held, renderHeld)}`;
    case 'reports': {
      const reports = moderation!.reports.map(report => ({ ...report, id: report.comment.id }));
      return renderList(view, 'talk.noReports', reports, renderReport);
    }
    case 'rules':
      return renderRules(view, moderation!);
    case 'trail':
      return renderTrail(view, moderation!);
  }
}

function renderList<T extends { id: string }>(
  view: TalkView,
  none: 'talk.none' | 'talk.noHeld' | 'talk.noReports',
  lines: readonly T[],
  render: (view: TalkView, line: T) => TemplateResult,
): TemplateResult {
  if (lines.length === 0) return html`<p class="empty">${view.w(none)}</p>`;
  return html`<ul class="list comments">
    ${repeat(
      lines,
      line => line.id,
      line => render(view, line),
    )}
  </ul>`;
}

function renderLetAllIn(view: TalkView): unknown {
  const { held } = view.moderation!;
  if (held.length < 2) return nothing;
  // As many as one command takes.
  const commentIds = held.slice(0, 50).map(({ id }) => id);
  return html`<div class="all">
    ${renderAction(view, {
      key: 'approve all',
      words: view.w('talk.letAllIn', { count: commentIds.length }),
      act: () => view.deed('approve all', { type: 'comment.approve', commentIds }),
    })}
  </div>`;
}

function renderUndo(view: TalkView): TemplateResult {
  const { undo } = view;
  return html`<div class="undo" role="status">
    ${
      undo
        ? html`<span>${view.w(undo.done)}</span> ${
              undo.command
                ? renderAction(view, {
                    key: 'undo',
                    words: view.w('talk.undo'),
                    look: 'link',
                    act: () => view.deed('undo', undo.command!, { undo: { done: 'done.undone' } }),
                  })
                : nothing
            }`
        : nothing
    }
  </div>`;
}

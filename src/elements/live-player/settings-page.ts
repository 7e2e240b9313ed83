import { html, nothing, type TemplateResult } from 'lit';
import { icon, type IconName } from '../../styles/icon.js';
import { check, right } from '../../styles/player-drawings.js';

export type PageName = 'main' | 'quality' | 'speed' | 'captions' | 'chapters';

/** One line of the settings. */
export type Line =
  /** Leads to a page of its own. */
  | { kind: 'page'; drawing: IconName; label: string; value: string; open: () => void }
  /** One of several, of which one is chosen. */
  | { kind: 'choice'; label: string; note?: string | undefined; chosen: boolean; choose: () => void }
  | { kind: 'switch'; drawing: IconName; label: string; note: string; on: boolean; turn: () => void }
  | { kind: 'act'; drawing?: IconName; label: string; note?: string; act: () => void };

/** The lines of one page. Arrows walk through them; the page's own code has the keys. */
export function renderLines(lines: readonly Line[], label: string): TemplateResult {
  return html`<div class="lines" role="menu" aria-label=${label}>${lines.map(renderLine)}</div>`;
}

function renderLine(line: Line): TemplateResult {
  switch (line.kind) {
    case 'page':
      return html`<button
        type="button"
        role="menuitem"
        class="line"
        tabindex="-1"
        aria-haspopup="menu"
        @click=${line.open}
      >
        ${icon(line.drawing, 20)}<span class="words">${line.label}</span>
        <span class="value">${line.value}</span>
        <span class="onward">${icon(right, 16)}</span>
      </button>`;
    case 'choice':
      return html`<button
        type="button"
        role="menuitemradio"
        class="line"
        tabindex="-1"
        aria-checked=${String(line.chosen)}
        @click=${line.choose}
      >
        <span class="tick">${line.chosen ? icon(check, 20) : nothing}</span
        ><span class="words">${line.label}</span>
        ${line.note ? html`<span class="value">${line.note}</span>` : nothing}
      </button>`;
    case 'switch':
      return html`<button
        type="button"
        role="menuitemcheckbox"
        class="line"
        tabindex="-1"
        aria-checked=${String(line.on)}
        @click=${line.turn}
      >
        ${icon(line.drawing, 20)}<span class="words">${line.label} <small>${line.note}</small></span>
        <i class="switch"></i>
      </button>`;
    case 'act':
      return html`<button type="button" role="menuitem" class="line" tabindex="-1" @click=${line.act}>
        ${line.drawing ? icon(line.drawing, 20) : nothing}<span class="words">${line.label}</span>
        ${line.note ? html`<span class="value">${line.note}</span>` : nothing}
      </button>`;
  }
}

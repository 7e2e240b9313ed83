import { html, type TemplateResult } from 'lit';
import type { FiguresKey } from '../../i18n/desk/figures-words.js';

/** The files of a report, and what their buttons say. */
export const FILES: Readonly<Record<string, FiguresKey>> = {
  'report.csv': 'report.csvReport',
  'chain.csv': 'report.csvChain',
  'orders.csv': 'report.csvOrders',
  'guides.csv': 'report.csvGuides',
};

export interface FilesView {
  w(key: FiguresKey): string;
  /** The file that is being fetched. */
  readonly fetching: string | undefined;
  readonly failed: boolean;
  /** There is somebody to ask for files. */
  readonly has: boolean;
  fetch(path: string): void;
}

/** The files, and the way to paper. */
export function renderFiles({ w, has, fetching, failed, fetch }: FilesView): TemplateResult {
  return html`<div class="files">
    <button type="button" part="button" class="button button--quiet" @click=${() => print()}>
      ${w('report.print')}
    </button>
    ${
      has
        ? html`<div part="files" class="files" role="group" aria-label=${w('report.csv')}>
            <span class="muted">${w('report.csv')}</span>
            ${Object.entries(FILES).map(
              ([path, key]) =>
                html`<button
                  type="button"
                  part="button"
                  class="button button--quiet"
                  aria-busy=${fetching === path ? 'true' : 'false'}
                  ?disabled=${fetching !== undefined}
                  @click=${() => fetch(path)}
                >
                  ${w(key)}
                </button>`,
            )}
            <span class="wrong" role="alert">${failed ? w('report.csvFailed') : ''}</span>
          </div>`
        : ''
    }
  </div>`;
}

/** Gives `file` to the reader as a download. */
export function download(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken it by the next task; some have not within this one.
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

import { html, type TemplateResult } from 'lit';
import type { ReportView } from './report-view.js';

/** A drawing, what it is about, and the same as a table. */
export function renderFigure(
  view: ReportView,
  what: { title: string; help?: string; chart: unknown; head: readonly string[]; rows: readonly unknown[][] },
): TemplateResult {
  return html`<figure part="chart" class="card">
    <figcaption>
      <h3>${what.title}</h3>
      ${what.help ? html`<p class="muted">${what.help}</p>` : ''}
    </figcaption>
    ${what.chart}
    <details>
      <summary>${view.w('report.table')}</summary>
      ${renderTable(what.title, what.head, what.rows)}
    </details>
  </figure>`;
}

/** The first column names what the others count. */
export function renderTable(
  label: string,
  head: readonly string[],
  rows: readonly unknown[][],
): TemplateResult {
  return html`<div class="scroller" tabindex="0" role="group" aria-label=${label}>
    <table part="table">
      <thead>
        <tr>
          ${head.map(words => html`<th scope="col">${words}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([first, ...others]) =>
            html`<tr>
              <th scope="row">${first}</th>
              ${others.map(cell => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

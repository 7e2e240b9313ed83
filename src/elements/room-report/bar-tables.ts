import { html, nothing, svg, type TemplateResult } from 'lit';
import { figuresEn, type FiguresKey } from '../../i18n/desk/figures-en.js';
import type { Sharer } from '../../protocol/index.js';
import { renderTable } from './chart-frame.js';
import type { ReportView } from './report-view.js';

/** Of the bar beside a figure, px. */
const BAR = { narrow: 56, wide: 72 };

/** A figure with a bar of its own, so that a column of them reads as a chart; alone where there is no room for it. */
function bar({ n, wide }: ReportView, count: number, most: number): TemplateResult {
  const whole = wide ? BAR.wide : BAR.narrow;
  const width = count > 0 ? Math.max(2, Math.round((count / Math.max(1, most)) * whole)) : 0;
  return html`<span class="bar"
    >${n(count)}<svg width=${whole} height="10" aria-hidden="true" focusable="false">
      ${svg`<rect class="column" width=${width} height="10" rx="3"></rect>`}
    </svg></span
  >`;
}

const most = (counts: readonly number[]): number => counts.reduce((one, other) => Math.max(one, other), 0);

function card(title: string, table: TemplateResult, whole = false): TemplateResult {
  return html`<section part="chart" class="card list ${whole ? 'whole' : ''}">
    <h3>${title}</h3>
    ${table}
  </section>`;
}

/** By which way viewers came: what the links say of how they were passed on. */
export function renderChannels(view: ReportView): TemplateResult {
  const { report, w, n } = view;
  const widest = most(report.channels.map(({ visits }) => visits));
  return card(
    w('report.channels'),
    renderTable(
      w('report.channels'),
      [w('report.channel'), w('figures.visits'), w('figures.newViewers')],
      report.channels.map(({ via, visits, newViewers }) => [
        viaWords(view, via),
        bar(view, visits, widest),
        n(newViewers),
      ]),
    ),
  );
}

/** A channel by its name; one of a newer server as it calls it. */
export function viaWords({ w }: Pick<ReportView, 'w'>, via: string): string {
  const key = `via.${via}`;
  return Object.prototype.hasOwnProperty.call(figuresEn, key) ? w(key as FiguresKey) : via;
}

/** In a table of many columns. */
const barIfWide = (view: ReportView, count: number, widest: number) =>
  view.wide ? bar(view, count, widest) : view.n(count);

export function renderGroups(view: ReportView): TemplateResult {
  const { report, w, n, money } = view;
  const widest = most(report.groups.map(({ visits }) => visits));
  return card(
    w('report.groups'),
    renderTable(
      w('report.groups'),
      [
        w('report.group'),
        w('figures.visits'),
        w('figures.newViewers'),
        w('figures.orders'),
        w('figures.sales'),
      ],
      report.groups.map(({ group, name = group, visits, newViewers, sold }) => [
        html`<bdi>${name}</bdi>`,
        barIfWide(view, visits, widest),
        n(newViewers),
        n(sold.orders),
        money(sold.sales),
      ]),
    ),
  );
}

export function renderTop(view: ReportView): TemplateResult {
  const { report, w, n, money } = view;
  const widest = most(report.top.map(({ newViewers }) => newViewers));
  const visits = (cell: string) => (view.wide ? [cell] : []);
  return card(
    w('report.top'),
    renderTable(
      w('report.top'),
      [
        w('report.who'),
        w('figures.newViewers'),
        ...visits(w('figures.visits')),
        w('report.direct'),
        w('report.assisted'),
      ],
      report.top.map(sharer => [
        who(view, sharer),
        barIfWide(view, sharer.newViewers, widest),
        ...visits(n(sharer.visits)),
        money(sharer.direct.sales),
        money(sharer.assisted.sales),
      ]),
    ),
    true,
  );
}

function who({ w }: ReportView, { name, guide, share }: Sharer): TemplateResult {
  const words = name ?? guide;
  return html`<span class="who"
    >${words ? html`<bdi>${words}</bdi>` : w('report.someone', { id: share.slice(0, 4) })}
    ${guide ? html`<small class="badge">${w('report.guide')}</small>` : nothing}</span
  >`;
}

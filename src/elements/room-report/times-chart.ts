import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { chartScale } from '../../core/chart-scale.js';
import {
  areaPath,
  columns,
  heightOf,
  linePath,
  middles,
  placeAt,
  placeByKey,
} from '../../core/chart-shapes.js';
import { timeLine, type TimeLine } from '../../core/chart-times.js';
import type { FiguresKey } from '../../i18n/desk/figures-words.js';
import { renderFigure } from './chart-frame.js';
import type { ReportView } from './report-view.js';

/** What is counted over time, in the order of the counts. Each is drawn on a scale of its own: a hundred open, one buys. */
const THINGS: readonly { key: FiguresKey; look: 'area' | 'line' | 'columns' }[] = [
  { key: 'figures.visits', look: 'area' },
  { key: 'report.intents', look: 'line' },
  { key: 'figures.orders', look: 'columns' },
];

/** Of one drawing, px. */
const HEIGHT = 84;
/** For the figures of the scale, px. */
const SIDE = 44;

/** Link openings, shares begun and orders, one above the other over the same time, with one mark that goes through all of them. */
export function renderTimes(view: ReportView): TemplateResult {
  const { report, w, n, time } = view;
  const line = timeLine(
    report.times.map(({ at, visits, intents, orders }) => ({ at, counts: [visits, intents, orders] })),
  );
  const { spans } = line;
  return renderFigure(view, {
    title: w('report.times'),
    help: spanWords(view, line.spanMs),
    chart: renderLines(view, line),
    head: [w('report.time'), ...THINGS.map(({ key }) => w(key))],
    rows: spans.map(({ at, counts }) => [time(at), ...counts.map(count => n(count))]),
  });
}

function spanWords({ w }: ReportView, ms: number): string {
  const minutes = ms / 60_000;
  if (minutes < 60) return w('report.spans', { minutes });
  return minutes < 1440
    ? w('report.hours', { hours: minutes / 60 })
    : w('report.days', { days: Math.round(minutes / 1440) });
}

function renderLines(view: ReportView, { spans }: TimeLine): TemplateResult {
  const { w, n, time } = view;
  const last = spans.length - 1;
  const place = view.place === undefined ? undefined : Math.min(view.place, last);
  const frame = { left: SIDE, top: 6, width: Math.max(60, view.width - SIDE - 8), height: HEIGHT - 12 };
  const onKey = (event: KeyboardEvent) => {
    const to = placeByKey(event.key, view.place ?? last, spans.length);
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    view.look(view.place === undefined && /^Arrow/.test(event.key) ? last : to);
  };
  const onPoint = (event: PointerEvent) => {
    const { left } = (event.currentTarget as Element).getBoundingClientRect();
    view.look(placeAt(event.clientX - left, spans.length, frame));
  };
  const sum = (thing: number) => spans.reduce((total, { counts }) => total + counts[thing]!, 0);
  const said = (at: number) =>
    w('report.at', {
      time: time(spans[at]!.at),
      figures: THINGS.map(({ key }, thing) => `${w(key)} ${n(spans[at]!.counts[thing]!)}`).join(' · '),
    });
  return html`<div
    class="times"
    dir="ltr"
    role="slider"
    tabindex="0"
    aria-label=${w('report.times')}
    aria-valuemin="0"
    aria-valuemax=${last}
    aria-valuenow=${place ?? last}
    aria-valuetext=${said(place ?? last)}
    @keydown=${onKey}
    @focusout=${() => view.look(undefined)}
    @pointerdown=${onPoint}
    @pointermove=${onPoint}
    @pointerleave=${() => view.look(undefined)}
  >
    ${THINGS.map(({ key, look }, thing) => {
      const counts = spans.map(span => span.counts[thing]!);
      const figure = place === undefined ? w('report.sum', { count: n(sum(thing)) }) : n(counts[place]!);
      return html`<p class="key ${look}"><span>${w(key)}</span><b>${figure}</b></p>
        ${renderDrawing(view, counts, look, place, frame)}`;
    })}
    <p class="ends">
      <span>${time(spans[0]!.at)}</span>
      <b>${place === undefined ? nothing : time(spans[place]!.at)}</b>
      <span>${last > 0 ? time(spans[last]!.at) : nothing}</span>
    </p>
  </div>`;
}

function renderDrawing(
  { n }: ReportView,
  counts: readonly number[],
  look: 'area' | 'line' | 'columns',
  place: number | undefined,
  frame: { left: number; top: number; width: number; height: number },
): TemplateResult {
  const { max, ticks } = chartScale(counts, 2);
  const right = frame.left + frame.width;
  const mark = (at: number): SVGTemplateResult => {
    const x = middles(counts.length, frame)[at]!;
    return svg`<line class="mark" x1=${x} x2=${x} y1="0" y2=${HEIGHT}></line>
      ${look === 'columns' ? nothing : svg`<circle class="dot" cx=${x} cy=${heightOf(counts[at]!, max, frame)} r="4"></circle>`}`;
  };
  return html`<svg
    class="drawing ${look}"
    width=${right + 8}
    height=${HEIGHT}
    aria-hidden="true"
    focusable="false"
  >
    ${ticks.map(tick => {
      const y = heightOf(tick, max, frame);
      return svg`<line class="grid" x1=${frame.left} x2=${right} y1=${y} y2=${y}></line>
        <text class="tick" x=${frame.left - 8} y=${y + 4} text-anchor="end">${n(tick)}</text>`;
    })}
    ${
      look === 'columns'
        ? columns(counts, max, frame, { widest: 18 }).map(
            ({ x, y, width, height }) =>
              svg`<rect class="column" x=${x} y=${y} width=${width} height=${height}></rect>`,
          )
        : svg`${look === 'area' ? svg`<path class="fill" d=${areaPath(counts, max, frame)}></path>` : nothing}
          <path class="stroke" d=${linePath(counts, max, frame)}></path>`
    }
    ${place === undefined ? nothing : mark(place)}
  </svg>`;
}

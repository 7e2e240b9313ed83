import { html, svg, type TemplateResult } from 'lit';
import { chartScale } from '../../core/chart-scale.js';
import { columns, heightOf } from '../../core/chart-shapes.js';
import { limits } from '../../protocol/index.js';
import { renderFigure } from './chart-frame.js';
import type { ReportView } from './report-view.js';

const HIGH = { narrow: 180, wide: 320 };
const SIDE = 44;

/** New viewers by how often the link was passed on before it reached them. */
export function renderDepths(view: ReportView): TemplateResult {
  const { report, w, n } = view;
  const { depths } = report;
  const deepest = (index: number) => index + 1 === limits.shareDepth;
  const words = (index: number) => w(deepest(index) ? 'report.deeper' : 'report.depth', { count: index + 1 });
  const rows = depths.map((count, index) => [words(index), n(count)]);
  const label = `${w('report.depths')}. ${rows.map(row => row.join(' ')).join(', ')}`;
  return renderFigure(view, {
    title: w('report.depths'),
    help: w('report.depthsHelp'),
    chart: renderColumns(view, depths, label, index => `${index + 1}${deepest(index) ? '+' : ''}`),
    head: [w('report.depths'), w('figures.newViewers')],
    rows,
  });
}

function renderColumns(
  { width, wide, n }: ReportView,
  counts: readonly number[],
  label: string,
  name: (index: number) => string,
): TemplateResult {
  const high = wide ? HIGH.wide : HIGH.narrow;
  const frame = { left: SIDE, top: 22, width: Math.max(60, width - SIDE - 8), height: high - 48 };
  const { max, ticks } = chartScale(counts, 3);
  const right = frame.left + frame.width;
  return html`<svg
    class="drawing"
    width=${right + 8}
    height=${high}
    direction="ltr"
    role="img"
    aria-label=${label}
    focusable="false"
  >
    ${ticks.map(tick => {
      const y = heightOf(tick, max, frame);
      return svg`<line class="grid" x1=${frame.left} x2=${right} y1=${y} y2=${y}></line>
        <text class="tick" x=${frame.left - 8} y=${y + 4} text-anchor="end">${n(tick)}</text>`;
    })}
    ${columns(counts, max, frame).map(({ x, y, width: broad, height }, index) => {
      const middle = x + broad / 2;
      return svg`<rect class="column" x=${x} y=${y} width=${broad} height=${height} rx="3"></rect>
        <text class="figure" x=${middle} y=${y - 6} text-anchor="middle">${n(counts[index]!)}</text>
        <text class="tick" x=${middle} y=${high - 8} text-anchor="middle">${name(index)}</text>`;
    })}
  </svg>`;
}

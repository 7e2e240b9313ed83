import { css, unsafeCSS } from 'lit';
import { defaultPalette, eachRole } from '../../styles/default-palette.js';

/** Paper is white whatever the screen is, and what lies behind is not printed: words of a dark look would be nearly gone. */
const paper = unsafeCSS(
  eachRole(defaultPalette, (role, light) => (role === 'brand' ? '' : `--_${role}:${light};`)),
);

export const roomReport = css`
  :host {
    background: var(--_surface-raised);
  }
  .base {
    padding: var(--padding, 16px);
  }
  header,
  .acts,
  .files {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
  }
  header {
    min-height: 44px;
    margin-bottom: 8px;
  }
  h2 {
    flex: 1 1 auto;
    margin-inline-end: 12px;
    font-size: var(--_fs-20);
    font-weight: 600;
  }
  h3 {
    font-size: var(--_fs-16);
    font-weight: 600;
  }
  .muted {
    color: var(--_text-muted);
    font-size: var(--_fs-12);
  }
  .wrong {
    color: var(--_price);
    font-size: var(--_fs-13);
  }
  .button--quiet {
    background: var(--_surface);
  }
  .tiles,
  .tile,
  .tile dd {
    margin: 0;
  }
  .tiles,
  .charts {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    grid-gap: 8px;
  }
  /* With and without what was given back, no row has a gap. */
  .tile:first-child:nth-last-child(odd) {
    grid-column: 1 / -1;
  }
  .wide .tiles {
    grid-template-columns: repeat(12, minmax(0, 1fr));
  }
  .wide .tile {
    grid-column: span 4;
  }
  .wide .tile:first-child:nth-last-child(7),
  .wide .tile:first-child:nth-last-child(7) ~ .tile:nth-child(-n + 4) {
    grid-column: span 3;
  }
  .tile,
  .card {
    min-width: 0;
    margin: 0;
    padding: 12px;
    border-radius: var(--_radius-m);
    background: var(--_surface);
  }
  .tile dt {
    color: var(--_text-muted);
    font-size: var(--_fs-12);
  }
  .tile b {
    display: block;
    margin-top: 2px;
    font-size: var(--_fs-20);
    font-weight: 600;
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
  }
  .tile dd span {
    color: var(--_text-muted);
    font-size: var(--_fs-12);
  }
  .charts {
    grid-template-columns: minmax(0, 1fr);
    grid-gap: 12px;
    margin-top: 12px;
  }
  .wide .charts {
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
  }
  .card {
    padding: 16px;
  }
  .wide .whole {
    grid-column: 1 / -1;
  }
  .drawing {
    max-width: 100%;
    overflow: visible;
  }
  .grid {
    stroke: var(--_outline);
  }
  .tick,
  .figure {
    fill: var(--_text-muted);
    font-size: var(--_fs-12);
    font-variant-numeric: tabular-nums;
  }
  .figure {
    fill: var(--_text);
  }
  .column {
    fill: var(--_brand);
  }
  .stroke {
    fill: none;
    stroke: var(--_brand);
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .fill {
    fill: var(--_brand);
    opacity: 0.16;
  }
  .line .stroke {
    stroke: var(--_warning);
  }
  .columns .column {
    fill: var(--_success);
  }
  .mark {
    stroke: var(--_text);
    stroke-dasharray: 3 3;
  }
  .dot {
    fill: var(--_text);
    stroke: var(--_surface);
    stroke-width: 2;
  }
  .times {
    margin: 8px 0 0;
    border-radius: var(--_radius-s);
    cursor: crosshair;
    touch-action: pan-y;
  }
  .key,
  .ends {
    display: flex;
    align-items: center;
    justify-content: space-between;
    font-size: var(--_fs-12);
    font-variant-numeric: tabular-nums;
  }
  .key {
    margin-top: 8px;
    font-size: var(--_fs-13);
  }
  .key span::before {
    content: '';
    display: inline-block;
    width: 10px;
    height: 10px;
    margin-right: 6px;
    border-radius: 3px;
    background: var(--_brand);
  }
  .key.line span::before {
    background: var(--_warning);
  }
  .key.columns span::before {
    background: var(--_success);
  }
  .ends {
    padding-left: 44px;
    color: var(--_text-muted);
  }
  .ends b {
    color: var(--_text);
  }
  summary {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    color: var(--_text-muted);
    font-size: var(--_fs-13);
    text-decoration: underline;
    cursor: pointer;
  }
  .scroller {
    max-height: 400px;
    margin-top: 4px;
    overflow: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--_fs-13);
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 8px 0 8px 12px;
    border-bottom: 1px solid var(--_outline);
    font-weight: 400;
    text-align: end;
    overflow-wrap: normal;
    white-space: nowrap;
  }
  th:first-child {
    padding-left: 0;
    text-align: start;
  }
  thead th {
    color: var(--_text-muted);
    font-size: var(--_fs-12);
    white-space: normal;
  }
  tbody th {
    min-width: 84px;
    max-width: 180px;
    overflow-wrap: anywhere;
    white-space: normal;
  }
  .bar {
    display: inline-flex;
    align-items: center;
    justify-content: flex-end;
  }
  .bar svg {
    margin-inline-start: 8px;
  }
  .badge {
    margin-inline-start: 6px;
    padding: 1px 6px;
    border-radius: 999px;
    background: var(--_surface-raised);
    font-size: var(--_fs-12);
  }
  .files {
    margin-top: 12px;
  }
  .files > * {
    margin: 4px 8px 4px 0;
  }
  .blank {
    padding: 48px 16px;
    color: var(--_text-muted);
    text-align: center;
  }
  .blank .button {
    margin-top: 12px;
  }
  @media print {
    :host {
      ${paper}
      background: none;
      color-scheme: light;
    }
    .base {
      padding: 0;
    }
    .files,
    summary {
      display: none;
    }
    .tile,
    .card {
      border: 1px solid #ccc;
      break-inside: avoid;
    }
    /* Fifty rows are more than a page. */
    .list {
      break-inside: auto;
    }
    h3 {
      break-after: avoid;
    }
    tr {
      break-inside: avoid;
    }
    tbody th {
      max-width: none;
    }
    .scroller {
      max-height: none;
      overflow: visible;
    }
    .column,
    .fill,
    .key span::before {
      -webkit-print-color-adjust: exact;
      print-color-adjust: exact;
    }
  }
  @media (forced-colors: active) {
    .column,
    .columns .column {
      fill: Highlight;
    }
    .stroke,
    .line .stroke {
      stroke: Highlight;
    }
  }
`;

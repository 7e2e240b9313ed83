import { css } from 'lit';

export const guideDesk = css`
  :host {
    background: var(--_surface-raised);
  }
  .base {
    max-width: 760px;
    margin: auto;
    padding: var(--padding, 16px);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    margin-bottom: 12px;
  }
  h2 {
    margin-inline-end: 12px;
    font-size: var(--_fs-20);
    font-weight: 600;
  }
  h3 {
    font-weight: 600;
  }
  .muted {
    color: var(--_text-muted);
    font-size: var(--_fs-12);
    font-weight: 400;
  }
  .wrong {
    color: var(--_price);
    font-size: var(--_fs-12);
  }
  .card {
    min-width: 0;
    padding: 16px;
    border-radius: var(--_radius-m);
    background: var(--_surface);
  }
  .link-card {
    display: flex;
    flex-wrap: wrap;
    margin-bottom: 8px;
  }
  .link-card .words {
    flex: 1 1 240px;
    min-width: 0;
  }
  .code {
    flex: none;
    width: 148px;
    margin: 0 auto 12px;
    text-align: center;
  }
  .code + .words {
    margin-inline-start: 16px;
  }
  .narrow .code + .words {
    margin-inline-start: 0;
  }
  .narrow .words {
    text-align: center;
  }
  .qr {
    display: block;
    width: 148px;
    height: 148px;
    border-radius: var(--_radius-s);
    background: #fff;
    fill: #000;
    forced-color-adjust: none;
  }
  .number {
    margin-top: 6px;
    font-weight: 600;
    letter-spacing: 0.04em;
  }
  .field {
    width: 100%;
    min-height: 44px;
    margin-top: 12px;
    padding: 0 12px;
    border: 1px solid var(--_outline);
    border-radius: var(--_radius-s);
    color: var(--_text);
    /* From 16 px on iOS does not zoom in. */
    font-size: 16px;
    text-overflow: ellipsis;
    user-select: text;
    -webkit-user-select: text;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    margin: 12px -4px 4px;
  }
  .acts > * {
    margin: 0 4px 8px;
  }
  .narrow .acts > * {
    flex: 1 1 auto;
  }
  qun-share-poster::part(button) {
    width: 100%;
    padding: 0 12px;
    white-space: normal;
  }
  .acts svg {
    margin-inline-end: 6px;
  }
  qun-share-poster:not(:defined) {
    display: none;
  }
  .tier {
    margin-bottom: 8px;
  }
  .two {
    display: flex;
    flex-wrap: wrap;
    margin-inline-end: -12px;
  }
  .two > div {
    flex: 1 1 7.5em;
    min-width: 0;
    margin: 0 0 4px;
    margin-inline-end: 12px;
  }
  .tier .name {
    font-size: var(--_fs-20);
    font-weight: 600;
    line-height: 1.3;
    font-variant-numeric: tabular-nums;
  }
  progress {
    width: 100%;
    height: 8px;
    margin: 12px 0 6px;
    border: 0;
    border-radius: 999px;
    background: var(--_surface-raised);
    overflow: hidden;
    appearance: none;
    -webkit-appearance: none;
  }
  progress::-webkit-progress-bar {
    background: var(--_surface-raised);
  }
  progress::-webkit-progress-value {
    border-radius: 999px;
    background: var(--_brand);
  }
  progress::-moz-progress-bar {
    border-radius: 999px;
    background: var(--_brand);
  }
  .tier progress + p {
    margin-bottom: 4px;
    font-weight: 600;
  }
  .tiles,
  .tile,
  .tile dd {
    margin: 0;
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(8.8em, 1fr));
    grid-gap: 8px;
  }
  .tile {
    padding: 12px;
  }
  /* None alone in its row. */
  .narrow .tile:last-child:nth-child(odd) {
    grid-column: 1 / -1;
  }
  .tile dt,
  .tile dd span {
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
  .blank {
    padding: 48px 16px;
    color: var(--_text-muted);
    text-align: center;
  }
  .blank .button {
    margin-top: 12px;
    background: var(--_surface);
  }
`;

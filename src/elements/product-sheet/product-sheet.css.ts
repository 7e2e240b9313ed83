import { css } from 'lit';

/** A product in full, and where it stands. */
export const sheetStyle = css`
  :host([view='sheet']),
  :host([view='inside']) {
    position: fixed;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    pointer-events: none;
  }
  :host([view='inside']) {
    position: absolute;
  }
  .sheet,
  .inside {
    position: absolute;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    width: auto;
    height: auto;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    overflow: hidden;
    pointer-events: none;
  }
  .sheet {
    position: fixed;
  }
  qun-sheet {
    --max-height: var(--sheet-height, 78%);
    --safe-bottom: 0px;
  }
  /* Beside what is watched. */
  @media (min-width: 900px) {
    .sheet {
      left: auto;
      width: 440px;
    }
    .sheet qun-sheet {
      --max-height: var(--sheet-height, 100%);
    }
  }
  qun-sheet:not(:defined) {
    display: none;
  }
  .page {
    background: var(--_surface);
  }

  .details {
    padding: 12px 16px 8px;
  }
  .deal {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    margin-bottom: 4px;
  }
  .price {
    margin-inline-end: 8px;
    color: var(--_price);
    font-size: var(--_fs-28);
    line-height: 1.2;
  }
  .price s {
    color: var(--_text-muted);
    font-size: var(--_fs-13);
  }
  .price s .money,
  .price s .money small,
  .tag .money,
  .tag .money small {
    font-size: 1em;
    font-weight: 400;
  }
  .tag {
    margin-inline-end: 6px;
    padding: 0 6px;
    border: 1px solid;
    border-radius: 4px;
    color: var(--_price);
    font-size: var(--_fs-12);
    line-height: calc(18px * var(--_scale));
    white-space: nowrap;
  }
  .tag.low {
    color: var(--_warning);
  }
  .tag.gone {
    color: var(--_text-muted);
  }
  .title {
    font-size: var(--_fs-16);
    font-weight: 600;
  }
  .subtitle {
    margin-top: 2px;
    color: var(--_text-muted);
    font-size: var(--_fs-13);
  }
  h4,
  label {
    margin: 0;
    color: var(--_text-muted);
    font-size: var(--_fs-13);
    font-weight: 400;
  }
  .chosen {
    margin-inline-start: 6px;
    color: var(--_text);
  }

  qun-flash-sale {
    margin-top: 12px;
    border-radius: var(--_radius-s);
    background: var(--_surface-raised);
  }
  qun-flash-sale:not(:defined) {
    display: none;
  }
  .option {
    margin-top: 16px;
  }
  .values {
    display: flex;
    flex-wrap: wrap;
    margin: 4px -4px -4px;
  }
  .value {
    position: relative;
    display: inline-flex;
    align-items: center;
    min-width: 52px;
    min-height: 40px;
    margin: 4px;
    padding: 4px 14px;
    border: 1px solid transparent;
    border-radius: var(--_radius-s);
    background: var(--_surface-raised);
    justify-content: center;
  }
  /* 44 px of touch. */
  .value::before {
    content: '';
    position: absolute;
    top: -3px;
    right: -3px;
    bottom: -3px;
    left: -3px;
  }
  .value[aria-checked='true'] {
    border-color: var(--_brand);
    box-shadow: inset 0 0 0 1px var(--_brand);
    font-weight: 600;
  }
  .value img,
  .swatch {
    flex: none;
    width: 28px;
    height: 28px;
    margin-inline-start: -6px;
    margin-inline-end: 8px;
    border-radius: 4px;
    object-fit: cover;
  }
  .swatch {
    width: 16px;
    height: 16px;
    border-radius: 999px;
    box-shadow: 0 0 0 1px var(--_outline);
  }
  .value.sold-out,
  .value.impossible {
    color: var(--_text-muted);
    text-decoration: line-through;
  }
  .value.impossible {
    border-style: dashed;
    border-color: var(--_outline);
    background: none;
    text-decoration: none;
  }
  .due h4 {
    color: var(--_price);
  }

  .quantity {
    display: flex;
    align-items: center;
    margin-top: 16px;
  }
  .why {
    flex: 1;
    margin: 0 8px;
    color: var(--_text-muted);
    font-size: var(--_fs-12);
    text-align: end;
  }
  .stepper {
    display: flex;
    flex: none;
    align-items: center;
    border-radius: 999px;
    background: var(--_surface-raised);
  }
  .stepper input {
    width: 3em;
    min-height: 44px;
    text-align: center;
    font-variant-numeric: tabular-nums;
    user-select: text;
    -webkit-user-select: text;
  }
  .stepper button:disabled {
    color: var(--_outline);
  }
  .minus {
    width: 14px;
    height: 1.75px;
    border-radius: 1px;
    background: currentColor;
  }
  .plus {
    margin-left: -14px;
    transform: rotate(90deg);
  }

  .facts,
  .answers {
    margin-top: 20px;
  }
  dl {
    margin: 6px 0 0;
  }
  dl div {
    display: flex;
    padding: 8px 0;
    border-bottom: 1px solid var(--_outline);
  }
  dt {
    flex: none;
    width: 6.5em;
    margin-inline-end: 12px;
    color: var(--_text-muted);
  }
  dd {
    flex: 1;
    min-width: 0;
    margin: 0;
  }
  article {
    margin-top: 8px;
    padding: 10px 12px;
    border-radius: var(--_radius-s);
    background: var(--_surface-raised);
  }
  .asked {
    font-weight: 600;
  }
  .who {
    margin-inline-end: 6px;
    color: var(--_brand-text, var(--_price));
  }

  .bar {
    position: sticky;
    z-index: 1;
    bottom: 0;
    padding: 8px 16px calc(8px + env(safe-area-inset-bottom, 0px));
    background: var(--_surface);
    box-shadow: 0 -1px 0 var(--_outline);
  }
  .bar.none {
    padding: env(safe-area-inset-bottom, 0px) 0 0;
    box-shadow: none;
  }
  .page .bar {
    position: static;
    padding: 20px 0 8px;
    box-shadow: none;
  }
  .note {
    color: var(--_price);
    font-size: var(--_fs-13);
    text-align: center;
  }
  .note:not(:empty) {
    margin-bottom: 6px;
  }
  .link {
    min-height: 44px;
    padding: 0 8px;
    text-decoration: underline;
  }
  .app {
    display: block;
    line-height: 44px;
    font-size: var(--_fs-13);
    text-align: center;
  }
  .buttons {
    display: flex;
  }
  .buttons .button,
  .launch {
    flex: 1 1 0;
    min-width: 0;
    padding: 0 8px;
  }
  .add {
    margin-inline-end: 8px;
  }
  .add svg {
    flex: none;
    margin-inline-end: 4px;
  }
  .wide {
    display: flex;
    align-items: flex-start;
  }
  .wide .gallery,
  .wide .details {
    flex: 1 1 0;
    min-width: 0;
  }
  .wide .gallery {
    border-radius: var(--_radius-m);
  }
  .wide .picture {
    padding-top: var(--picture-ratio, 100%);
  }
  @media (forced-colors: active) {
    .value {
      border-color: ButtonBorder;
    }
    .value[aria-checked='true'] {
      border: 2px solid Highlight;
    }
    .minus {
      background: CanvasText;
    }
  }
`;

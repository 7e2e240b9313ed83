import { css } from 'lit';

/** The desk's frame: head, steering, where panels stand, tabs under the thumb. */
export const desk = css`
  :host {
    height: var(--height, 100vh);
    overflow: hidden;
    color: var(--_text);
    background: var(--_surface-raised);
  }
  @supports (height: 100svh) {
    :host {
      height: var(--height, 100svh);
    }
  }
  .base,
  .desk {
    height: 100%;
  }
  .base {
    display: flex;
    flex-direction: column;
  }
  .desk {
    flex: 1;
    min-height: 0;
  }
  .narrow {
    display: flex;
    flex-direction: column;
  }
  .steer {
    flex: none;
    padding: 12px 16px;
    background: var(--_surface);
    border-bottom: 1px solid var(--_outline);
  }
  .title-row,
  .row {
    display: flex;
    align-items: center;
  }
  .title-row {
    min-height: 44px;
  }
  .connection-row {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-height: 24px;
  }
  .connection-row .link {
    margin: -10px 0;
  }
  h2 {
    flex: 1;
    font-size: var(--_fs-16);
    font-weight: 600;
  }
  h3 {
    font-weight: 600;
  }
  .muted {
    color: var(--_text-muted);
    font-size: var(--_fs-12);
  }
  .clip {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .link {
    display: inline-flex;
    flex: none;
    align-items: center;
    min-height: 44px;
    padding: 0 4px;
    color: var(--_text-muted);
    font-size: var(--_fs-13);
  }
  .link svg {
    margin-inline-end: 6px;
  }
  .phase-badge {
    flex: none;
    margin-inline-end: 8px;
    padding: 2px 8px;
    border-radius: 6px;
    background: var(--_surface-raised);
    font-size: var(--_fs-13);
    font-weight: 600;
  }
  .phase-badge.live {
    background: var(--_brand);
    color: var(--_on-brand);
  }
  .connection {
    display: inline-flex;
    align-items: center;
    color: var(--_text-muted);
    font-size: var(--_fs-13);
  }
  .connection::before {
    content: '';
    width: 8px;
    height: 8px;
    margin-inline-end: 6px;
    border-radius: 999px;
    background: var(--_warning);
  }
  .connection.open:not(.stale)::before {
    background: var(--_success);
  }
  .figures {
    display: flex;
    margin-top: 12px;
  }
  .figures li {
    flex: 1;
  }
  .figures b {
    display: block;
    font-size: var(--_fs-20);
    font-weight: 600;
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
  }
  .figures span {
    color: var(--_text-muted);
    font-size: var(--_fs-12);
  }

  .phase {
    margin-top: 12px;
  }
  .phase .muted {
    margin-bottom: 8px;
    font-variant-numeric: tabular-nums;
  }
  .row > * {
    flex: 1;
    min-width: 0;
  }
  .row > * + * {
    margin-inline-start: 8px;
  }
  .phase > .row > .button:only-child {
    min-height: 48px;
  }
  .danger {
    color: var(--_price);
  }
  .danger-loud {
    background: var(--_price);
    color: var(--_surface);
  }
  .confirm {
    display: block;
    padding: 12px;
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
  }
  .confirm .button--quiet {
    background: var(--_surface);
  }
  .confirm p {
    margin-bottom: 10px;
  }
  .wrong {
    color: var(--_price);
    font-size: var(--_fs-13);
  }
  .wrong-place .wrong {
    display: flex;
    align-items: center;
    margin-top: 12px;
    padding-inline-start: 12px;
    border-radius: var(--_radius-s);
    background: var(--_surface-raised);
  }
  .wrong-place span {
    flex: 1;
    padding: 8px;
  }

  .tabs {
    display: flex;
    flex: none;
    padding-bottom: env(safe-area-inset-bottom, 0px);
    border-top: 1px solid var(--_outline);
    background: var(--_surface);
  }
  .tab {
    display: flex;
    flex: 1;
    position: relative;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    min-height: 56px;
    color: var(--_text-muted);
    font-size: var(--_fs-12);
  }
  .badge {
    position: absolute;
    top: 4px;
    left: 50%;
    min-width: 18px;
    margin-inline-start: 6px;
    padding: 0 5px;
    border-radius: 999px;
    background: var(--_brand);
    color: var(--_on-brand);
    font-variant-numeric: tabular-nums;
  }
  .tab[aria-selected='true'] {
    color: var(--_price);
    font-weight: 600;
  }

  .panel {
    flex: 1;
    min-height: 0;
    overflow-x: hidden;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .narrow .panel > h3 {
    display: none;
  }

  .wide {
    display: grid;
    grid-template:
      'steer products comments' minmax(0, 1.35fr) 'notice coupons questions' minmax(0, 1fr)
      / 340px minmax(0, 1fr) 400px;
    grid-gap: 16px;
    padding: 16px;
  }
  .wide.selling {
    grid-template:
      'steer products comments' minmax(0, 1.2fr) 'steer sales comments' minmax(0, 0.8fr)
      'notice coupons questions' minmax(0, 1fr) / 340px minmax(0, 1fr) 400px;
  }
  .wide.reporting {
    grid-template: 'steer report' minmax(0, 1fr) / 340px minmax(0, 1fr);
  }
  .wide .report {
    grid-area: report;
  }
  .connection-row .to-report {
    margin-inline-start: auto;
    margin-inline-end: 12px;
  }
  .wide .steer {
    grid-area: steer;
  }
  .wide .sales {
    grid-area: sales;
  }
  .wide .products {
    grid-area: products;
  }
  .wide .coupons {
    grid-area: coupons;
  }
  .wide .comments {
    grid-area: comments;
  }
  .wide .questions {
    grid-area: questions;
  }
  .wide .notice {
    grid-area: notice;
  }
  .wide .steer,
  .wide .panel {
    border: 1px solid var(--_outline);
    border-radius: var(--_radius-m);
    background: var(--_surface);
    overflow-y: auto;
  }

  @media print {
    :host,
    .base,
    .reporting {
      display: block;
      height: auto;
      overflow: visible;
      background: none;
    }
    .reporting .steer {
      display: none;
    }
    .reporting .panel {
      border: 0;
      overflow: visible;
    }
  }

  .sign-in {
    display: flex;
    flex-direction: column;
    width: 100%;
    max-width: 360px;
    margin: auto;
    padding: 24px;
  }
  .sign-in h2 {
    font-size: var(--_fs-20);
  }
  .sign-in .show {
    margin-top: 4px;
  }
  .sign-in .muted {
    margin: 8px 0 20px;
    font-size: var(--_fs-13);
  }
  .sign-in .wrong {
    min-height: 28px;
    padding: 4px 0;
  }
`;

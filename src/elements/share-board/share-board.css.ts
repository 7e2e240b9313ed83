import { css } from 'lit';

export const shareBoard = css`
  .title {
    padding: 4px 12px 8px;
    font-size: var(--_fs-16);
    font-weight: 600;
  }
  .row {
    display: flex;
    align-items: center;
    min-height: 48px;
    padding: 6px 12px;
    border-radius: var(--_radius-s);
  }
  .row + .row {
    margin-top: 2px;
  }
  .row.own {
    background: var(--_surface-raised);
    font-weight: 600;
  }
  .rank {
    flex: none;
    width: 28px;
    height: 28px;
    margin-inline-end: 12px;
    border-radius: 999px;
    color: var(--_text-muted);
    font-weight: 600;
    line-height: 28px;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  .rank.first {
    background: var(--_brand);
    color: var(--_on-brand);
  }
  .rank.near {
    background: var(--_surface-raised);
    color: var(--_price);
  }
  .own .rank.near {
    background: var(--_surface);
  }
  .name {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .nameless {
    color: var(--_text-muted);
  }
  .you {
    flex: none;
    margin-inline-start: 8px;
    padding: 0 8px;
    border-radius: 999px;
    background: var(--_brand);
    color: var(--_on-brand);
    font-size: var(--_fs-12);
    font-weight: 600;
  }
  .count {
    flex: none;
    margin-inline-start: 12px;
    font-variant-numeric: tabular-nums;
  }
  .muted {
    color: var(--_text-muted);
    font-size: var(--_fs-12);
  }
  .empty p {
    color: var(--_text);
    font-weight: 600;
  }
  .behind {
    padding: 8px 12px;
    color: var(--_text-muted);
    font-size: var(--_fs-13);
  }
  .own-place {
    margin-top: 8px;
    padding: 4px 12px;
    border-top: 1px solid var(--_outline);
  }
  .choice {
    display: flex;
    align-items: center;
    justify-content: space-between;
    width: 100%;
    min-height: 56px;
    padding: 6px 0;
  }
  .choice > span:first-child {
    flex: 1;
    min-width: 0;
    padding-inline-end: 12px;
  }
  .choice .muted {
    display: block;
  }
  .track {
    flex: none;
    position: relative;
    width: 44px;
    height: 26px;
    border-radius: 999px;
    background: var(--_text-muted);
    transition: background var(--_fast);
  }
  .track::before {
    content: '';
    position: absolute;
    top: 3px;
    left: 3px;
    width: 20px;
    height: 20px;
    border-radius: 999px;
    background: var(--_surface);
    transition: transform var(--_fast) var(--_ease);
  }
  [aria-checked='true'] .track {
    background: var(--_success);
  }
  [aria-checked='true'] .track::before {
    transform: translateX(18px);
  }
  [aria-busy='true'] .track {
    opacity: 0.5;
  }
  .link {
    min-height: 44px;
    color: var(--_text-muted);
    font-size: var(--_fs-13);
    text-decoration: underline;
  }
  .confirm {
    margin: 4px 0 8px;
    padding: 12px;
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
  }
  .confirm .acts {
    display: flex;
    flex-wrap: wrap;
    margin-top: 8px;
  }
  .confirm .button {
    margin: 4px 8px 0 0;
  }
  .confirm .button--quiet {
    background: var(--_surface);
  }
  @media (forced-colors: active) {
    .track {
      border: 1px solid;
    }
    .track::before {
      background: CanvasText;
    }
  }
`;

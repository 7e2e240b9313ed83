import { css } from 'lit';

/** What stands above the lines and under them: the pinned comment, open questions, what happens. */
export const board = css`
  .board {
    flex: none;
    max-height: 50%;
    padding: 8px 12px;
    border-bottom: 1px solid var(--_outline);
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .pinned {
    position: relative;
    display: flex;
    align-items: flex-start;
    padding: 8px 12px;
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
  }
  .pinned > svg {
    flex: none;
    margin: 2px 6px 0 0;
    color: var(--_price);
  }
  .pinned p {
    flex: 1;
    min-width: 0;
  }
  .short p {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .turn {
    flex: none;
    width: 44px;
    height: 44px;
    margin: -10px -12px -10px 0;
  }
  .turn svg {
    margin: 0 auto;
    transition: transform var(--_fast);
  }
  .up svg {
    transform: rotate(180deg);
  }
  .asked {
    margin: 4px 0 -8px;
  }
  .asked li {
    display: flex;
    align-items: center;
    min-height: 44px;
  }
  .asking {
    flex: 1;
    min-width: 0;
    padding-left: 12px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .me-too {
    position: relative;
    display: flex;
    flex: none;
    align-items: center;
    height: 30px;
    margin-left: 8px;
    padding: 0 12px;
    border-radius: 15px;
    box-shadow: inset 0 0 0 1px var(--_outline);
    color: var(--_price);
    font-size: var(--_fs-13);
    font-weight: 500;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .me-too::after {
    content: '';
    position: absolute;
    top: -7px;
    right: 0;
    bottom: -7px;
    left: 0;
  }
  .me-too b {
    margin-left: 4px;
    font-weight: 500;
  }
  .me-too svg {
    margin-right: 4px;
  }
  .me-too[aria-pressed='true'] {
    background: var(--_surface-raised);
    box-shadow: none;
  }
  .happening {
    display: flex;
    flex: none;
    align-items: center;
    height: calc(26px * var(--_scale));
    margin: 0 16px;
    color: var(--_text-muted);
    font-size: var(--_fs-13);
    animation: happen var(--_slow) var(--_ease);
  }
  .happening span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .happening svg {
    flex: none;
    margin-right: 4px;
  }
  .happening.buying {
    color: var(--_price);
  }
  @keyframes happen {
    from {
      opacity: 0;
      transform: translateX(-8px);
    }
  }

  /* Higher than any scrim is sure to be, so on a darker veil. */
  .on-picture .board {
    max-height: none;
    margin-top: auto;
    padding-bottom: 0;
    border: 0;
    overflow: visible;
  }
  /* Together as high as the lines alone. */
  .on-picture .board + .list {
    flex-basis: calc(var(--list-height) - 72px);
    margin-top: 0 !important;
  }
  .on-picture .pinned {
    max-width: var(--list-width);
    padding: 6px 12px;
  }
  .on-picture .short p {
    -webkit-line-clamp: 1;
  }
  .on-picture .pinned,
  .on-picture .asked li {
    background: rgba(0, 0, 0, 0.6);
    pointer-events: auto;
  }
  .on-picture .asked {
    display: flex;
    max-width: var(--list-width);
    margin: 0;
    overflow-x: auto;
    scrollbar-width: none;
    pointer-events: auto;
  }
  .on-picture .asked::-webkit-scrollbar {
    display: none;
  }
  .on-picture .asked li {
    flex: none;
    max-width: 88%;
    min-height: 34px;
    margin: 4px 6px 4px 0;
    padding: 0 2px 0 0;
    border-radius: 17px;
    font-size: var(--_fs-13);
  }
  .on-picture .happening {
    align-self: flex-start;
    max-width: var(--list-width);
    margin: 4px 12px;
    padding: 0 10px;
    border-radius: 13px;
    background: var(--line-veil);
  }
  .on-picture .gone {
    visibility: hidden;
  }
  .on-picture .buying {
    background: var(--_brand);
    color: var(--_on-brand);
  }
  /* In a room with a bar of its own all stands on one line with it. */
  :host([composer-on-focus]) .board {
    padding-right: 4px;
    padding-left: 4px;
  }
  :host([composer-on-focus]) .happening {
    margin: 4px 4px 0;
  }
`;

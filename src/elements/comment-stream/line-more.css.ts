import { css } from 'lit';

/** What a line has beside its words, and the menu beside a line. */
export const lineMore = css`
  @media (hover: hover) {
    .line {
      cursor: pointer;
    }
    .line a {
      cursor: pointer;
    }
  }
  .line[data-chosen],
  .line:focus {
    border-radius: var(--_radius-s);
    background: var(--_surface-raised);
    box-shadow: 0 0 0 4px var(--_surface-raised);
  }
  .line:focus {
    outline-offset: 4px;
  }
  .line a,
  .pinned a {
    color: var(--_price);
    text-decoration: underline;
  }
  .quote {
    display: block;
    margin: 2px 0;
    padding-left: 8px;
    border-left: 2px solid var(--_outline);
    color: var(--_text-muted);
    font-size: var(--_fs-13);
    quotes: none;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .quote b {
    font-weight: 500;
  }
  .question {
    border-color: var(--_brand);
  }
  .question b {
    margin-right: 4px;
    color: var(--_price);
  }
  .held {
    display: block;
    margin: 0;
  }
  .menu {
    position: absolute;
    z-index: 2;
    top: 0;
    left: 0;
    max-width: calc(100% - 8px);
    border-radius: var(--_radius-m);
    background: var(--_surface);
    box-shadow:
      0 0 0 1px var(--_outline),
      var(--_shadow);
    color: var(--_text);
    pointer-events: auto;
    animation: enter var(--_fast) var(--_ease);
  }
  .actions {
    display: flex;
    padding: 0 4px;
  }
  .reasons {
    padding: 0 4px 4px;
  }
  .reasons .menu-item {
    display: block;
    width: 100%;
  }
  .menu-item {
    min-width: 64px;
    min-height: 44px;
    padding: 0 14px;
    font-weight: 500;
    text-align: start;
    white-space: nowrap;
  }
  .actions .menu-item {
    text-align: center;
  }
  .menu-item + .menu-item {
    position: relative;
  }
  .actions .menu-item + .menu-item::before {
    content: '';
    position: absolute;
    top: 14px;
    bottom: 14px;
    left: 0;
    width: 1px;
    background: var(--_outline);
  }
  .menu-item:focus {
    outline-offset: -3px;
    border-radius: var(--_radius-m);
  }
  .menu-item:disabled {
    color: var(--_text-muted);
  }
  .why {
    padding: 12px 18px 4px;
    color: var(--_text-muted);
    font-size: var(--_fs-13);
  }
  .told {
    display: flex;
    align-items: center;
    padding: 12px 14px;
    outline: none;
  }
  .told svg {
    flex: none;
    margin-right: 6px;
    color: var(--_success);
  }

  .on-picture .menu {
    background: #181210;
    box-shadow: 0 2px 12px rgba(0, 0, 0, 0.4);
  }
  .on-picture .line[data-chosen],
  .on-picture .line:focus {
    border-radius: 14px;
    background: rgba(0, 0, 0, 0.6);
    box-shadow: none;
  }
`;

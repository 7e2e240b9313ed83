import { css } from 'lit';

/** What the field has once somebody writes: why it cannot be sent, whom it answers to, what is left of it, emoji. */
export const composerMore = css`
  .composer {
    flex-wrap: wrap;
  }
  .write {
    flex-basis: 160px;
  }
  .note {
    padding: 0 16px 6px;
    color: var(--_warning);
    font-size: var(--_fs-13);
  }
  .counter {
    padding: 0 4px 0 8px;
    color: var(--_text-muted);
    font-size: var(--_fs-12);
    line-height: 44px;
    font-variant-numeric: tabular-nums;
  }
  .over {
    color: var(--_price);
    font-weight: 600;
  }
  .reply {
    display: flex;
    align-items: center;
    margin: 0 0 4px 16px;
    padding-left: 8px;
    border-left: 2px solid var(--_brand);
    color: var(--_text-muted);
    font-size: var(--_fs-13);
  }
  .reply p {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .reply b {
    margin-right: 4px;
    color: var(--_text);
    font-weight: 500;
  }
  .reply .icon-button {
    margin: -8px 0;
  }
  .emoji {
    display: flex;
    flex: 1 0 100%;
    flex-wrap: wrap;
    margin-top: 8px;
    padding: 4px;
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
  }
  .emoji button {
    flex: none;
    width: 12.5%;
    max-width: 56px;
    height: 44px;
    border-radius: var(--_radius-s);
    font-family: 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji', sans-serif;
    font-size: 24px;
    line-height: 44px;
    text-align: center;
  }
  .emoji button:focus {
    outline-offset: -3px;
  }
  .on-picture .emoji {
    background: rgba(0, 0, 0, 0.6);
  }
`;

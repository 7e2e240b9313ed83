import { css } from 'lit';

/** Comments and questions as staff handle them. */
export const moderationStyle = css`
  .chips {
    position: sticky;
    top: 0;
    z-index: 2;
    display: flex;
    padding: 8px 12px;
    overflow-x: auto;
    background: var(--_surface);
    scrollbar-width: none;
  }
  .wide .chips {
    top: 44px;
    padding-top: 0;
  }
  .chip {
    flex: none;
    min-height: 44px;
    padding: 0 12px;
    border-radius: 999px;
    color: var(--_text-muted);
    font-size: var(--_fs-13);
    white-space: nowrap;
  }
  .chip[aria-pressed='true'] {
    background: var(--_surface-raised);
    color: var(--_text);
    font-weight: 600;
  }
  .bubble {
    display: inline-block;
    min-width: 18px;
    padding: 0 5px;
    border-radius: 999px;
    background: var(--_brand);
    color: var(--_on-brand);
    font-size: var(--_fs-12);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    text-align: center;
  }
  .item.comment {
    flex-wrap: wrap;
  }
  .comment .words {
    flex: 1 1 160px;
  }
  .at-hand {
    display: flex;
    flex: none;
    align-items: center;
  }
  .at-hand .icon-button {
    margin-inline-end: -12px;
    color: var(--_text-muted);
  }
  .comment .at-hand .button {
    min-width: 64px;
  }
  .deeds {
    display: flex;
    flex: 1 0 100%;
    flex-wrap: wrap;
    justify-content: flex-end;
    margin: 4px -4px -4px;
  }
  .deeds > .button {
    min-width: 64px;
    margin: 4px;
  }
  .deeds .help {
    flex: 1 0 calc(100% - 8px);
    margin: 4px;
  }
  .all {
    padding: 0 16px 8px;
    background: var(--_surface);
  }
  .all .button {
    width: 100%;
  }
  .undo {
    position: sticky;
    bottom: 0;
    z-index: 2;
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: 0 16px;
    background: var(--_text);
    color: var(--_surface);
  }
  .undo .link {
    color: inherit;
    font-weight: 600;
    text-decoration: underline;
  }
  .undo span {
    padding: 12px 0;
  }
  .rules {
    min-height: 100%;
    padding: 1px 16px 24px;
    background: var(--_surface);
  }
  .sub {
    margin: 20px 0 8px;
    font-weight: 600;
  }
  .part {
    margin-inline-start: 16px;
    margin-inline-end: 16px;
  }
  .rules .sub:first-child {
    margin-top: 8px;
  }
  .choice,
  .word-list {
    display: flex;
    flex-wrap: wrap;
    margin: -4px;
  }
  .choice .chip {
    margin: 4px;
    border: 1px solid var(--_outline);
    color: var(--_text);
  }
  .choice .chip[aria-pressed='true'] {
    border-color: var(--_brand);
    background: var(--_brand);
    color: var(--_on-brand);
  }
  .word-form {
    display: flex;
  }
  .word-form .button {
    flex: none;
    margin-inline-start: 8px;
  }
  .rules .muted {
    margin-top: 8px;
  }
  .word-list {
    margin-top: 8px;
  }
  .word {
    display: inline-flex;
    align-items: center;
    margin: 4px;
    padding-inline-start: 12px;
    border-radius: 999px;
    background: var(--_surface-raised);
    font-size: var(--_fs-13);
  }
  .word button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    width: 44px;
    height: 44px;
    margin-inline-start: -4px;
    color: var(--_text-muted);
  }
  .line {
    display: flex;
    align-items: center;
    min-height: 52px;
  }
  .line .words {
    flex: 1;
    min-width: 0;
  }
  .line .muted {
    display: block;
    margin: 0;
  }
  .answer-form {
    flex: 1 0 100%;
    margin-top: 8px;
  }
  .answer-form .row {
    margin-top: 8px;
  }
  .answer {
    margin-top: 4px;
    padding-inline-start: 10px;
    border-inline-start: 2px solid var(--_brand);
  }
  .question .said {
    font-weight: 600;
  }
  .question .answer {
    font-weight: 400;
  }
`;

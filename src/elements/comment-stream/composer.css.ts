import { css } from 'lit';

export const composer = css`
  .composer {
    display: flex;
    flex: none;
    align-items: flex-end;
    padding: 8px 12px;
  }
  .write {
    flex: 1;
    min-width: 0;
  }
  .closed {
    flex: 1;
    padding: 12px;
    color: var(--_text-muted);
    font-size: var(--_fs-13);
    text-align: center;
  }
  .pill {
    display: flex;
    align-items: flex-end;
    padding-left: 16px;
    border-radius: 22px;
    background: var(--_surface-raised);
  }
  .pill:focus-within {
    box-shadow: inset 0 0 0 2px var(--_focus);
  }
  textarea {
    display: block;
    flex: 1;
    min-width: 0;
    /* Up to three lines. The border keeps a fourth from peeping in; below 16 px iOS zooms in. */
    height: 44px;
    max-height: 88px;
    border: solid transparent;
    border-width: 11px 0;
    font-size: max(16px, var(--_fs-16));
    line-height: 22px;
    overflow-x: hidden;
    overflow-y: auto;
    resize: none;
    scrollbar-width: none;
  }
  textarea:focus {
    outline: none;
  }
  textarea::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }
  .send {
    position: relative;
    z-index: 0;
    color: var(--_on-brand);
  }
  .send::before {
    content: '';
    position: absolute;
    z-index: -1;
    top: 4px;
    right: 4px;
    bottom: 4px;
    left: 4px;
    border-radius: 50%;
    background: var(--_brand);
  }
  .send:disabled {
    color: var(--_text-muted);
  }
  .send:disabled::before {
    background: none;
  }
  :host([composer-on-focus]) .composer {
    position: absolute;
    right: 0;
    bottom: 0;
    left: 0;
    opacity: 0;
    pointer-events: none;
  }
  :host([composer-on-focus]) .composer:focus-within {
    position: static;
    opacity: 1;
    pointer-events: auto;
  }
`;

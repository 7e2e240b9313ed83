import { css } from 'lit';

/**
 * What a dialog over the whole page starts from, its words light on a dark ground: its own style says the rest. A browser
 * that does not know dialogs gets the same by position alone.
 */
export const dialogStyle = css`
  dialog {
    position: fixed;
    z-index: 2147483647;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    display: none;
    width: 100%;
    max-width: none;
    height: 100%;
    max-height: none;
    margin: 0;
    padding: 0;
    border: 0;
    background: #000;
    color: #fff;
    overflow: hidden;
    overscroll-behavior: contain;
  }
  dialog[open] {
    display: block;
  }
  dialog::backdrop {
    background: none;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
`;

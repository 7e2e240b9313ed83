import { css } from 'lit';

/** What a small offer at the picture's edge opens: the whole of it, in front of everything, with its way out below. */
export const layer = css`
  :host([open]) {
    z-index: 1;
  }
  .layer {
    position: absolute;
    z-index: 2;
    top: 0;
    right: auto;
    bottom: auto;
    left: 0;
    width: 364px;
    max-width: 100vw;
    max-height: 100vh;
    margin: 0;
    /* Distance to the window's edge, and room for the shadow. */
    padding: 12px 12px 56px;
    overflow: auto;
    border: 0;
    background: none;
    color: var(--_text);
    animation: unfold var(--_slow) var(--_ease);
  }
  .layer:popover-open {
    position: fixed;
  }
  .close {
    position: absolute;
    bottom: 4px;
    left: 50%;
    margin-left: -22px;
    background: rgba(0, 0, 0, 0.5);
    color: #fff;
  }
  @keyframes unfold {
    from {
      opacity: 0;
      transform: scale(0.92);
    }
  }
`;

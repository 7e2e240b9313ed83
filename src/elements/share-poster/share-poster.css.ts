import { css } from 'lit';

export const sharePoster = css`
  :host {
    display: inline-block;
    /* Where there is no top layer, the poster has to rise above what stands beside us. */
    isolation: auto;
  }
  .make svg {
    flex: none;
  }
  .words {
    margin-left: 8px;
  }
  :host([over-picture]) .make {
    background: var(--_veil);
    color: var(--_on-picture);
  }
`;

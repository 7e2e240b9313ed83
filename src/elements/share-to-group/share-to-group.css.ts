import { css } from 'lit';

export const shareButton = css`
  :host {
    display: inline-block;
    /* Where there is no top layer, the guide has to rise above what stands beside us. */
    isolation: auto;
  }
  .share svg {
    flex: none;
  }
  .words {
    margin-left: 8px;
  }
  :host([over-picture]) .share {
    background: var(--_veil);
    color: var(--_on-picture);
  }
`;

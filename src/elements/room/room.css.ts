import { css } from 'lit';

/** No look of its own: the page's content inside keeps the page's style and takes part in the page's layout. */
export const room = css`
  :host {
    display: contents;
  }
  :host([hidden]) {
    display: none !important;
  }
`;

import { css } from 'lit';

/**
 * White on a veil over a scrim: together they darken a white picture so far that words and names keep 4.5:1. Only lines
 * and controls take touches; everything else is the picture's.
 */
export const overPicture = css`
  :host {
    --list-height: 33vh;
    --list-width: 72%;
    --line-veil: rgba(0, 0, 0, 0.28);
    --scrim: 0.45;
    --name-color: #ffe4bd;
  }
  :host([over-picture]) {
    height: auto;
    pointer-events: none;
  }
  .on-picture {
    --_text: var(--_on-picture);
    --_text-muted: var(--_on-picture);
    --_name: var(--name-color);
    --_price: var(--name-color);
    --_warning: var(--name-color);
    --_surface-raised: var(--_veil);
    --_outline: rgba(255, 255, 255, 0.5);
  }
  .on-picture::before {
    content: '';
    position: absolute;
    z-index: -1;
    top: -24px;
    right: 0;
    bottom: 0;
    left: 0;
    background: linear-gradient(transparent, rgba(0, 0, 0, var(--scrim)) 64px);
  }
  /* Nothing to read, nothing to darken. */
  .silent::before,
  .on-picture .empty {
    display: none;
  }
  .on-picture .list {
    width: 100%;
    max-width: var(--list-width);
    flex: 0 1 var(--list-height);
    padding: 40px 12px 4px;
    scrollbar-width: none;
    /* Without masks the oldest line is cut at the edge instead. */
    -webkit-mask-image: linear-gradient(transparent, #000 40px);
    mask-image: linear-gradient(transparent, #000 40px);
  }
  .on-picture .list::-webkit-scrollbar {
    display: none;
  }
  .on-picture .composer {
    pointer-events: auto;
  }
`;

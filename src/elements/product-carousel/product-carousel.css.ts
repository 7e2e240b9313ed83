import { css } from 'lit';

/** The frame of every view, and the cards' places while the room has not told what it sells. */
export const frameStyle = css`
  :host {
    --_card-radius: var(--card-radius, var(--_radius-m));
    --_card-width: var(--card-width, calc(152px * var(--_scale)));
  }
  .base {
    position: relative;
  }
  .scroller {
    position: relative;
    display: flex;
    overscroll-behavior: contain;
    /* hold-place.ts does it, for every browser and both ways. */
    overflow-anchor: none;
  }

  /* Swiped sideways. */
  .row .scroller {
    /* Room for the focus ring, taken back outside. */
    margin: -4px;
    padding: 4px;
    overflow-x: auto;
    scrollbar-width: none;
  }
  .scroller::-webkit-scrollbar {
    display: none;
  }
  .row .card {
    flex: none;
    flex-direction: column;
    width: var(--_card-width);
    margin-inline-end: 10px;
    border: 1px solid var(--_outline);
    border-radius: var(--_card-radius);
    overflow: hidden;
  }
  .row .card:last-child {
    margin-inline-end: 0;
  }
  .row .picture {
    width: 100%;
    height: calc(var(--_card-width) - 2px);
    border-radius: 0;
  }
  .row .words {
    padding: 8px 10px 10px;
  }
  .card {
    position: relative;
    display: flex;
    min-width: 0;
    background: var(--_surface);
  }
  .picture {
    flex: none;
    border-radius: var(--_radius-s);
    background: var(--_surface-raised);
  }
  .words {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-width: 0;
  }

  /* One below the other, for a sheet. It scrolls by itself where the host has a height. */
  .list,
  .list .scroller {
    height: 100%;
  }
  .list .scroller {
    /* A flex box would measure all of a thousand cards whenever one is added. */
    display: block;
    overflow-y: auto;
  }
  .list .card {
    padding: 12px 0;
    background: none;
    border-bottom: 1px solid var(--_outline);
  }
  .list .card:last-child {
    border-bottom: 0;
  }
  .list .picture,
  .pinned .picture {
    width: var(--picture-size, 104px);
    height: var(--picture-size, 104px);
    margin-inline-end: 12px;
  }

  .ghost .words::before {
    content: '';
    background: var(--_surface-raised);
    height: 36px;
    border-radius: var(--_radius-s);
  }
  .row .ghost {
    height: 290px;
  }
`;

import { css } from 'lit';

/** The three ways cards are laid out. */
export const shelfStyle = css`
  .row .scroller {
    scroll-padding: 0 4px;
    scroll-snap-type: x proximity;
  }
  .row .card {
    scroll-snap-align: start;
    content-visibility: auto;
    contain-intrinsic-size: 152px 290px;
    contain-intrinsic-size: auto 152px auto 290px;
  }
  .row .title {
    min-height: 2.8em;
    font-size: var(--_fs-13);
  }
  .row .subtitle {
    display: none;
  }
  .row .tags {
    margin-top: 4px;
  }
  .row .price {
    display: flex;
    flex-wrap: wrap;
    align-content: flex-start;
    align-items: baseline;
    /* One line: a struck-out price without room is left out, so that all cards are equally high. */
    height: 1.2em;
    margin: 2px 0 8px;
    overflow: hidden;
  }
  .row .open {
    display: flex;
  }
  /* Among many, only the one being shown is loud. */
  .row .card:not(.gone) .open:not(.now) {
    background: var(--_surface-raised);
    color: var(--_price);
  }
  @media (hover: hover) {
    .row .card:hover {
      border-color: var(--_text-muted);
    }
  }
  .arrow {
    display: none;
    position: absolute;
    z-index: 1;
    top: 50%;
    align-items: center;
    justify-content: center;
    width: 40px;
    height: 40px;
    margin-top: -20px;
    border-radius: 999px;
    background: var(--_surface);
    box-shadow: var(--_shadow);
    opacity: 0;
    transition: opacity var(--_fast);
  }
  .back {
    inset-inline-start: 6px;
  }
  .forward {
    inset-inline-end: 6px;
  }
  @media (hover: hover) and (pointer: fine) {
    .arrow {
      display: flex;
    }
    .base:hover .arrow {
      opacity: 1;
    }
  }
  .arrow:dir(rtl) svg {
    transform: scaleX(-1);
  }

  /* One below the other. */
  .list .card {
    content-visibility: auto;
    contain-intrinsic-size: 100% 129px;
    contain-intrinsic-size: auto 300px auto 129px;
  }
  .list .tags {
    margin-top: 2px;
  }
  .list .deal,
  .pinned .deal {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    align-items: flex-end;
    margin-top: 4px;
  }
  .list .price,
  .pinned .price {
    flex: 1 1 0;
    margin-inline-end: 8px;
  }
  .list .open,
  .pinned .open {
    margin-inline-start: auto;
  }

  /* What the host shows now, over the picture. */
  .pinned {
    max-width: 420px;
  }
  .pinned .scroller {
    overflow-x: auto;
    scroll-snap-type: x mandatory;
    scrollbar-width: none;
  }
  .pinned .card {
    flex: none;
    width: 100%;
    /* As high with a title of two lines, so that one product after another does not move what stands above. */
    min-height: 105px;
    padding: 8px;
    border-radius: var(--_card-radius);
    box-shadow: var(--_shadow);
    scroll-snap-align: start;
    animation:
      come var(--_slow) var(--_ease) backwards,
      settle 0.4s;
  }
  /* Below the card, and above the button that covers all of it. */
  .pinned .card {
    flex-wrap: wrap;
  }
  qun-flash-sale {
    position: relative;
    z-index: 1;
    flex: 0 0 100%;
  }
  qun-flash-sale:not(:defined) {
    display: none;
  }
  qun-flash-sale::part(card) {
    margin-top: 6px;
    background: var(--_surface-raised);
  }
  .pinned .many .card {
    width: 88%;
    margin-inline-end: 8px;
  }
  /* So that the last one too can stand at the beginning, and stay there when another comes before it. */
  .pinned .many::after {
    content: '';
    flex: none;
    width: calc(12% - 8px);
  }
  .pinned .card.leaving {
    animation: go var(--_slow) var(--_ease) forwards;
    pointer-events: none;
  }
  .leaving:not(:first-child) {
    position: absolute;
    top: 0;
    inset-inline-start: 0;
  }
  .pinned .picture {
    width: var(--picture-size, 84px);
    height: var(--picture-size, 84px);
    margin-inline-end: 10px;
  }
  /* Beside a card that is higher, as one with a flash sale is, the picture fills the height. */
  .pinned .many .picture {
    height: auto;
    min-height: var(--picture-size, 84px);
  }
  .pinned .title {
    padding-inline-end: 24px;
    font-size: var(--_fs-13);
  }
  /* While a flash sale of it is on, its button is the loud one. */
  .grabbing .open {
    background: var(--_surface-raised);
    color: var(--_price);
  }
  .pinned .subtitle {
    display: none;
  }
  .pinned .deal {
    margin-top: 0;
  }
  .close {
    position: absolute;
    top: -4px;
    inset-inline-end: -4px;
    color: var(--_text-muted);
  }
  @supports not (inset-inline-start: 0) {
    .back {
      left: 6px;
    }
    .forward {
      right: 6px;
    }
    .leaving:not(:first-child) {
      left: 0;
    }
    .close {
      right: -4px;
    }
  }
  @keyframes come {
    from {
      opacity: 0;
      transform: translateY(16px);
    }
  }
  @keyframes go {
    to {
      opacity: 0;
      transform: translateY(16px);
    }
  }
  /* A card that has just slid under a finger is not what the finger came for. */
  @keyframes settle {
    from,
    99% {
      pointer-events: none;
    }
  }
`;

import { css } from 'lit';

/** A ticket: a coloured stub, a perforation, a slip. Loud where it can be claimed, gold where it was won, grey where it is over. */
export const ticketStyle = css`
  :host {
    --_ticket: var(--ticket-color, var(--_brand));
    --_ticket-radius: var(--ticket-radius, var(--_radius-m));
    /* What was won, on any theme: gold paper, dark ink. */
    --_gold: linear-gradient(150deg, #fbe9b7, #e9bf62 55%, #d6a03c);
    --_gold-ink: #4d2f00;
  }
  .tickets > li + li {
    margin-top: 12px;
  }
  .ticket {
    display: flex;
    min-height: 108px;
    max-width: 460px;
    filter: drop-shadow(0 2px 8px rgba(40, 20, 10, 0.14));
  }
  .stub,
  .slip {
    --_bite-top: radial-gradient(circle at var(--_side) 0, transparent 7px, #000 7.5px);
    --_bite-bottom: radial-gradient(circle at var(--_side) 100%, transparent 7px, #000 7.5px);
    display: flex;
    position: relative;
    /* Keeps the tint below between background and words. */
    isolation: isolate;
    flex-direction: column;
    -webkit-mask:
      var(--_bite-top) top / 100% 51% no-repeat,
      var(--_bite-bottom) bottom / 100% 51% no-repeat;
    mask:
      var(--_bite-top) top / 100% 51% no-repeat,
      var(--_bite-bottom) bottom / 100% 51% no-repeat;
  }
  .stub {
    --_side: 100%;
    --_corners: var(--_ticket-radius) 0 0 var(--_ticket-radius);
    flex: none;
    align-items: center;
    justify-content: center;
    width: var(--stub-width, calc(108px * var(--_scale)));
    padding: 10px 8px;
    border-radius: var(--_corners);
    background: linear-gradient(150deg, transparent 30%, rgba(0, 0, 0, 0.2)), var(--_ticket);
    color: var(--_on-brand);
    text-align: center;
  }
  .slip {
    --_side: 0%;
    --_corners: 0 var(--_ticket-radius) var(--_ticket-radius) 0;
    flex: 1;
    min-width: 0;
    padding: 12px 12px 12px 14px;
    border-radius: var(--_corners);
    background: var(--_surface);
  }
  .stub:dir(rtl) {
    --_side: 0%;
    --_corners: 0 var(--_ticket-radius) var(--_ticket-radius) 0;
  }
  .slip:dir(rtl) {
    --_side: 100%;
    --_corners: var(--_ticket-radius) 0 0 var(--_ticket-radius);
  }
  /* Paper warmed by the ticket's colour. */
  .slip::after,
  .upcoming .stub::before {
    content: '';
    position: absolute;
    z-index: -1;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    background: var(--_ticket);
    opacity: 0.045;
  }
  .sold-out .slip::after,
  .expired .slip::after {
    content: none;
  }
  .claimed .slip::after {
    background: #e9bf62;
    opacity: 0.12;
  }
  /* The perforation, from bite to bite. */
  .slip::before {
    content: '';
    position: absolute;
    top: 10px;
    bottom: 10px;
    margin-inline-start: -15px;
    border-inline-start: 2px dashed var(--_outline);
  }
  .value {
    font-size: var(--_fs-13);
    font-weight: 600;
    line-height: 1.2;
  }
  .value .money {
    font-size: var(--_fs-28);
  }
  .long .money {
    font-size: var(--_fs-20);
  }
  .huge .money {
    font-size: var(--_fs-16);
  }
  .minimum {
    margin-top: 4px;
    font-size: var(--_fs-12);
    line-height: 1.3;
  }
  .title {
    display: -webkit-box;
    overflow: hidden;
    font-weight: 600;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .note {
    min-height: 1.4em;
    margin-top: 2px;
    color: var(--_text-muted);
    font-size: var(--_fs-12);
  }
  .note.alert {
    color: var(--_warning);
  }
  .foot {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    align-items: flex-end;
    justify-content: flex-end;
  }
  .foot > * {
    margin-top: 6px;
  }
  .stock {
    flex: 1 1 0;
    min-width: -webkit-min-content;
    min-width: min-content;
    margin-inline-end: 10px;
    color: var(--_text-muted);
    font-size: var(--_fs-12);
    font-variant-numeric: tabular-nums;
    line-height: 1.3;
    overflow-wrap: normal;
  }
  .bar {
    height: 4px;
    margin-bottom: 4px;
    overflow: hidden;
    border-radius: 2px;
    background: var(--_outline);
  }
  .rest {
    height: 100%;
    border-radius: inherit;
    background: var(--_ticket);
    transition: width var(--_slow);
  }
  .action {
    flex: none;
    min-height: 36px;
    padding: 0 18px;
    font-size: var(--_fs-13);
    background: var(--_ticket);
  }
  /* 44 px of touch around a smaller pill. */
  .action,
  .code {
    position: relative;
  }
  .action::after,
  .code::after {
    content: '';
    position: absolute;
    top: -4px;
    right: 0;
    bottom: -4px;
    left: 0;
  }
  .action[aria-disabled] {
    background: var(--_surface);
    color: var(--_text-muted);
    cursor: default;
  }
  .claiming .action {
    animation: wait 0.8s ease-in-out infinite alternate;
  }
  @keyframes wait {
    to {
      opacity: 0.5;
    }
  }
  .countdown {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .figures {
    margin-inline-start: 2px;
    color: var(--_price);
    font-weight: 600;
  }
  .figures b {
    display: inline-block;
    min-width: 22px;
    margin: 0 2px;
    padding: 0 3px;
    border-radius: 4px;
    background: var(--_ticket);
    color: var(--_on-brand);
    line-height: 20px;
    text-align: center;
  }
  .opens {
    color: var(--_price);
    font-size: var(--_fs-13);
    font-weight: 600;
    line-height: 36px;
  }

  /* Not yet: the same ticket, its colour held back. */
  .upcoming .stub {
    background: var(--_surface);
    color: var(--_price);
  }
  .upcoming .stub::before {
    opacity: 0.08;
  }

  /* Over. */
  .sold-out .stub,
  .expired .stub {
    background: var(--_surface-raised);
    color: var(--_text-muted);
  }
  .sold-out .title,
  .expired .title {
    color: var(--_text-muted);
  }
  .sold-out .action,
  .expired .action {
    padding: 0 4px;
    background: none;
    font-weight: 400;
  }

  /* Won. */
  .claimed .stub {
    background: var(--_gold);
    color: var(--_gold-ink);
    animation: won var(--_slow) var(--_ease);
  }
  @keyframes won {
    from {
      opacity: 0.3;
    }
  }
  .stamp {
    display: flex;
    align-items: center;
    order: -1;
    margin-bottom: 2px;
    color: var(--_success);
    font-size: var(--_fs-12);
    font-weight: 600;
  }
  .stamp svg {
    margin-inline-end: 3px;
  }
  .code {
    display: flex;
    flex: 1 1 auto;
    align-items: center;
    min-width: 0;
    min-height: 36px;
    padding: 4px 10px;
    border: 1px dashed #c9952f;
    border-radius: var(--_radius-s);
    background: rgba(233, 191, 98, 0.14);
  }
  .digits {
    flex: 1;
    font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
    font-weight: 600;
    line-height: 1.25;
    text-align: start;
    user-select: all;
    -webkit-user-select: all;
  }
  .copy {
    flex: none;
    margin-inline-start: 8px;
    color: var(--_text-muted);
    font-size: var(--_fs-12);
  }
  .code + .action {
    margin-inline-start: 8px;
  }
  @media (prefers-reduced-motion: reduce) {
    .claiming .action {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .stub,
    .slip,
    .action,
    .figures b {
      border: 1px solid;
    }
    .rest {
      background: CanvasText;
    }
  }
`;

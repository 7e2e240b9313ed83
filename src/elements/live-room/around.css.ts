import { css } from 'lit';

/** What stands around a show, where the room has a place for it: it comes with what stands there. */
export const around = css`
  .screens qun-reminder {
    max-width: 340px;
    margin-top: 12px;
  }
  /* Before the show the loud button is the one that reserves it. */
  .screen.warmup .button {
    background: rgba(255, 255, 255, 0.2);
    color: inherit;
  }
  .low qun-reminder::part(text),
  .low qun-reminder::part(offer) {
    display: none;
  }
  /* 44 px of touch on a mark of 14. */
  .verified {
    position: relative;
  }
  .verified::before {
    content: '';
    position: absolute;
    top: -15px;
    right: -15px;
    bottom: -15px;
    left: -15px;
  }
  .around {
    padding: 0 16px;
  }
  .around > * {
    margin-bottom: 12px;
  }
`;

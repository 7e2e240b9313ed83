import { css } from 'lit';

/** What stands around a show, where the room has a place for it: it comes with what stands there. */
export const around = css`
  .screens qun-reminder {
    max-width: 340px;
    margin-top: 12px;
  }
  .around {
    padding: 0 16px;
  }
  .around > * {
    margin-bottom: 12px;
  }
`;

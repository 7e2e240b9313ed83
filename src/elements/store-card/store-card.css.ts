import { css } from 'lit';

export const storeCard = css`
  .card {
    padding: calc(var(--_space) * 4);
    border-radius: var(--_radius-m);
    background: var(--_surface);
    overflow: hidden;
  }
  .picture {
    width: 100%;
    height: 132px;
    margin-bottom: 12px;
    border-radius: var(--_radius-s);
    object-fit: cover;
  }
  .name {
    font-size: var(--_fs-16);
    font-weight: 600;
    line-height: 1.3;
  }
  .small {
    margin-top: 4px;
    color: var(--_text-muted);
    font-size: var(--_fs-13);
  }
  .number {
    user-select: text;
    -webkit-user-select: text;
  }
  .acts {
    display: flex;
    margin-top: 12px;
  }
  .button {
    flex: 1;
    min-width: 0;
    padding: 0 8px;
  }
  .button + .button {
    margin-inline-start: 8px;
  }
  .button svg {
    flex: none;
    margin-inline-end: 6px;
  }
`;

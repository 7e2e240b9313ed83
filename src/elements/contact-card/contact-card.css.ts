import { css } from 'lit';

export const contactCard = css`
  :host {
    position: relative;
  }
  .cards > * + * {
    margin-top: 12px;
  }
  .card {
    padding: calc(var(--_space) * 4);
    border-radius: var(--_radius-m);
    background: var(--_surface);
  }
  .who {
    display: flex;
    align-items: center;
  }
  .avatar {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: center;
    width: 44px;
    height: 44px;
    margin-inline-end: 12px;
    border-radius: 999px;
    background: var(--_brand);
    color: var(--_on-brand);
    font-size: 20px;
    font-weight: 600;
    object-fit: cover;
  }
  .words {
    min-width: 0;
  }
  .title {
    font-size: var(--_fs-16);
    font-weight: 600;
    line-height: 1.3;
  }
  .kind {
    display: inline-block;
    margin-inline-start: 6px;
    padding: 0 6px;
    border-radius: 4px;
    background: var(--_surface-raised);
    font-size: var(--_fs-12);
    font-weight: 400;
  }
  .text,
  .until,
  .copied {
    color: var(--_text-muted);
    font-size: var(--_fs-13);
  }
  .code {
    display: flex;
    flex-direction: column;
    align-items: center;
    margin-top: 14px;
    text-align: center;
  }
  .picture {
    width: var(--code-size, var(--_code, 184px));
    max-width: 100%;
    min-height: 120px;
    padding: 10px;
    border: 1px solid var(--_outline);
    border-radius: var(--_radius-s);
    background: #fff;
    pointer-events: auto;
    user-select: auto;
    -webkit-user-select: auto;
    -webkit-touch-callout: default;
  }
  .hint {
    margin-top: 8px;
    font-weight: 600;
  }
  .instead {
    display: flex;
    align-items: center;
    justify-content: center;
    width: 100%;
    min-height: 72px;
    padding: 8px 16px;
    border-radius: var(--_radius-s);
    background: var(--_surface-raised);
  }
  .spin {
    flex: none;
    width: 14px;
    height: 14px;
    margin-inline-end: 8px;
    border: 2px solid var(--_outline);
    border-top-color: var(--_text);
    border-radius: 999px;
    animation: turn 900ms linear infinite;
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
  .account {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    margin-top: 8px;
  }
  .name {
    user-select: all;
    -webkit-user-select: all;
  }
  .copy {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    padding: 0 12px;
    color: inherit;
    font-weight: 600;
  }
  .copy svg {
    margin-inline-end: 6px;
  }
  .copied:not(:empty) {
    width: 100%;
    text-align: center;
  }
  .float {
    background: var(--_veil);
    color: var(--_on-picture);
  }
  @media (prefers-reduced-motion: reduce) {
    .spin {
      animation-duration: 4s;
    }
  }
`;

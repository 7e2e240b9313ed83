import { css } from 'lit';

/** What a group will see, and the services that it can be passed on by. */
export const shareWaysStyle = css`
  .card {
    display: flex;
    align-items: center;
    margin-bottom: 12px;
  }
  .card img {
    flex: none;
    width: 56px;
    height: 56px;
    margin-right: 12px;
    border-radius: var(--_radius-s);
    background: var(--_surface-raised);
    object-fit: cover;
  }
  .card div {
    min-width: 0;
  }
  .title,
  .text {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow-wrap: anywhere;
    word-break: break-word;
  }
  .title {
    font-weight: 600;
  }
  .text {
    color: var(--_text-muted);
    font-size: var(--_fs-13);
    -webkit-line-clamp: 1;
  }
  .text[hidden] {
    display: none;
  }
  .hint {
    display: flex;
    align-items: center;
  }
  .hint svg {
    flex: none;
    margin-right: 4px;
    color: var(--_brand);
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    margin: 12px -8px 0;
  }
  .ways li {
    width: 20%;
    min-width: 72px;
  }
  .way {
    display: flex;
    flex-direction: column;
    align-items: center;
    width: 100%;
    padding: 8px 4px;
    border-radius: var(--_radius-s);
    color: var(--_text);
    font-size: var(--_fs-12);
    text-align: center;
    text-decoration: none;
  }
  .mark {
    display: flex;
    align-items: center;
    justify-content: center;
    width: 48px;
    height: 48px;
    margin-bottom: 6px;
    border-radius: 50%;
    background: var(--_surface-raised);
    color: var(--_text);
    font-size: 20px;
    font-weight: 700;
    line-height: 1;
  }
  .line::before {
    content: 'L';
  }
  .mark.line {
    background: #06c755;
    color: #fff;
  }
  .whatsapp::before {
    content: 'W';
  }
  .mark.whatsapp {
    background: #25d366;
    color: #fff;
  }
  .telegram::before {
    content: 'T';
  }
  .mark.telegram {
    background: #229ed9;
    color: #fff;
  }
  .x::before {
    content: 'X';
  }
  .mark.x {
    background: #000;
    color: #fff;
  }
  .facebook::before {
    content: 'f';
  }
  .mark.facebook {
    background: #1877f2;
    color: #fff;
  }
  .weibo::before {
    content: '微';
  }
  .mark.weibo {
    background: #e6162d;
    color: #fff;
  }
  .qq::before {
    content: 'Q';
  }
  .mark.qq {
    background: #12b7f5;
    color: #fff;
  }
  .kakao::before {
    content: 'K';
  }
  .mark.kakao {
    background: #fee500;
    color: #191600;
  }
`;

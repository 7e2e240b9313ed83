import { css } from 'lit';

/** The pictures, one of them in view. */
export const galleryStyle = css`
  .gallery {
    position: relative;
    flex: none;
    background: var(--_surface-raised);
    overflow: hidden;
  }
  .bare {
    display: flex;
    align-items: center;
    justify-content: center;
    height: 120px;
    color: var(--_outline);
  }
  .pictures {
    display: flex;
    overflow-x: auto;
    overflow-y: hidden;
    overscroll-behavior-x: contain;
    scroll-snap-type: x mandatory;
    scrollbar-width: none;
    -webkit-overflow-scrolling: touch;
  }
  .pictures::-webkit-scrollbar {
    display: none;
  }
  .pictures li {
    flex: none;
    width: 100%;
    scroll-snap-align: start;
    scroll-snap-stop: always;
  }
  .picture {
    position: relative;
    display: block;
    width: 100%;
    padding-top: var(--picture-ratio, 68%);
    cursor: zoom-in;
  }
  .picture:focus {
    outline-offset: -4px;
  }
  .picture img {
    position: absolute;
    top: 0;
    left: 0;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .counter {
    position: absolute;
    right: 12px;
    bottom: 12px;
    padding: 0 8px;
    border-radius: 999px;
    background: rgba(0, 0, 0, 0.56);
    color: #fff;
    font-size: var(--_fs-12);
    line-height: 20px;
    font-variant-numeric: tabular-nums;
  }
  .arrow {
    display: none;
    position: absolute;
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
  .gallery .back {
    inset-inline-start: 8px;
  }
  .gallery .forward {
    inset-inline-end: 8px;
  }
  .arrow:dir(rtl) svg {
    transform: scaleX(-1);
  }
  @media (hover: hover) and (pointer: fine) {
    .arrow {
      display: flex;
    }
    .gallery:hover .arrow {
      opacity: 1;
    }
  }
  @supports not (inset-inline-start: 0) {
    .gallery .back {
      left: 8px;
    }
    .gallery .forward {
      right: 8px;
    }
  }
`;

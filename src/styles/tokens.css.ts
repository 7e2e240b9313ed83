import { css } from 'lit';

/**
 * The three layers of tokens. A page or a theme sets roles (`--qun-…`), which inherit; every element resolves them
 * here into names of its own (`--_…`) with the default theme as fallback, so that an element alone on a page looks
 * right, and one inside a themed room follows it. Element knobs stand on each element's `:host` and fall back to these.
 *
 * Dark follows the page's own `color-scheme` where the browser knows light-dark(); a page that never says it
 * supports dark stays light, whatever the phone prefers.
 */
export const tokens = css`
  :host {
    --_brand: var(--qun-color-brand, #d33622);
    --_on-brand: var(--qun-color-on-brand, #fff);
    --_price: var(--qun-color-price, #d0301c);
    --_success: var(--qun-color-success, #1a7f4b);
    --_warning: var(--qun-color-warning, #9a5b00);
    --_surface: var(--qun-color-surface, #fff);
    --_surface-raised: var(--qun-color-surface-raised, #f6f4f2);
    --_text: var(--qun-color-text, #1d1a18);
    --_text-muted: var(--qun-color-text-muted, #67605b);
    --_outline: var(--qun-color-outline, #e4dfda);
    --_shadow: var(--qun-shadow, 0 2px 12px rgba(40, 20, 10, 0.12));
    /* Over the picture: always light on a dark veil, whatever the theme. */
    --_on-picture: #fff;
    --_veil: rgba(0, 0, 0, 0.42);
    --_focus: var(--qun-color-focus, #1a6fe0);
    --_radius-s: var(--qun-radius-s, 8px);
    --_radius-m: var(--qun-radius-m, 12px);
    --_radius-l: var(--qun-radius-l, 16px);
    --_font: var(
      --qun-font,
      -apple-system,
      BlinkMacSystemFont,
      'PingFang SC',
      'HarmonyOS Sans SC',
      'MiSans',
      'Noto Sans CJK SC',
      'Microsoft YaHei',
      'Segoe UI',
      system-ui,
      sans-serif
    );
    --_scale: var(--qun-text-scale, 1);
    --_fs-12: calc(12px * var(--_scale));
    --_fs-13: calc(13px * var(--_scale));
    --_fs-14: calc(14px * var(--_scale));
    --_fs-16: calc(16px * var(--_scale));
    --_fs-20: calc(20px * var(--_scale));
    --_fs-28: calc(28px * var(--_scale));
    --_space: calc(4px * var(--qun-density, 1));
    --_fast: 160ms;
    --_slow: 280ms;
    --_ease: cubic-bezier(0.2, 0.7, 0.2, 1);
  }

  @supports (color: light-dark(#000, #fff)) {
    :host {
      --_brand: var(--qun-color-brand, light-dark(#d33622, #d5412d));
      --_price: var(--qun-color-price, light-dark(#d0301c, #ff7a66));
      --_success: var(--qun-color-success, light-dark(#1a7f4b, #58c98d));
      --_warning: var(--qun-color-warning, light-dark(#9a5b00, #f0b45c));
      --_surface: var(--qun-color-surface, light-dark(#fff, #1a1817));
      --_surface-raised: var(--qun-color-surface-raised, light-dark(#f6f4f2, #262322));
      --_text: var(--qun-color-text, light-dark(#1d1a18, #f3efec));
      --_text-muted: var(--qun-color-text-muted, light-dark(#67605b, #a89f99));
      --_outline: var(--qun-color-outline, light-dark(#e4dfda, #3a3533));
      --_focus: var(--qun-color-focus, light-dark(#1a6fe0, #7db4ff));
    }
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --_fast: 0s;
      --_slow: 0s;
    }
  }
`;

import { css, unsafeCSS } from 'lit';
import { defaultPalette, eachRole, lightDark } from './default-palette.js';

const resolve = (pick: (light: string, dark: string) => string) =>
  unsafeCSS(
    eachRole(
      defaultPalette,
      (role, light, dark) => `--_${role}:var(--qun-color-${role},${pick(light, dark)});`,
    ),
  );

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
    ${resolve(light => light)}
    --_shadow: var(--qun-shadow, 0 2px 12px rgba(40, 20, 10, 0.12));
    /* Over the picture: always light on a dark veil, whatever the theme. */
    --_on-picture: #fff;
    --_veil: rgba(0, 0, 0, 0.42);
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
      ${resolve(lightDark)}
    }
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --_fast: 0s;
      --_slow: 0s;
    }
  }
`;

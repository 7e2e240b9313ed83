import { svg, html, type TemplateResult } from 'lit';

/** One family: 24 grid, 1.75 stroke, round ends. Here is what a page shows at first; others stand beside, by who shows them. */
const paths = {
  play: 'M8 5.5v13l10.5-6.5z',
  pause: 'M8.5 5.5v13M15.5 5.5v13',
  sound: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.5 4.5 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
  muted: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9.5l5 5M20.5 9.5l-5 5',
  retry: 'M19 12a7 7 0 1 1-2-4.9L19 9M19 4.5V9h-4.5',
  clock: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 8v4.5l3 2',
  cup: 'M5 9.5h12v5a4.5 4.5 0 0 1-4.5 4.5h-3A4.5 4.5 0 0 1 5 14.5zM17 10.5h1.5a2 2 0 0 1 0 4.5H17M9 6.5V4.5M13 6.5V4.5',
  signal: 'M4 10a12 12 0 0 1 16 0M7 13.2a7.5 7.5 0 0 1 10 0M10 16.3a3 3 0 0 1 4 0M12 19.5h.01M4.5 4.5l15 15',
  heart: 'M12 19.5C5 15 3.5 11.8 3.5 9a4.25 4.25 0 0 1 8.5-1 4.25 4.25 0 0 1 8.5 1c0 2.8-1.5 6-8.5 10.5z',
  alert: 'M12 4l9 15.5H3zM12 10v4M12 17h.01',
  share: 'M13 5l7 6.5-7 6.5v-4c-5 0-7.5 1.5-9 4.5 0-6 3-9.5 9-9.5z',
  bag: 'M5.5 8.5h13l-1 11h-11zM9 10.5V7a3 3 0 0 1 6 0v3.5',
  ticket: 'M4 7.5h16v3a1.5 1.5 0 0 0 0 3v3H4v-3a1.5 1.5 0 0 0 0-3zM14 7.5v1.5M14 11.2v1.6M14 15v1.5',
  chat: 'M4.5 6h15v10.5H12l-4.5 3.5v-3.5h-3z',
  send: 'M4.5 12L20 4.5 15.5 20l-3.5-6.5zM12 13.5L20 4.5',
} as const;

/** One of the first ones by its name, or the path of another. */
export type IconName = keyof typeof paths | `M${string}`;

/** A decorative drawing of `size` px: its button carries the words. */
export function icon(name: IconName, size = 24): TemplateResult {
  return html`<svg
    width=${size}
    height=${size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    ${svg`<path d=${paths[name as keyof typeof paths] ?? name} />`}
  </svg>`;
}

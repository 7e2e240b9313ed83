import { svg, html, type TemplateResult } from 'lit';

/** One family: 24 grid, 1.75 stroke, round ends. */
const paths = {
  play: 'M8 5.5v13l10.5-6.5z',
  pause: 'M8.5 5.5v13M15.5 5.5v13',
  sound: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.5 4.5 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
  muted: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9.5l5 5M20.5 9.5l-5 5',
  close: 'M6 6l12 12M18 6L6 18',
  share: 'M13 5l7 6.5-7 6.5v-4c-5 0-7.5 1.5-9 4.5 0-6 3-9.5 9-9.5z',
  bag: 'M5.5 8.5h13l-1 11h-11zM9 10.5V7a3 3 0 0 1 6 0v3.5',
  ticket: 'M4 7.5h16v3a1.5 1.5 0 0 0 0 3v3H4v-3a1.5 1.5 0 0 0 0-3zM14 7.5v1.5M14 11.2v1.600M14 15v1.5',
  chat: 'M4.5 6h15v10.5H12l-4.5 3.5v-3.5h-3z',
  send: 'M4.5 12L20 4.5 15.5 20l-3.5-6.5zM12 13.5L20 4.5',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  copy: 'M9 9h10v10H9zM5 15V5h10',
  left: 'M14.5 6l-6 6 6 6',
  right: 'M9.5 6l6 6-6 6',
  down: 'M6 9.5l6 6 6-6',
  up: 'M6 14.5l6-6 6 6',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  retry: 'M19 12a7 7 0 1 1-2-4.9L19 9M19 4.5V9h-4.5',
  notice: 'M4.5 10v4h3l8 4V6l-8 4zM18.5 10v4',
  eye: 'M2.5 12S6 6 12 6s9.5 6 9.5 6-3.5 6-9.5 6-9.5-6-9.5-6zM12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  pin: 'M9 4.5h6l-.8 6 3.3 3h-11l3.3-3zM12 13.5v6',
  arrowUpRight: 'M6 18C7 11 11 7.5 18 6.5M11.5 5.5L18.5 6.3 17 13',
  expand: 'M5 9.5V5h4.5M14.5 5H19v4.5M19 14.5V19h-4.5M9.5 19H5v-4.5',
  shrink: 'M9.5 5v4.5H5M19 9.5h-4.5V5M14.5 19v-4.5H19M5 14.5h4.5V19',
  clock: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 8v4.5l3 2',
  link: 'M10 14a3.5 3.5 0 0 0 5 0l3.5-3.5a3.5 3.5 0 0 0-5-5L12.5 6.5M14 10a3.5 3.5 0 0 0-5 0L5.5 13.5a3.5 3.5 0 0 0 5 5l1-1',
  verified: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM8.3 12.2l2.6 2.6 4.8-5.2',
  cup: 'M5 9.5h12v5a4.5 4.5 0 0 1-4.5 4.5h-3A4.5 4.5 0 0 1 5 14.5zM17 10.5h1.5a2 2 0 0 1 0 4.5H17M9 6.5V4.5M13 6.5V4.5',
  signal: 'M4 10a12 12 0 0 1 16 0M7 13.2a7.5 7.5 0 0 1 10 0M10 16.3a3 3 0 0 1 4 0M12 19.5h.01M4.5 4.5l15 15',
  heart: 'M12 19.5C5 15 3.5 11.8 3.5 9a4.25 4.25 0 0 1 8.5-1 4.25 4.25 0 0 1 8.5 1c0 2.8-1.5 6-8.5 10.5z',
  users:
    'M9.5 11.5a3.25 3.25 0 1 0 0-6.5 3.25 3.25 0 0 0 0 6.5zM3.5 19c0-3.2 2.5-5 6-5s6 1.8 6 5M16 5.3a3.25 3.25 0 0 1 0 6M17.5 14.3c2 .6 3.2 2.2 3.2 4.7',
  lock: 'M6 11h12v8.5H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v1.5',
  search: 'M11 17.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.8 15.8l4.2 4.2',
  alert: 'M12 4l9 15.5H3zM12 10v4M12 17h.01',
} as const;

export type IconName = keyof typeof paths;

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
    ${svg`<path d=${paths[name]} />`}
  </svg>`;
}

/** Of the family in styles/icon.ts. */
export const cart = 'M3 4.5h2.4l2.1 11h9.8l2-8H6.2M9.3 19.5h.01M16 19.5h.01';
export const bin = 'M5 7.5h14M9.5 7.5v-2h5v2M7 7.5l.8 11.5h8.4L17 7.5M10.5 11v4.5M13.5 11v4.5';
export const flash = 'M13 3.5L6 13h5l-1 7.5L18 10.5h-5.5z';

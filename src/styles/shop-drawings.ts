/** Drawings of what comes later: shelf, coupons, talk, sharing, sheets. Of the family in icon.ts. */
export const close = 'M6 6l12 12M18 6L6 18';
export const check = 'M5 12.5l4.5 4.5L19 7.5';
export const left = 'M14.5 6l-6 6 6 6';
export const down = 'M6 9.5l6 6 6-6';
export const arrowUpRight = 'M6 18C7 11 11 7.5 18 6.5M11.5 5.5L18.5 6.3 17 13';
export const link =
  'M10 14a3.5 3.5 0 0 0 5 0l3.5-3.5a3.5 3.5 0 0 0-5-5L12.5 6.5M14 10a3.5 3.5 0 0 0-5 0L5.5 13.5a3.5 3.5 0 0 0 5 5l1-1';

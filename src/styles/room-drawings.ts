/** Drawings of the room's frame and the host's desk. Of the family in icon.ts. */
export const right = 'M9.5 6l6 6-6 6';
export const verified = 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM8.3 12.2l2.6 2.6 4.8-5.2';
export const horn = 'M4.5 10v4h3l8 4V6l-8 4zM18.5 10v4';
export const users =
  'M9.5 11.5a3.25 3.25 0 1 0 0-6.5 3.25 3.25 0 0 0 0 6.5zM3.5 19c0-3.2 2.5-5 6-5s6 1.8 6 5M16 5.3a3.25 3.25 0 0 1 0 6M17.5 14.3c2 .6 3.2 2.2 3.2 4.7';
export const lock = 'M6 11h12v8.5H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v1.5';
export const search = 'M11 17.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.8 15.8l4.2 4.2';
export const pin = 'M9 4.5h6l-.8 6 3.3 3h-11l3.3-3zM12 13.5v6';
export const dots = 'M5.5 12h.01M12 12h.01M18.5 12h.01';
export const chart = 'M4.5 19.5h15M7.5 16v-4M12 16V6.5M16.5 16v-7';
export const question =
  'M12 20a8 8 0 1 0-7-4.2L4 20l4.2-1A8 8 0 0 0 12 20zM9.8 10a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.5M12 16h.01';

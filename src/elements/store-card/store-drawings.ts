/** Of the family in styles/icon.ts. */
export const mapPin =
  'M12 20.5c4-4.2 6-7.5 6-10a6 6 0 1 0-12 0c0 2.5 2 5.8 6 10zM12 12.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4z';
export const telephone =
  'M6.5 4.5h3l1.5 4-2 1.5a11 11 0 0 0 5 5l1.5-2 4 1.5v3a1.5 1.5 0 0 1-1.5 1.5A15 15 0 0 1 5 6a1.5 1.5 0 0 1 1.5-1.5z';

/** Drawings of a player's controls and settings. Of the family in icon.ts. */
export const gear =
  'M4.5 7.5h8M17.5 7.5h2M15 10a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM4.5 16.5h2M11.5 16.5h8M9 19a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z';
export const captions = 'M4 5.5h16v13H4zM11 10.6a2 2 0 1 0 0 2.8M17 10.6a2 2 0 1 0 0 2.8';
export const pictureInPicture = 'M11 18.5H4v-13h16V11M13.5 13.5h7v5h-7z';
export const airplay = 'M7 16.5H4v-11h16v11h-3M12 13.5l5 6H7z';
export const enlarge = 'M9 4.5H4.5V9M15 4.5h4.5V9M9 19.5H4.5V15M15 19.5h4.5V15';
export const shrink = 'M4.5 9H9V4.5M19.5 9H15V4.5M4.5 15H9v4.5M19.5 15H15v4.5';
export const quality =
  'M4 6.5h16v11H4zM8 14v-4M8 12h3M11 10v4M14 10v4h1.2a1.8 1.8 0 0 0 1.8-2 1.8 1.8 0 0 0-1.8-2z';
export const leaf = 'M5.5 18.5C5 10 10 5.5 19 5.5c0 9-4.5 13.5-11 12M5 20c1.5-4.5 4-7.5 8-9.5';
export const danmaku =
  'M8 5.5h10.5a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2h-4l-3.5 3.5v-3.5H9M12 9h5M12 12h3M3.5 8H8M5 11.5h3.5M3.5 15H6';
export const gauge = 'M6.3 18a8 8 0 1 1 11.4 0M12 13.5l3.5-4';
export const chapters = 'M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.01M4.5 12h.01M4.5 17.5h.01';
export const figures = 'M5 19.5v-6M12 19.5v-14M19 19.5v-9';
// Two or three that others have too: theirs come with the shop, for which no picture waits.
export const cross = 'M6 6l12 12M18 6L6 18';
export const check = 'M5 12.5l4.5 4.5L19 7.5';
export const left = 'M14.5 6l-6 6 6 6';
export const right = 'M9.5 6l6 6-6 6';

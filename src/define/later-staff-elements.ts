import { defineLater } from './later.js';

/**
 * What of the staff's elements not every page of theirs has. The desk shows a report in its own shadow root, a guide's desk
 * the way to a poster.
 */
defineLater(
  {
    'qun-room-report': () => import('./qun-room-report.js'),
    'qun-guide-desk': () => import('./qun-guide-desk.js'),
    'qun-share-poster': () => import('./qun-share-poster.js'),
  },
  'qun-host-desk,qun-guide-desk',
);

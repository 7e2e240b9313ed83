import { defineLater } from './later.js';

/** What of the staff's elements not every page of theirs has. The desk shows a report in its own shadow root. */
defineLater(
  {
    'qun-room-report': () => import('./qun-room-report.js'),
    'qun-guide-desk': () => import('./qun-guide-desk.js'),
  },
  'qun-host-desk',
);

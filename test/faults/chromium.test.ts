/** Every fault of a live origin, as a viewer in Chromium meets it. */
import { openChromium } from './browsers.js';
import { rows } from './rows.js';
import { tryRows } from './try-rows.js';

tryRows('Chromium', rows, () => openChromium(), {
  seconds: 6,
  patienceS: 3,
  requestsPerSecond: 1,
  atOnce: 5,
});

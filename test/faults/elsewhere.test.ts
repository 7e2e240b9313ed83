/**
 * The worst of them in other browsers. Where a browser plays playlists by itself, as Apple's do, Chromium's own player
 * stands in for Safari's: it asks for playlists at its own pace, and where it has lost its way it is opened anew, which
 * takes a moment longer. Firefox is tried where there is one, or one can be had.
 */
import { ensureFirefox, openChromium, openFirefox } from './browsers.js';
import { rows } from './rows.js';
import { tryRows } from './try-rows.js';

const some = rows.filter(({ everywhere }) => everywhere);
tryRows('Chromium, native', some, () => openChromium({ apple: true }), {
  seconds: 6,
  patienceS: 5,
  requestsPerSecond: 2,
  atOnce: 5,
});

const firefox = ensureFirefox();
if (firefox) {
  tryRows('Firefox', some, () => openFirefox(firefox), {
    seconds: 6,
    patienceS: 3,
    requestsPerSecond: 1,
    atOnce: 5,
  });
} else {
  // No check at all: what was not tried has not passed.
  process.stderr.write(
    'Firefox is not here and could not be had: nothing was tried in it. FIREFOX_PATH may name one.\n',
  );
}

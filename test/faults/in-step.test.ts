/** What a player knows of its picture's date, and what can be done with that, in every browser that can be had. */
import { ensureFirefox, openChromium, openFirefox } from './browsers.js';
import { GUESSED_S, tryInStep } from './in-step.js';

tryInStep('Chromium', 'all', () => openChromium());
tryInStep('Chromium, native', 'dates', () => openChromium({ apple: true }), GUESSED_S);
const firefox = ensureFirefox();
if (firefox) tryInStep('Firefox', 'all', () => openFirefox(firefox));
else process.stderr.write('Firefox is not here and could not be had: no dates were tried in it.\n');

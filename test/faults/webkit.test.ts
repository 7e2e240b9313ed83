/**
 * The player in WebKit, the engine of Safari, as GTK's browser has it: its elements, its media sources and its manners,
 * though not Apple's own player for playlists. Tried where it is, or can be had.
 */
import { rows } from './rows.js';
import { tryInStep } from './in-step.js';
import { tryRows } from './try-rows.js';
import { ensureWebKit, openWebKit } from './webkit.js';

const binary = ensureWebKit();
if (binary) {
  const names = [
    '503',
    'connection reset',
    'encoder drop',
    'media-sequence restart',
    'missing segment',
    'expired token',
  ];
  const some = rows.filter(({ name }) => names.includes(name));
  const open = () => openWebKit(binary);
  tryRows('WebKitGTK', some, open, { seconds: 6, patienceS: 5, requestsPerSecond: 1, atOnce: 2 });
  tryInStep('WebKitGTK', 'dates', open);
} else {
  // No check at all: what was not tried has not passed.
  process.stderr.write('WebKitGTK is not here and could not be had: nothing was tried in it.\n');
}

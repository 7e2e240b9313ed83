import { LENGTH } from '../show/time.js';
import { broken, melody, pads } from './score.js';
import { pad, pluck, room, silence } from './synth.js';
import { wav } from './wav.js';

/** The show's music, three rounds of the loop, about -20 LUFS. */
export function music(): Buffer {
  const loop = silence(LENGTH);
  pluck(loop, melody(), 1, 4.5);
  pluck(loop, broken(), 0.5, 5);
  pad(loop, pads(), 0.036);
  return wav(room(loop, 0.2), 1.38, 3);
}

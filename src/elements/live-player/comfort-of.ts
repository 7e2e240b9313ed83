import type { ComfortView } from './comfort-view.js';
import type { Inside } from './controls.js';
import type { KeyWish } from './keys.js';

/** The player as its comforts see it. */
export function comfortOf(inside: Inside, wish: (wish: KeyWish) => void): ComfortView {
  const { host, stream, voice } = inside;
  return {
    host,
    video: stream.video,
    voice,
    get state() {
      return inside.face().state;
    },
    get said() {
      const { words } = inside.face();
      return words ? voice.t(words) : '';
    },
    get playing() {
      return stream.intent.moving && !stream.intent.blocked;
    },
    get live() {
      return inside.live();
    },
    get mini() {
      return host.mini;
    },
    get poster() {
      return inside.poster();
    },
    get room() {
      return inside.room();
    },
    playback: () => stream.playback,
    play: () => void host.play(),
    pause: () => host.pause(),
    toggle: () => wish('toggle'),
    toggleSound: () => wish('sound'),
    seek: time => host.seek(time),
  };
}

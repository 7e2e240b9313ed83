import { Entry } from './entry.js';
import { oursToPlay } from './source-kind.js';

let early: Entry | undefined;

/**
 * For a player that stands in the page already, and will want a picture as soon as it comes to life: its playlists are
 * asked for while it does. What is stale by then is the engine's business, as with any playlist.
 */
export function beginEarly(): void {
  const player = document.querySelector('qun-live-player[src]:not([preload="none"])');
  // What is further away than half a screen waits until it is near.
  if (!player || player.getBoundingClientRect().top > innerHeight * 1.5) return;
  try {
    const src = new URL(player.getAttribute('src')!, document.baseURI).href;
    const video = document.createElement('video');
    if (oursToPlay(video, src, player.getAttribute('engine'))) early = new Entry(src);
  } catch {
    // No URL: the player will say so.
  }
  import('./playback.js').catch(() => undefined);
}

/** What was asked for early of `src`, once; undefined where there is none. */
export function takeEarly(src: string): Entry | undefined {
  const taken = early;
  if (taken?.url !== src) return undefined;
  early = undefined;
  return taken;
}

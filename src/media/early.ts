import { Entry } from './entry.js';
import { oursToPlay } from './source-kind.js';

/** A live playlist that has waited for longer tells of what is over, ms. */
const FRESH_MS = 4000;

let early: { entry: Entry; at: number } | undefined;

/**
 * For a player that stands in the page already, and will want a picture as soon as it comes to life: its playlists are
 * asked for while it does.
 */
export function beginEarly(): void {
  const player = document.querySelector('qun-live-player[src]:not([preload="none"])');
  if (!player) return;
  const { top, bottom } = player.getBoundingClientRect();
  // What is further away than half a screen waits until it is near.
  if (top > innerHeight * 1.5 || bottom < innerHeight / -2) return;
  try {
    const src = new URL(player.getAttribute('src')!, document.baseURI).href;
    const ours = oursToPlay(document.createElement('video'), src, player.getAttribute('engine'));
    if (ours) early = { entry: new Entry(src), at: performance.now() };
  } catch {
    // No URL: the player will say so.
  }
  void import('./playback.js').catch(() => undefined);
}

/** What was asked for early of `src`, once; undefined where there is none, or it is stale. */
export function takeEarly(src: string): Entry | undefined {
  const taken = early;
  if (taken?.entry.url !== src) return undefined;
  early = undefined;
  if (performance.now() - taken.at < FRESH_MS) return taken.entry;
  taken.entry.stop();
  return undefined;
}

const FILES = /\.(mp4|m4v|mov|webm|ogv|ogg|mp3|m4a|aac)$/i;

/** Whether `src` is a playlist. What names no file type is taken for one, since live addresses often do not. */
export function isPlaylist(src: string): boolean {
  try {
    return !FILES.test(new URL(src, document.baseURI).pathname);
  } catch {
    return true; // an address that is none: the engine will say so
  }
}

const HLS_TYPE = 'application/vnd.apple.mpegurl';

/** The browser claims to play playlists by itself. Chromium says so too, and plays live ones badly. */
export function playsNatively(video: HTMLVideoElement): boolean {
  return video.canPlayType(HLS_TYPE) !== '';
}

/** Safari and every browser of iOS: their own player is the good one there, with AirPlay and without a byte of engine. */
export function prefersNative(video: HTMLVideoElement, vendor = navigator.vendor): boolean {
  return vendor.startsWith('Apple') && playsNatively(video);
}

/** Media Source Extensions in any of their shapes; without them no engine is worth fetching. */
export function hasMediaSource(scope: object = globalThis): boolean {
  return ['ManagedMediaSource', 'MediaSource', 'WebKitMediaSource'].some(name => name in scope);
}

/** Whether our engine plays `src`, and so may have something fetched for it ahead. */
export function oursToPlay(video: HTMLVideoElement, src: string, engine?: string | null): boolean {
  const asked = engine ? engine === 'hls' : !prefersNative(video);
  return asked && isPlaylist(src) && hasMediaSource();
}

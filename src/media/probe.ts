import { readVariants } from './variants.js';
import { isPlaylist } from './source-kind.js';

/**
 * What a look at a source found: `live` and `over` are playable playlists, `file` something else that is there.
 * `unknown`: no answer, or one this page may not read; only trying will tell.
 */
export interface Probe {
  found: 'live' | 'over' | 'file' | 'missing' | 'refused' | 'unknown';
  /** Sequence number after the newest segment. */
  end?: number;
  /** Absolute address of the rendition that was read, where there are several; … */
  rendition?: string;
  /** … and whether another one is gone. */
  lost?: boolean;
}

/** How an HTTP status bears on a stream; undefined for the good ones. */
export function statusMeans(status: number): 'missing' | 'refused' | 'unknown' | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (status === 404 || status === 410) return 'missing';
  return status === 401 || status === 403 || status === 451 ? 'refused' : 'unknown';
}

/** Reads a media playlist. One without segments counts as missing: the encoder has not begun. */
export function readPlaylist(text: string): Probe {
  const segments = text.match(/^#EXTINF:/gm)?.length ?? 0;
  if (segments === 0) return { found: 'missing' };
  const first = Number(/^#EXT-X-MEDIA-SEQUENCE:(\d+)/m.exec(text)?.[1] ?? 0);
  return { found: /^#EXT-X-ENDLIST/m.test(text) ? 'over' : 'live', end: first + segments };
}

/** Looks whether `src` can be played, without playing it. Three small requests at most. */
export async function probe(src: string, signal: AbortSignal): Promise<Probe> {
  try {
    const playlist = isPlaylist(src);
    // A cached answer would hide the very change that is looked for.
    const get = (url: string) => fetch(url, { method: playlist ? 'GET' : 'HEAD', cache: 'no-store', signal });
    let answer = await get(src);
    let meaning = statusMeans(answer.status);
    if (meaning) return { found: meaning };
    if (!playlist) return { found: 'file' };
    let text = await answer.text();
    const renditions = new Set(readVariants(text, answer.url || src).map(({ url }) => url));
    let read: Pick<Probe, 'rendition' | 'lost'> = {};
    let lost = false;
    // One rendition may be gone while the others play on.
    for (const rendition of [...renditions].slice(0, 2)) {
      answer = await get(rendition);
      meaning = statusMeans(answer.status);
      lost ||= meaning !== undefined;
      if (!meaning) {
        text = await answer.text();
        if (renditions.size > 1) read = { rendition, lost };
        break;
      }
    }
    if (meaning) return { found: meaning };
    return text.trimStart().startsWith('#EXTM3U') ? { ...readPlaylist(text), ...read } : { found: 'file' };
  } catch {
    return { found: 'unknown' }; // offline, refused by CORS, or aborted
  }
}

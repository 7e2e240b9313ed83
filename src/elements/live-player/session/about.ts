import type { ComfortView } from '../comfort-view.js';

/** What the system shows of what plays. */
export interface About {
  readonly title: string;
  readonly artist: string;
  /** Absolute addresses. */
  readonly artwork: readonly string[];
}

/** The show's own name and host where there is a room, else the page's. */
export function aboutShow({ room, poster, voice }: ComfortView): About {
  const pictures = [poster, room?.share.picture, room?.host.avatar];
  return {
    title: voice.words(room?.title) || document.title,
    artist: voice.words(room?.host.name) || location.hostname,
    artwork: pictures.flatMap(picture => absolute(picture) ?? []),
  };
}

function absolute(url: string | undefined): string | undefined {
  try {
    return url && new URL(url, document.baseURI).href;
  } catch {
    return undefined;
  }
}

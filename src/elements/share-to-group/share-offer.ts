import type { Speech } from '../../base/speech.js';
import { safeUrl } from '../../core/link.js';
import type { ShareOffer } from '../../events/qun-share-event.js';
import { pageLink } from '../../platform/share-link.js';
import type { Phase } from '../../protocol/index.js';
import type { Room } from '../../stores/room.js';

/** What the page says itself; it counts before what the room says. */
export interface OwnOffer {
  readonly title: string | undefined;
  readonly text: string | undefined;
  readonly url: string | undefined;
  readonly picture: string | undefined;
}

/** A link in a group has to say at a glance whether there is anything on. */
const TITLES: Partial<Record<Phase, 'share.live' | 'share.warmup' | 'share.replay'>> = {
  warmup: 'share.warmup',
  live: 'share.live',
  paused: 'share.live',
  interrupted: 'share.live',
  replay: 'share.replay',
};

/** What is passed on now. */
export function shareOffer(own: OwnOffer, room: Room | undefined, { t, words }: Speech): ShareOffer {
  const state = room?.$state.get();
  const absolute = (url: string | undefined) => safeUrl(url, document.baseURI);
  const roomTitle = words(state?.share.title ?? state?.title);
  const key = state && TITLES[state.phase];
  const titled = roomTitle && key ? t(key, { title: roomTitle }) : roomTitle;
  const picture = own.picture
    ? absolute(own.picture)
    : room?.resolve(state?.share.picture ?? state?.stream?.poster);
  return {
    title: own.title ?? (titled || document.title),
    text: own.text ?? words(state?.share.text),
    url: absolute(own.url) ?? room?.resolve(state?.share.url) ?? pageLink(document),
    ...(picture && { picture }),
  };
}

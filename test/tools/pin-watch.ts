import type { Page } from 'playwright-core';
import { until } from './until.js';

/** A product's card came up over the picture. Dates in ms since 1970. */
export interface Sighting {
  id: string;
  /** Date of the picture that was on screen in that frame. */
  picture: number;
  /** Date the pin belongs to. */
  mediaAt: number;
}

interface LiveRoomElement extends HTMLElement {
  roomStore?: {
    $state: { get(): { pins: Pin[] } | undefined };
    $shown: { get(): { pins: Pin[] } | undefined };
    $chapters: { get(): readonly { productId: string; at: number }[] };
  };
}
interface Pin {
  productId: string;
  mediaAt: number;
}

/** The loader that runs these files names inner functions by a helper of its own, which a page does not have. */
const named = (page: Page) => page.evaluate('globalThis.__name ??= value => value');

/** Looks at the pinned products of a page's room at every frame it draws. */
export class PinWatch {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async begin(page: Page): Promise<PinWatch> {
    await named(page);
    await page.evaluate(() => {
      const room = document.querySelector<LiveRoomElement>('qun-live-room')!;
      const sightings: Sighting[] = [];
      (globalThis as unknown as { sightings: Sighting[] }).sightings = sightings;
      let before: string[] = [];
      const look = () => {
        const inside = room.shadowRoot!;
        const player = inside.querySelector<HTMLElement & { playheadDate?: number }>('qun-live-player');
        const stage = inside.querySelector('qun-product-carousel[view=pinned]')?.shadowRoot;
        const cards = [...(stage?.querySelectorAll<HTMLElement>('[part~=card]:not(.leaving)') ?? [])];
        const ids = cards.map(card => card.dataset.id!);
        for (const id of ids) {
          if (before.includes(id)) continue;
          const pin = room.roomStore?.$shown.get()?.pins.find(one => one.productId === id);
          if (pin && player?.playheadDate !== undefined)
            sightings.push({ id, picture: player.playheadDate, mediaAt: pin.mediaAt });
        }
        before = ids;
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    return new PinWatch(page);
  }

  seen(): Promise<Sighting[]> {
    return this.#page.evaluate(() => (globalThis as unknown as { sightings: Sighting[] }).sightings);
  }

  /** The sighting of `id` after the first `since` ones. */
  async sees(id: string, since = 0): Promise<Sighting> {
    let found: Sighting | undefined;
    await until(`${id} is pinned on the picture`, async () => {
      found = (await this.seen()).slice(since).find(one => one.id === id);
      return found !== undefined;
    });
    return found!;
  }
}

/** What the room of a page shows, and what its player says of the picture. */
export async function lookAt(page: Page) {
  await named(page);
  return page.evaluate(() => {
    const room = document.querySelector<LiveRoomElement>('qun-live-room')!;
    const player = room.shadowRoot?.querySelector<
      HTMLElement & { playheadDate?: number; latency?: number; currentTime: number; state: string }
    >('qun-live-player');
    const ids = (pins: Pin[] | undefined) => pins?.map(one => one.productId);
    return {
      truth: ids(room.roomStore?.$state.get()?.pins),
      shown: ids(room.roomStore?.$shown.get()?.pins),
      chapters: room.roomStore?.$chapters.get().map(({ productId, at }) => ({ productId, at })),
      date: player?.playheadDate,
      latency: player?.latency,
      time: player?.currentTime,
      state: player?.state,
    };
  });
}

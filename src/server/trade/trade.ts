import { QunError } from '../../protocol/index.js';
import type { RoomStore } from '../store/room-store.js';
import { MerchantKey } from './merchant-key.js';
import { Purchases, type PurchaseRoom } from './purchases.js';
import { WebhookSender, type WebhookWatch } from './webhook-sender.js';

export interface TradeOptions {
  /** Shared with the merchant's backend; several while one takes the place of another. Default: none, no orders come in. */
  secrets?: readonly string[] | undefined;
  /** Where claims, reservations and orders are told. Default: nowhere. */
  webhook?: string | undefined;
  /** How often it is looked for what is new, ms. Default 1000. */
  everyMs?: number | undefined;
}

export interface TradePlace {
  store: RoomStore;
  rooms: () => readonly PurchaseRoom[];
  /** Server time, ms. */
  now: () => number;
  watch?: WebhookWatch | undefined;
  warn?: ((fields: object, message: string) => void) | undefined;
}

/** What goes on between the rooms and the merchant's own systems. */
export class Trade {
  readonly key: MerchantKey;
  readonly #place: TradePlace;
  readonly #sender: WebhookSender | undefined;
  readonly #purchases = new Map<PurchaseRoom, Purchases>();
  readonly #timer: NodeJS.Timeout | undefined;

  /** Throws `bad-config`. Looks around from the start. */
  constructor({ secrets = [], webhook, everyMs = 1000 }: TradeOptions, place: TradePlace) {
    this.key = new MerchantKey(secrets);
    this.#place = place;
    const { store, rooms, now, watch, warn } = place;
    if (webhook !== undefined) {
      const url = addressOf(webhook, this.key);
      const ids = () => rooms().map(room => room.id);
      this.#sender = new WebhookSender({ url, key: this.key, store, rooms: ids, now, watch, warn });
    }
    if (!this.key.known) return;
    let busy = false;
    const look = () => {
      if (busy) return;
      busy = true;
      void this.look().finally(() => (busy = false));
    };
    this.#timer = setInterval(look, everyMs).unref();
    look();
  }

  /** Tells the rooms what is bought and the books what has happened. A store that is away is asked next time. */
  async look(): Promise<void> {
    const looks = this.#place.rooms().map(room => {
      const known = this.#purchases.get(room) ?? new Purchases(room, this.#place.store);
      this.#purchases.set(room, known);
      return known.look();
    });
    await Promise.allSettled([...looks, this.#sender?.round()]);
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#sender?.close();
  }
}

function addressOf(webhook: string, key: MerchantKey): string {
  const url = URL.canParse(webhook) ? new URL(webhook) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new QunError('bad-config', {
      detail: 'QUNLIVE_WEBHOOK: an address such as https://shop.example/qunlive',
    });
  }
  if (!key.known) {
    throw new QunError('bad-config', {
      detail: 'QUNLIVE_WEBHOOK: what is sent there is signed: set QUNLIVE_MERCHANT_SECRET as well',
    });
  }
  return url.href;
}

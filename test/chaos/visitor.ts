import { createRoom } from '../../src/stores/create-room.js';
import type { Room } from '../../src/stores/room.js';
import { SseTransport } from '../../src/transport/sse-transport.js';
import { TestEventSource } from '../fixtures/event-source.js';

const soon = { minMs: 20, maxMs: 200 };

/** A viewer as a page has one: the stores, the transport, its retries; all but the page. */
export class Visitor {
  readonly room: Room;
  readonly #leave: () => void;
  /** Texts of comments that were accepted. */
  readonly said: string[] = [];

  /** `url`: of a room. */
  constructor(url: string, { token }: { token?: string } = {}) {
    const transport = new SseTransport({
      url,
      EventSource: TestEventSource,
      storage: () => undefined,
      feed: { backOff: soon, silenceMs: 8000 },
      outbox: { backOff: soon },
      ...(token === undefined ? {} : { token }),
    });
    this.room = createRoom({ transport });
    this.#leave = this.room.retain();
  }

  get code(): string | undefined {
    const claim = this.room.$claims.get().plain;
    return claim?.status === 'claimed' ? claim.claim.code : undefined;
  }

  /** Taps until there is an answer. */
  async claim(): Promise<string> {
    for (;;) {
      const { status } = await this.room.claimCoupon('plain');
      if (status !== 'failed') return status;
    }
  }

  /** Says it until it is accepted, as the same comment. */
  async say(text: string): Promise<void> {
    let sent = await this.room.sendComment(text);
    while (!sent) {
      const own = this.room.$comments.get().find(one => one.text === text && one.status === 'failed');
      if (!own) throw new Error(`"${text}" is gone from the own screen`);
      sent = await this.room.retryComment(own.id);
    }
    this.said.push(text);
  }

  /** Resolves when `is` holds; looked at whenever the room changes. */
  until(is: () => boolean): Promise<void> {
    const { $state, $connection, $claims, $comments } = this.room;
    return new Promise(resolve => {
      const offs: (() => void)[] = [];
      const look = () => {
        if (!is()) return;
        for (const off of offs) off();
        resolve();
      };
      for (const store of [$state, $connection, $claims, $comments]) offs.push(store.listen(look));
      look();
    });
  }

  leave(): void {
    this.#leave();
  }
}

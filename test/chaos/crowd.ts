import type { Pair } from '../fixtures/server-pair.js';

/** A code that a viewer was told is theirs. */
export interface Won {
  viewer: string;
  code: string;
}

/** What the viewers were told, and only that: what came after the answer is the store's to keep. */
export interface Told {
  won: Won[];
  soldOut: number;
  /** Texts of the comments that were accepted. */
  said: string[];
  /** Answers that said to come back later. */
  put: number;
}

interface Visitor {
  id: string;
  token: string;
}

/** Longest wait before a command is sent again, whatever the answer says, ms. */
const PATIENCE = 250;
/** Commands under way at the same time. */
const AT_ONCE = 64;

/**
 * Viewers of two servers who all want the coupon and all say something: every one claims at the one server and at the
 * other, each time with a key of its own, and asks again with the same key while the answer is that it will pass.
 */
export class Crowd {
  readonly told: Told = { won: [], soldOut: 0, said: [], put: 0 };
  /** Taps again while the coupon is not open. */
  patient = false;
  readonly #pair: Pair;
  readonly #visitors: Visitor[] = [];

  static async join(pair: Pair, size: number): Promise<Crowd> {
    const crowd = new Crowd(pair);
    for (let i = 0; i < size; i += 1) {
      const { token, viewer } = await pair.servers[i % 2]!.join();
      crowd.#visitors.push({ id: viewer.id, token });
    }
    return crowd;
  }

  private constructor(pair: Pair) {
    this.#pair = pair;
  }

  get viewers(): string[] {
    return this.#visitors.map(({ id }) => id);
  }

  /** Resolves when everybody has had all answers. `answered` is called with how many claims were answered so far. */
  async rush(answered: (claims: number) => void): Promise<void> {
    let claims = 0;
    const visits = this.#visitors.flatMap((visitor, i) => [
      async () => {
        await this.#claim(visitor, i % 2, `first-${i}`);
        answered((claims += 1));
      },
      () => this.#say(visitor, (i + 1) % 2, `words of ${visitor.id}`),
      async () => {
        await this.#claim(visitor, (i + 1) % 2, `second-${i}`);
        answered((claims += 1));
      },
    ]);
    // Everybody's first wish, then everybody's second: a viewer's own come one after the other.
    const waves = [0, 1, 2].map(n => visits.filter((_, i) => i % 3 === n));
    for (const wave of waves) await eachAtOnce(wave, AT_ONCE);
  }

  async #claim({ id, token }: Visitor, server: number, key: string): Promise<void> {
    for (let tap = 1; ; tap += 1) {
      const claim = { type: 'coupon.claim', couponId: 'plain' };
      const answer = await this.#send(server, token, `${key}-${tap}`, claim);
      const { result, code } = JSON.parse(answer) as { result: string; code?: string };
      if (code !== undefined) this.told.won.push({ viewer: id, code });
      else if (result === 'sold-out') this.told.soldOut += 1;
      else if (result !== 'not-open' || !this.patient) throw new Error(`a claim came to ${result}`);
      if (result !== 'not-open') return;
      // Somebody who waits for it to be opened again taps again.
      await new Promise(resolve => setTimeout(resolve, PATIENCE));
    }
  }

  async #say({ id, token }: Visitor, server: number, text: string): Promise<void> {
    await this.#send(server, token, `say-${id}`, { type: 'comment.send', text });
    this.told.said.push(text);
  }

  async #send(server: number, token: string, key: string, command: object): Promise<string> {
    for (;;) {
      const { status, text, body } = await this.#pair.servers[server]!.send(token, command, key);
      if (status === 200) return text;
      if (status !== 503 && status !== 429) throw new Error(`${status} ${text}`);
      this.told.put += 1;
      const wait = Math.min(PATIENCE, body.error?.retryAfterMs ?? PATIENCE);
      await new Promise(resolve => setTimeout(resolve, wait * (0.5 + Math.random() / 2)));
    }
  }
}

async function eachAtOnce(works: readonly (() => Promise<void>)[], atOnce: number): Promise<void> {
  const waiting = [...works].reverse();
  const worker = async () => {
    for (let work = waiting.pop(); work; work = waiting.pop()) await work();
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

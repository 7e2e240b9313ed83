import type { ControlEvent, HostCommand, RoomState } from 'qunlive/protocol.js';

/** Seconds into the recording at which each product is on the table. */
export interface Cue {
  atSeconds: number;
  productId: string;
}

export interface AutoHostOptions {
  cues: readonly Cue[];
  /** Length of the recording, seconds. */
  loopSeconds: number;
  /** How far viewers are behind the encoder, ms: what is pinned should be what they see. */
  behindMs: number;
  state(): RoomState;
  command(command: HostCommand): Promise<unknown>;
  now?: () => number;
}

/** Which product the picture shows at wall clock `now`, the recording being laid end to end since the epoch. */
export function cueAt(
  { cues, loopSeconds, behindMs }: Pick<AutoHostOptions, 'cues' | 'loopSeconds' | 'behindMs'>,
  now: number,
): string | undefined {
  const seconds = ((((now - behindMs) / 1000) % loopSeconds) + loopSeconds) % loopSeconds;
  return (
    [...cues].reverse().find(cue => cue.atSeconds <= seconds)?.productId ?? cues[cues.length - 1]?.productId
  );
}

/** What else only a person at the desk does. */
const handled = new Set<string>([
  'room.phase',
  'room.notice',
  'coupon.open',
  'coupon.stop',
  'comment.redact',
]);

/** Pins what the picture shows, while nobody sits at the desk. */
export class AutoHost {
  readonly #options: AutoHostOptions;
  #timer: ReturnType<typeof setInterval> | undefined;
  #pinned: string | undefined;
  /** Pins and unpins of its own that have not come back by the feed yet. */
  readonly #own: string[] = [];

  constructor(options: AutoHostOptions) {
    this.#options = options;
  }

  get on(): boolean {
    return this.#timer !== undefined;
  }

  start(): void {
    this.#timer ??= setInterval(() => void this.step(), 1000);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Hears everything that happens in the room: what it did not do itself was somebody at the desk, so it steps back. */
  saw({ type, data }: ControlEvent): void {
    if (type === 'pin.add' || type === 'pin.remove') {
      const at = this.#own.indexOf(`${type} ${data.productId}`);
      if (at >= 0) this.#own.splice(at, 1);
      else this.stop();
    } else if (handled.has(type)) this.stop();
  }

  /** Changes the pin if the picture has moved on. Touches only the pin it set itself. */
  async step(): Promise<void> {
    const { state, now = Date.now } = this.#options;
    if (state().phase !== 'live') return;
    const productId = cueAt(this.#options, now());
    if (!productId || productId === this.#pinned) return;
    const before = this.#pinned;
    this.#pinned = productId;
    await this.#pin('pin.add', productId);
    if (before) await this.#pin('pin.remove', before);
  }

  async #pin(type: 'pin.add' | 'pin.remove', productId: string): Promise<void> {
    const pinned = this.#options.state().pins.some(pin => pin.productId === productId);
    if (pinned === (type === 'pin.add')) return;
    this.#own.push(`${type} ${productId}`);
    await this.#options.command({ type, productId });
  }
}

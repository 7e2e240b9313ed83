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
  state(): RoomState;
  command(command: HostCommand): Promise<unknown>;
  now?: () => number;
}

/**
 * Which product is before the camera at wall clock `now`, and since when, the recording being laid end to end since the
 * epoch. How late a viewer's picture is makes no difference: each gets the pin with the frame it belongs to.
 */
export function cueAt(
  { cues, loopSeconds }: Pick<AutoHostOptions, 'cues' | 'loopSeconds'>,
  now: number,
): { productId: string; since: number } | undefined {
  const seconds = (now / 1000) % loopSeconds;
  const cue = [...cues].reverse().find(one => one.atSeconds <= seconds) ?? cues[cues.length - 1];
  if (!cue) return undefined;
  const ago = (seconds - cue.atSeconds + loopSeconds) % loopSeconds;
  return { productId: cue.productId, since: Math.round(now - ago * 1000) };
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
    const { productId, since } = cueAt(this.#options, now()) ?? {};
    if (!productId || productId === this.#pinned) return;
    const before = this.#pinned;
    this.#pinned = productId;
    await this.#pin('pin.add', productId, since);
    if (before) await this.#pin('pin.remove', before, since);
  }

  async #pin(type: 'pin.add' | 'pin.remove', productId: string, mediaAt?: number): Promise<void> {
    const pinned = this.#options.state().pins.some(pin => pin.productId === productId);
    if (pinned === (type === 'pin.add')) return;
    this.#own.push(`${type} ${productId}`);
    await this.#options.command({ type, productId, mediaAt });
  }
}

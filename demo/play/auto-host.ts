import type { HostCommand, RoomState } from 'qunlive/protocol.js';

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
export function cueAt({ cues, loopSeconds, behindMs }: Pick<AutoHostOptions, 'cues' | 'loopSeconds' | 'behindMs'>, now: number): string | undefined {
  const seconds = (((now - behindMs) / 1000) % loopSeconds + loopSeconds) % loopSeconds;
  return [...cues].reverse().find(cue => cue.atSeconds <= seconds)?.productId ?? cues[cues.length - 1]?.productId;
}

/** Pins what the picture shows, while nobody sits at the desk. */
export class AutoHost {
  readonly #options: AutoHostOptions;
  #timer: ReturnType<typeof setInterval> | undefined;
  #pinned: string | undefined;

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

  /** Changes the pin if the picture has moved on. Touches only the pin it set itself. */
  async step(): Promise<void> {
    const { state, command, now = Date.now } = this.#options;
    if (state().phase !== 'live') return;
    const productId = cueAt(this.#options, now());
    if (!productId || productId === this.#pinned) return;
    const before = this.#pinned;
    this.#pinned = productId;
    await command({ type: 'pin.add', productId });
    if (before) await command({ type: 'pin.remove', productId: before });
  }
}

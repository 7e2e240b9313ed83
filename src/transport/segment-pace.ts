import { range } from '../core/range.js';
import type { Comment, Segment, Tick } from '../protocol/index.js';

/** Between two words of one segment, ms: as often as a feed ticks. */
const STEP_MS = 500;

/** Tells one segment after the other as ticks: figures at once, comments over as long as they took when they were said. */
export class SegmentPace {
  readonly #tell: (tick: Tick) => void;
  #waiting: { at: number; tick: Tick }[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #online = 0;

  constructor(tell: (tick: Tick) => void) {
    this.#tell = tell;
  }

  /** `spreadMs`: over how long; 0: all at once, as for somebody who has to catch up. */
  take(segment: Segment, spreadMs: number): void {
    this.flush();
    const { epoch, seq, to, comments, more, commentCount, likes, left, sales, asked, happened } = segment;
    this.#online = segment.online ?? this.#online;
    const bare: Tick = { v: 1, epoch, seq, at: to, online: this.#online, comments: [], more: 0, left: {} };
    const [now = [], ...later] = steps(comments, segment, spreadMs);
    const figures = {
      ...(commentCount !== undefined && { commentCount }),
      ...(likes !== undefined && { likes }),
      ...(sales && { sales }),
      ...(asked && { asked }),
      ...(happened && { happened }),
    };
    this.#tell({ ...bare, ...figures, left, comments: now, more });
    const begun = Date.now();
    later.forEach((group, i) => {
      if (group.length > 0)
        this.#waiting.push({ at: begun + (i + 1) * STEP_MS, tick: { ...bare, comments: group } });
    });
    this.#wait();
  }

  /** Tells at once what waits. */
  flush(): void {
    clearTimeout(this.#timer);
    for (const { tick } of this.#waiting.splice(0)) this.#tell(tick);
  }

  /** Tells nothing any more. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#waiting = [];
  }

  #wait(): void {
    const [next] = this.#waiting;
    if (!next) return;
    this.#timer = setTimeout(() => {
      this.#waiting.shift();
      this.#tell(next.tick);
      this.#wait();
    }, next.at - Date.now());
  }
}

/** Comments by the step in which they are told: as they were said, from the first moment on. */
function steps(comments: readonly Comment[], { from, to }: Segment, spreadMs: number): Comment[][] {
  const count = Math.max(1, Math.floor(spreadMs / STEP_MS));
  const groups: Comment[][] = range(1, count).map(() => []);
  // The oldest may have been said a little before the window.
  const begin = Math.min(from, ...comments.map(({ at }) => at));
  for (const comment of comments) {
    const part = (comment.at - begin) / (to - begin);
    groups[Math.min(count - 1, Math.max(0, Math.floor(part * count)))]!.push(comment);
  }
  return groups;
}

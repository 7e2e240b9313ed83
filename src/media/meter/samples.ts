import type { SummaryMetric } from '../../core/metric.js';
import type { Sample } from './journal.js';
import { Spread } from './spread.js';

/** What is looked at from time to time, rather than told by an event. */
export class Samples {
  readonly #latency = new Spread();
  #bits = 0;
  #weighedMs = 0;
  #quality: string | undefined;
  #switches = 0;
  #dropped = 0;
  #total = 0;
  #counted = { dropped: 0, total: 0 };

  /** `playedMs`: for so long it has moved since the last one. */
  add(sample: Sample, playedMs: number): void {
    const { quality, latencyS, live, droppedFrames, totalFrames } = sample;
    if (quality && quality.bitrate > 0) {
      this.#bits += quality.bitrate * playedMs;
      this.#weighedMs += playedMs;
    }
    if (quality) {
      if (this.#quality !== undefined && quality.id !== this.#quality) this.#switches += 1;
      this.#quality = quality.id;
    }
    if (live && playedMs > 0 && latencyS !== undefined) this.#latency.add(latencyS);
    if (droppedFrames !== undefined && totalFrames !== undefined) this.#count(droppedFrames, totalFrames);
  }

  /** A source that is opened anew begins its count again. */
  #count(dropped: number, total: number): void {
    const before = total < this.#counted.total ? { dropped: 0, total: 0 } : this.#counted;
    this.#dropped += Math.max(0, dropped - before.dropped);
    this.#total += total - before.total;
    this.#counted = { dropped, total };
  }

  get figures(): Pick<SummaryMetric, 'latencyS' | 'bitrate' | 'switches' | 'droppedRatio'> {
    const p50 = this.#latency.quantile(0.5);
    const p95 = this.#latency.quantile(0.95);
    return {
      switches: this.#switches,
      ...(p50 !== undefined && p95 !== undefined && { latencyS: { p50, p95 } }),
      ...(this.#weighedMs > 0 && { bitrate: Math.round(this.#bits / this.#weighedMs) }),
      ...(this.#total > 0 && { droppedRatio: Math.min(1, this.#dropped / this.#total) }),
    };
  }
}

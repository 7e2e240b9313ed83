import type { Remedy, RemedyOutcome, SummaryMetric } from '../../core/metric.js';

/** Which remedies were tried, and what came of each. */
export class Remedies {
  readonly #told: (remedy: Remedy, outcome: RemedyOutcome, ms: number) => void;
  readonly #counts: Partial<Record<Remedy, Partial<Record<RemedyOutcome, number>>>> = {};
  #open: { readonly remedy: Remedy; readonly at: number } | undefined;

  constructor(told: (remedy: Remedy, outcome: RemedyOutcome, ms: number) => void) {
    this.#told = told;
  }

  get counts(): SummaryMetric['recoveries'] {
    return JSON.parse(JSON.stringify(this.#counts)) as SummaryMetric['recoveries'];
  }

  /** `at`: ms. */
  try(remedy: Remedy, at: number): void {
    this.settle('another', at);
    this.#open = { remedy, at };
  }

  settle(outcome: RemedyOutcome, at: number): void {
    if (!this.#open) return;
    const { remedy, at: since } = this.#open;
    this.#open = undefined;
    const counts = (this.#counts[remedy] ??= {});
    counts[outcome] = (counts[outcome] ?? 0) + 1;
    this.#told(remedy, outcome, Math.max(0, at - since));
  }
}

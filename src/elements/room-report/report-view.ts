import type { FiguresKey } from '../../i18n/desk/figures-words.js';
import type { MessageParams } from '../../i18n/translate.js';
import type { Money, RoomReport } from '../../protocol/index.js';

/** One rendering of the report. */
export interface ReportView {
  readonly report: RoomReport;
  /** BCP 47. */
  readonly language: string;
  /** Of what is drawn, px. */
  readonly width: number;
  /** Two charts stand side by side. */
  readonly wide: boolean;
  /** The span of time that is being looked at. */
  readonly place: number | undefined;
  w(key: FiguresKey, params?: MessageParams): string;
  /** A number of people or things, in full. */
  n(count: number): string;
  /** Sums of several currencies. */
  money(sums: readonly Money[]): string;
  time(at: number): string;
  look(place: number | undefined): void;
}

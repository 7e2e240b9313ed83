import type { QunShareOpenedEvent } from '../../events/qun-share-opened-event.js';
import type { FiguresKey } from '../../i18n/desk/figures-words.js';
import type { MessageParams } from '../../i18n/translate.js';
import type { GuideReport, Money } from '../../protocol/index.js';

/** One rendering of a guide's desk. */
export interface DeskView {
  readonly figures: GuideReport;
  /** BCP 47. */
  readonly language: string;
  /** What the guide passes on, and the page and the name it is made of. */
  readonly link: string;
  readonly page: string;
  readonly share: string;
  /** A room is there, of which a poster can be made. */
  readonly room: boolean;
  readonly code: { path: string; side: number } | undefined;
  readonly copied: 'yes' | 'no' | undefined;
  w(key: FiguresKey, params?: MessageParams): string;
  n(count: number): string;
  money(sums: readonly Money[]): string;
  /** Basis points as the language writes percentages. */
  rate(rateBp: number): string;
  copy(): void;
  save(): void;
  /** A way of passing on was opened. */
  opened(event: QunShareOpenedEvent): void;
}

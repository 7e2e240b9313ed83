import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import '../../i18n/shop-messages.js';
import { lookAt, sourceOf, type FiguresSource } from '../../base/figures-source.js';
import { QunElement } from '../../base/qun-element.js';
import { RefreshController } from '../../base/refresh-controller.js';
import { renderFiguresBlank } from '../../base/render-figures-blank.js';
import { SizeController } from '../../base/size-controller.js';
import { formatMoney } from '../../core/format-money.js';
import { formatNumber, formatTime } from '../../core/format.js';
import { figuresWords, type FiguresKey } from '../../i18n/desk/figures-words.js';
import type { MessageParams } from '../../i18n/translate.js';
import { parse, roomReportSchema, type RoomReport } from '../../protocol/index.js';
import type { Room } from '../../stores/room.js';
import type { Token } from '../../transport/session-keeper.js';
import { base } from '../../styles/base.css.js';
import { button } from '../../styles/button.css.js';
import { tokens } from '../../styles/tokens.css.js';
import { renderChannels, renderGroups, renderTop } from './bar-tables.js';
import { renderDepths } from './depths-chart.js';
import { download, renderFiles } from './files.js';
import type { ReportView } from './report-view.js';
import { roomReport } from './room-report.css.js';
import { renderTiles } from './tiles.js';
import { renderTimes } from './times-chart.js';

/** Between two looks, ms. */
const LOOK_MS = 10_000;
/** From here two charts stand side by side, px. */
const WIDE_PX = 820;

/**
 * What came of a show, for its staff: viewers, orders and sales, how the link travelled, from which groups and by which ways
 * people came, who brought them, and all of it over time. Every drawing is a table too, and can be walked through by keys.
 *
 * @status experimental
 * @since 0.1.0
 *
 * @attr {string} token - A token of the shop's staff. Default: nobody's, and then `figures` or `source` says what is to be seen.
 *
 * @event {QunErrorEvent} qun-error - The report or a file was refused; `error.code` says why. Not cancelable.
 *
 * @slot footer - Below the charts: the shop's own.
 *
 * @csspart base - The wrapper of everything.
 * @csspart figures - The figures above the charts.
 * @csspart chart - One chart with its title.
 * @csspart table - One table.
 * @csspart files - The downloads.
 * @csspart button - Every button.
 *
 * @cssproperty [--padding=16px] - Space around everything.
 */
export class QunRoomReport extends QunElement {
  static override styles = [tokens, base, button, roomReport];

  readonly #size = new SizeController(this, true);
  #followed: FiguresSource | undefined;
  readonly #refresh = new RefreshController<RoomReport>(this, LOOK_MS, error => this.report(error));
  #room: Room | undefined;
  #source: FiguresSource | undefined;

  @state() private place: number | undefined;
  @state() private fetching: string | undefined;
  @state() private failed = false;

  /** The report, as the server's `report` has it. Default: asked of the room's server every ten seconds. */
  @property({ attribute: false }) figures?: RoomReport;

  /** A way of your own to the figures: `json('report')` answers as the server does, `file('report.csv')` with a file. */
  @property({ attribute: false }) source?: FiguresSource;

  /** A token of the shop's staff, or what gives one. */
  @property() token?: Token;

  protected override roomChanged(room: Room | undefined): void {
    this.#room = room;
    this.#look();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const told = changed.has('figures') && !this.figures !== !changed.get('figures');
    if (told || changed.has('source') || changed.has('token')) this.#look();
  }

  #look(): void {
    // Without a token the server would only refuse.
    this.#source = this.source ?? (this.token ? sourceOf(this.#room, this.token) : undefined);
    const source = this.figures ? undefined : this.#source;
    // The room that comes after the source is no reason to ask twice.
    if (source === this.#followed) return;
    this.#followed = source;
    this.#refresh.follow(source && lookAt(source, 'report', body => parse(roomReportSchema, body)));
  }

  readonly #w = (key: FiguresKey, params?: MessageParams): string => figuresWords(this.language, key, params);

  /** Gives a file to the reader. */
  readonly #fetch = async (path: string): Promise<void> => {
    const { room = 'room' } = this.figures ?? this.#refresh.value ?? {};
    this.fetching = path;
    this.failed = false;
    try {
      download(await this.#source!.file!(path), `${room}-${path}`);
    } catch (error) {
      this.failed = true;
      this.report(error, 'network');
    } finally {
      this.fetching = undefined;
    }
  };

  #view(report: RoomReport): ReportView {
    const { language } = this;
    const inner = Math.max(0, this.#size.width - 64);
    return {
      report,
      language,
      width: this.#wide ? (inner - 44) / 2 : inner,
      wide: this.#wide,
      place: this.place,
      w: this.#w,
      n: count => formatNumber(count, language),
      money: sums => sums.map(sum => formatMoney(sum, language)).join(' + ') || '0',
      time: at => formatTime(at, language, report.at),
      look: place => (this.place = place),
    };
  }

  get #wide(): boolean {
    return this.#size.width >= WIDE_PX;
  }

  #renderHead(report: RoomReport): TemplateResult {
    const time = formatTime(report.at, this.language, report.at);
    const behind = this.#refresh.error !== undefined;
    return html`<header>
      <h2>${this.#w('report.label')}</h2>
      <span class=${behind ? 'wrong' : 'muted'} role="status">
        ${this.#w(behind ? 'figures.behind' : 'figures.asOf', { time })}
      </span>
    </header>`;
  }

  #renderReport(report: RoomReport): TemplateResult {
    const view = this.#view(report);
    const files = {
      w: this.#w,
      has: this.#source?.file !== undefined,
      fetching: this.fetching,
      failed: this.failed,
      fetch: (path: string) => void this.#fetch(path),
    };
    return html`${this.#renderHead(report)} ${renderTiles(view)}
      <div class="charts">
        ${
          report.visits === 0 && report.times.length === 0
            ? html`<p class="card muted">${this.#w('report.nothing')}</p>`
            : nothing
        }
        ${report.times.length > 0 ? renderTimes(view) : nothing}
        ${report.depths.some(count => count > 0) ? renderDepths(view) : nothing}
        ${report.channels.length > 0 ? renderChannels(view) : nothing}
        ${report.groups.length > 0 ? renderGroups(view) : nothing}
        ${report.top.length > 0 ? renderTop(view) : nothing}
      </div>
      ${renderFiles(files)}`;
  }

  #renderBlank(): TemplateResult {
    const { error } = this.#refresh;
    const mayNot = error?.code === 'not-allowed' || error?.code === 'token-missing';
    const words = error
      ? mayNot
        ? this.#w('report.notStaff')
        : this.t(`error.${error.code}`)
      : this.#w(this.#source ? 'figures.looking' : 'figures.signIn');
    const again = error && { label: this.#w('figures.again'), act: () => void this.#refresh.again() };
    return renderFiguresBlank(words, again);
  }

  protected override render(): TemplateResult {
    const report = this.figures ?? this.#refresh.value;
    return html`<section
      part="base"
      class="base ${this.#wide ? 'wide' : ''}"
      aria-label=${this.#w('report.label')}
    >
      ${report ? this.#renderReport(report) : this.#renderBlank()}
      <slot name="footer"></slot>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'qun-room-report': QunRoomReport;
  }
}

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import '../../i18n/shop-messages.js';
import { AroundElement } from '../../base/around-element.js';
import { clockFigures } from '../../base/clock-figures.js';
import { StoreController } from '../../base/store-controller.js';
import { TickController } from '../../base/tick-controller.js';
import { formatTime } from '../../core/format.js';
import { safeUrl } from '../../core/link.js';
import { linkFor } from '../../core/share-link.js';
import type { Environment } from '../../platform/environment.js';
import { isCode, type Coupon, type Phase } from '../../protocol/index.js';
import { remindedOf } from '../../stores/reminded.js';
import type { Room } from '../../stores/room.js';
import { base } from '../../styles/base.css.js';
import { button } from '../../styles/button.css.js';
import { icon } from '../../styles/icon.js';
import { layer } from '../../styles/layer.css.js';
import { check } from '../../styles/shop-drawings.js';
import { tokens } from '../../styles/tokens.css.js';
import { CalendarMenu } from './calendar-menu.js';
import { forReserving, renderOffer } from './offer.js';
import { reminder } from './reminder.css.js';
import { Reserving } from './reserving.js';
import { standingOf, type Standing } from './standing.js';

const DAY_MS = 86_400_000;
/** Further ahead than this, days are counted as well. */
const DAYS_FROM_MS = 2 * DAY_MS;
/** How long a show is planned to last where nobody says, minutes. */
const MINUTES = 120;

/** A moment as the page writes it: a date (`2026-11-22T20:00+08:00`) or ms. */
const moment = {
  fromAttribute: (value: string | null): number | undefined => {
    const at = value === null || value === '' ? NaN : /^\d+$/.test(value) ? Number(value) : Date.parse(value);
    return Number.isNaN(at) ? undefined : at;
  },
};

/**
 * Invites to a show that is announced: the time to its start on the server's clock, a button that reserves it, and the ways
 * into the viewer's calendar. Once the show runs it leads there, and to the recording when there is one.
 *
 * @status experimental
 * @since 0.1.0
 *
 * @attr {string} starts-at - When the show is announced for: a date with its time zone, or ms. Default: the room's.
 * @attr {string} show-title - Title of the show. Default: the room's.
 * @attr {string} url - Where the show is watched. Default: the room's own page, else this one.
 * @attr {number} minutes - How long it is planned to last. Default: the room's, else 120.
 * @attr {string} calendar-file - A calendar file of the page's own. Default: one is made here.
 * @attr {string} phase - How the show stands: `warmup`, `live`, `paused`, `interrupted`, `ended` or `replay`. Default: the room's.
 * @attr {boolean} reserved - The viewer has reserved, where no room knows it.
 * @attr {boolean} over-picture - White, for use over a video.
 * @attr {boolean} without-countdown - Where something beside it counts already.
 * @attr {boolean} without-calendar - The button alone.
 *
 * @event {QunRemindEvent} qun-remind - Asks to be reminded, or with `on` false not any more. The page may answer with `respondWith()`, or prevent it and do everything itself; otherwise the room is asked.
 * @event {QunRemindedEvent} qun-reminded - What has come of it: `state` and `reserved`. Not cancelable.
 * @event {QunErrorEvent} qun-error - It came to nothing; the viewer has been told. Not cancelable.
 *
 * @slot - The invitation. Default: the room's.
 *
 * @csspart base - The whole.
 * @csspart time - When the show begins.
 * @csspart countdown - The time to its start.
 * @csspart text - The invitation.
 * @csspart offer - The coupon for those who reserve.
 * @csspart button - Reserves, or takes it back.
 * @csspart calendar - Opens the ways into a calendar.
 * @csspart watch - Leads to the show once it runs, or to its recording.
 * @csspart note - What came of it, or how the show stands.
 * @csspart layer - The ways into a calendar.
 * @csspart way - One of them.
 * @csspart copy-text - The words that are copied.
 * @csspart close - Closes the layer.
 */
export class QunReminder extends AroundElement {
  static override styles = [tokens, base, button, layer, reminder];

  readonly #reminded = new StoreController<boolean>(this);
  readonly #tick = new TickController(this);
  readonly #again = (): void => this.requestUpdate();
  readonly #reserving = new Reserving(this.voice, this.#again);
  readonly #menu = new CalendarMenu(this.voice, this.#again);

  @query('.layer') private layer!: HTMLElement | null;
  @query('.calendar') private anchor!: HTMLElement | null;

  /** When the show is announced for, ms. */
  @property({ attribute: 'starts-at', converter: moment }) startsAt?: number;
  /** Title of the show. */
  @property({ attribute: 'show-title' }) showTitle?: string;
  /** Where the show is watched. */
  @property() url?: string;
  /** How long it is planned to last, minutes. */
  @property({ type: Number }) minutes?: number;
  /** Address of a calendar file of the page's own. */
  @property({ attribute: 'calendar-file' }) calendarFile?: string;
  /** How the show stands. */
  @property() phase?: Phase;
  /** The viewer has reserved, where no room knows it. */
  @property({ type: Boolean }) reserved = false;
  /** White, for use over a video. */
  @property({ type: Boolean, reflect: true, attribute: 'over-picture' }) overPicture = false;
  /** Where something beside it counts already. */
  @property({ type: Boolean, attribute: 'without-countdown' }) withoutCountdown = false;
  /** The button alone. */
  @property({ type: Boolean, attribute: 'without-calendar' }) withoutCalendar = false;
  /** For those who reserve. Default: the one that the room's invitation names. */
  @property({ attribute: false }) coupon?: Coupon;
  /** What the app and the browser can do. Default: asked at every tap. */
  @property({ attribute: false }) environment?: Environment;

  constructor() {
    super();
    this.#menu.refocus = () => this.anchor?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#menu.leave();
    this.#reserving.forget();
  }

  protected override roomChanged(room: Room | undefined): void {
    super.roomChanged(room);
    this.#reserving.forget();
    this.#reminded.follow(room && remindedOf(room));
  }

  get #now(): number {
    return this.roomStore?.clock.now() ?? Date.now();
  }

  get #startsAt(): number | undefined {
    return this.startsAt ?? this.state?.startsAt ?? undefined;
  }

  get #title(): string {
    return this.showTitle ?? (this.words(this.state?.title) || document.title);
  }

  get #url(): string {
    const given = safeUrl(this.url, document.baseURI) ?? this.roomStore?.resolve(this.state?.share.url);
    return linkFor(given ?? location.href.replace(/#.*$/, ''));
  }

  get #standing(): Standing {
    return standingOf(this.phase ?? this.state?.phase, this.#reserving.ends);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('reserved')) this.#reserving.alone = this.reserved;
  }

  protected override update(changed: PropertyValues): void {
    this.#tick.active =
      !this.withoutCountdown && this.#standing === 'waiting' && (this.#startsAt ?? 0) > this.#now;
    super.update(changed);
  }

  protected override updated(): void {
    if (this.layer && this.anchor) this.#menu.layer.open(this.layer, this.anchor);
  }

  /** Reserves the show, as a tap does; with false takes it back. Never rejects. */
  reserve(on = true): Promise<void> {
    return this.#reserving.ask(on, {
      room: this.roomStore,
      startsAt: this.#startsAt,
      title: this.#title,
    });
  }

  readonly #onClick = (): void => void this.reserve(!this.#reserving.reserved(this.roomStore));

  readonly #onCalendar = (): void => {
    const startsAt = this.#startsAt!;
    const [title, url] = [this.#title, this.#url];
    const when = new Date(startsAt);
    const invitation = this.around.reminder;
    const entry = {
      uid: uidOf(this.roomStore?.id ?? url),
      ...{ title, url, startsAt },
      text: this.words(invitation?.text),
      minutes: this.minutes ?? invitation?.minutes ?? MINUTES,
      at: Date.now(),
    };
    const text = [title, formatTime(startsAt, this.language, when.getTime() - DAY_MS), url].join('\n');
    const file = safeUrl(this.calendarFile, document.baseURI);
    this.#menu.toggle({ entry, text, file }, this.environment);
  };

  #renderWhen(startsAt: number | undefined): TemplateResult | typeof nothing {
    if (this.withoutCountdown) return nothing;
    const now = this.#now;
    const left = (startsAt ?? 0) - now;
    if (startsAt === undefined || left <= 0)
      return html`<p part="time" class="soon">
        ${this.t(startsAt === undefined ? 'phase.warmup' : 'room.anyMoment')}
      </p>`;
    const days = left >= DAYS_FROM_MS ? Math.floor(left / DAY_MS) : 0;
    const message = (time: string) => (days > 0 ? this.t('remind.days', { days, time }) : time);
    return html`<p part="time" class="time">
        ${this.t('phase.startsAt', { time: formatTime(startsAt, this.language, now) })}
      </p>
      <p part="countdown" class="countdown" role="timer">${clockFigures(message, left - days * DAY_MS)}</p>`;
  }

  #renderActs(reserved: boolean, startsAt: number | undefined): TemplateResult {
    const { busy } = this.#reserving;
    const words = this.t(busy ? 'remind.busy' : reserved ? 'remind.reserved' : 'remind.reserve');
    return html`<div class="acts">
      <button
        type="button"
        part="button"
        class="button ${reserved ? 'button--quiet' : ''}"
        aria-pressed=${reserved ? 'true' : 'false'}
        aria-busy=${busy ? 'true' : 'false'}
        @click=${this.#onClick}
      >
        ${reserved && !busy ? icon(check, 20) : nothing}${words}
      </button>
      ${
        this.withoutCalendar || startsAt === undefined
          ? nothing
          : html`<button
              type="button"
              part="calendar"
              class="calendar"
              aria-haspopup="dialog"
              aria-expanded=${this.#menu.open ? 'true' : 'false'}
              @click=${this.#onCalendar}
            >
              ${icon('clock', 18)}${this.t('remind.calendar')}
            </button>`
      }
    </div>`;
  }

  #renderStanding(standing: Exclude<Standing, 'waiting'>): TemplateResult {
    const replay = standing === 'replay';
    return html`<p part="time" class="soon">${this.t(`remind.${replay ? 'over' : standing}`)}</p>
      ${
        standing === 'live' || replay
          ? html`<a part="watch" class="button" href=${this.#url}
              >${this.t(replay ? 'remind.replay' : 'remind.watch')}</a
            >`
          : nothing
      }`;
  }

  /** What came of it, said once it has. */
  get #note(): string {
    const { code, last } = this.#reserving;
    if (code) return this.t(`error.${isCode(code) ? code : 'internal'}`);
    if (last === 'released') return this.t('remind.released');
    if (last !== 'reserved' && last !== 'kept') return '';
    const startsAt = this.#startsAt;
    if (startsAt === undefined || startsAt <= this.#now) return this.t('remind.doneSoon');
    return this.t('remind.done', { time: formatTime(startsAt, this.language, this.#now) });
  }

  protected override render(): TemplateResult {
    const standing = this.#standing;
    const waiting = standing === 'waiting';
    const startsAt = this.#startsAt;
    const { reminder: invitation } = this.around;
    const coupon = this.coupon ?? this.state?.coupons.find(({ id }) => id === invitation?.couponId);
    return html`<section
      part="base"
      class="base ${standing}"
      aria-label=${this.t('remind.label')}
      @keydown=${this.#menu.layer.onKey}
      @focusout=${this.#menu.layer.onFocusOut}
    >
      ${waiting ? this.#renderWhen(startsAt) : this.#renderStanding(standing)}
      <div part="text" class="text" ?hidden=${!waiting}><slot>${this.words(invitation?.text)}</slot></div>
      ${waiting && coupon && forReserving(coupon) ? renderOffer(this.voice, coupon) : nothing}
      ${waiting ? this.#renderActs(this.#reserving.reserved(this.roomStore), startsAt) : nothing}
      <p part="note" class="note" role="status">${waiting ? this.#note : ''}</p>
      ${waiting ? this.#menu.render() : nothing}
    </section>`;
  }
}

/** The same for the same show, whoever writes it down, and with nothing a calendar could stumble over. */
function uidOf(name: string): string {
  return `${name
    .replace(/^https?:\/\//, '')
    .replace(/[^\w.-]+/g, '-')
    .slice(0, 120)}@qunlive`;
}

declare global {
  interface HTMLElementTagNameMap {
    'qun-reminder': QunReminder;
  }
}

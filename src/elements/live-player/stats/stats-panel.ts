import { html, render } from 'lit';
import { addStatsWords } from '../../../i18n/stats-messages.js';
import { Listeners } from '../../../media/listeners.js';
import { copyText } from '../../../platform/copy-text.js';
import { addStyles } from '../../../styles/add-styles.js';
import { icon } from '../../../styles/icon.js';
import { check, cross } from '../../../styles/player-drawings.js';
import type { ComfortView } from '../comfort-view.js';
import { plainAddress } from './plain-address.js';
import { statsReport, statsRows, type StatsView } from './stats-rows.js';
import { statsStyle } from './stats.css.js';

const REFRESH_MS = 1000;
/** Long enough to be read, ms. */
const TOLD_MS = 2500;

const copyDrawing = 'M9 9h10.5v10.5H9zM6 15H4.5V4.5H15V6';
const styled = new WeakSet<ShadowRoot>();

/** Figures of the stream, over the picture, from its opening until it is closed. */
export class StatsPanel {
  readonly #view: ComfortView;
  readonly #listeners = new Listeners();
  readonly #panel = document.createElement('div');
  #refreshing: ReturnType<typeof setInterval> | undefined;
  #telling: ReturnType<typeof setTimeout> | undefined;
  #told: 'stats.copied' | 'stats.notCopied' | undefined;

  constructor(view: ComfortView) {
    this.#view = view;
    addStatsWords();
    if (!styled.has(this.#root)) addStyles(this.#root, [statsStyle]);
    styled.add(this.#root);
    this.#panel.className = 'stats';
    this.#panel.part.add('stats');
    this.#panel.setAttribute('role', 'group');
  }

  get opened(): boolean {
    return this.#refreshing !== undefined;
  }

  /** Shows it, and takes the keyboard to it. */
  open(): void {
    if (this.opened) return;
    this.#refreshing = setInterval(() => this.#show(), REFRESH_MS);
    this.#listeners.on(this.#panel, 'keydown', event => this.#onKey(event as KeyboardEvent));
    this.#show();
    this.#root.querySelector('.base')?.append(this.#panel);
    this.#panel.querySelector<HTMLElement>('.stats-close')?.focus({ preventScroll: true });
    this.#view.host.requestUpdate();
  }

  close(): void {
    if (!this.opened) return;
    const held = this.#panel.contains(this.#root.activeElement);
    clearInterval(this.#refreshing);
    clearTimeout(this.#telling);
    this.#refreshing = this.#told = undefined;
    this.#listeners.clear();
    this.#panel.remove();
    this.#view.host.requestUpdate();
    this.#view.host.requestUpdate();
    if (held) this.#root.querySelector<HTMLElement>('.base')?.focus({ preventScroll: true });
  }

  /** The language may have changed. To be called after every rendering of the player. */
  update(): void {
    if (this.opened) this.#show();
  }

  get #root(): ShadowRoot {
    return this.#view.host.renderRoot as ShadowRoot;
  }

  get #seen(): StatsView | undefined {
    const { video } = this.#view;
    const playback = this.#view.playback();
    if (!playback) return undefined;
    const { width, height } = video.getBoundingClientRect();
    const chosen = playback.qualities.find(one => one.id === playback.quality);
    return { stats: playback.stats(), room: { width, height }, chosen, address: plainAddress(playback.src) };
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    event.preventDefault();
    this.close();
  };

  readonly #copy = async (): Promise<void> => {
    const seen = this.#seen;
    const copied = seen !== undefined && (await copyText(statsReport(seen)));
    if (!this.opened) return;
    this.#told = copied ? 'stats.copied' : 'stats.notCopied';
    this.#show();
    clearTimeout(this.#telling);
    this.#telling = setTimeout(() => {
      this.#told = undefined;
      this.#show();
    }, TOLD_MS);
  };

  #show(): void {
    const { t, language } = this.#view.voice;
    const seen = this.#seen;
    const rows = seen ? statsRows(seen, { t, language: language() }) : [];
    this.#panel.setAttribute('aria-label', t('stats.label'));
    render(
      html`<div class="stats-head">
          <b>${t('stats.label')}</b>
          <button type="button" class="stats-copy" @click=${this.#copy}>
            ${icon(this.#told === 'stats.copied' ? check : copyDrawing, 16)}
            <span>${t(this.#told ?? 'stats.copy')}</span>
          </button>
          <button
            type="button"
            class="icon-button stats-close"
            aria-label=${t('stats.close')}
            @click=${() => this.close()}
          >
            ${icon(cross, 18)}
          </button>
        </div>
        <div class="visually-hidden" role="status">${this.#told ? t(this.#told) : ''}</div>
        <dl tabindex="0" aria-label=${t('stats.label')}>
          ${rows.map(
            ({ label, value }) =>
              html`<div>
                <dt>${t(label)}</dt>
                <dd>${value}</dd>
              </div>`,
          )}
        </dl>`,
      this.#panel,
    );
  }
}

import { property } from 'lit/decorators.js';
import { QunElement } from '../../base/qun-element.js';
import { StoreController } from '../../base/store-controller.js';
import { QunMetricEvent } from '../../events/qun-metric-event.js';
import type { RefreshUrl } from '../../media/address-refresh.js';
import type { CaptionTrack, Quality, Span } from '../../media/choices.js';
import type { CmcdMode } from '../../media/cmcd.js';
import type { HlsLoader } from '../../media/hls-loader.js';
import type { PlaybackPolicy } from '../../media/playback-policy.js';
import { QunError, type Phase, type RoomState } from '../../protocol/index.js';
import type { Room } from '../../stores/room.js';
import { PlayerStream, type Wish } from './player-stream.js';
import { savesData } from './saving.js';
import { slottedPoster } from './slotted-poster.js';
import type { Chapter } from './timeline.js';

/** What a player plays, and how a page steers it: the player without anything to be seen. */
export abstract class StreamElement extends QunElement {
  protected readonly roomState = new StoreController<RoomState | undefined>(this);

  protected readonly stream = new PlayerStream(this, {
    changed: () => this.requestUpdate(),
    failed: error => this.report(error),
    metric: metric => {
      const event = new QunMetricEvent(metric);
      this.dispatchEvent(event);
      // From out of the page nothing bubbles.
      if (!this.isConnected) document.dispatchEvent(event);
    },
  });

  #unreadable: string | undefined;

  /** What to play. Default: the room's stream. */
  @property() src?: string;
  /** Picture shown before the first frame. Default: the room's. */
  @property() poster?: string;
  /** `none`: nothing is requested until somebody asks to play. */
  @property() preload: 'auto' | 'none' = 'auto';
  /** Plays by itself, muted. */
  @property({ type: Boolean }) autoplay = false;
  /** Starts silent. */
  @property({ type: Boolean }) muted = false;
  /** What the host says. Default: the room's. */
  @property() phase?: Phase;
  /** URL of hls.js's worker script, of the page's own origin. Counts for the next source. */
  @property({ attribute: 'worker-path' }) workerPath?: string;
  /** Brings hls.js, in place of the small build that comes along. Counts for the next source. */
  @property({ attribute: false }) hlsLoader?: HlsLoader;
  /** What plays a playlist: the browser itself, or hls.js. Default: the better one. Counts for the next source. */
  @property() engine?: 'native' | 'hls';
  /** Brings a fresh address when the one that plays is refused, given that one. Default: none. Counts for the next source. */
  @property({ attribute: false }) refreshUrl?: RefreshUrl;
  /** Tells the stream's CDN of every request what CTA-5004 defines: in its `query` or its `header`. Default: nothing. Counts for the next source. */
  @property() cmcd?: CmcdMode;
  /** Added to the stream's dates, ms: what its encoder's clock is wrong by. */
  @property({ type: Number, attribute: 'pdt-offset' }) pdtOffset = 0;
  /** Numbers of waiting and retrying that differ from the defaults, ms. Count for the next source. */
  @property({ attribute: false }) policy?: Partial<PlaybackPolicy>;

  /** A smaller picture for less data, while the line decides. Default: as the device asks of pages. */
  @property({ type: Boolean, attribute: 'data-saver' }) saveData = savesData();
  /** Moments that have a name, by media time, s. Default: the room's. */
  @property({ attribute: false }) chapters?: readonly Chapter[];

  protected override roomChanged(room: Room | undefined): void {
    this.roomState.follow(room?.$state);
  }

  protected get wish(): Wish {
    return { src: this.source, poster: this.posterUrl, phase: this.said };
  }

  /** The host's word, or the page's for it. */
  protected get said(): Phase | undefined {
    return this.phase ?? this.roomState.value?.phase;
  }

  protected get live(): boolean {
    return this.said !== 'replay' && this.stream.playback?.live === true;
  }

  protected get posterUrl(): string | undefined {
    return (
      slottedPoster(this) ?? this.poster ?? this.roomStore?.resolve(this.roomState.value?.stream?.poster)
    );
  }

  /** What there is to play, absolute; undefined for nothing. */
  protected get source(): string | undefined {
    if (this.src === undefined) return this.roomStore?.resolve(this.roomState.value?.stream?.src);
    if (!this.src) return undefined;
    try {
      return new URL(this.src, document.baseURI).href;
    } catch {
      if (this.#unreadable !== this.src) {
        this.#unreadable = this.src;
        this.report(new QunError('bad-config', { detail: `src="${this.src}" is no URL`, path: 'src' }));
      }
      return undefined;
    }
  }

  /** Asks to play. Never rejects: the outcome is the state. Without a tap or a click the browser may refuse sound. */
  play(): Promise<void> {
    this.stream.ask();
    if (this.isConnected && this.hasUpdated) this.stream.follow(this.wish);
    return this.stream.play();
  }

  /** Stops the picture. A live one stops loading after a while. */
  pause(): void {
    this.stream.intent.pause();
  }

  /** Turns the sound on. To be called within a tap, a click or a key press; without one the browser may refuse. */
  unmute(): void {
    this.stream.intent.unmute();
    if (this.stream.intent.wanted) void this.stream.intent.attempt();
  }

  /** Goes to where live viewers are, and plays. Nothing happens to a recording. */
  seekToLive(): void {
    if (!this.stream.playback?.live) return;
    this.stream.playback.seekToLive();
    void this.play();
  }

  /** What the picture may be chosen from, best first; empty where the browser chooses by itself, and before there is a picture. */
  get qualities(): readonly Quality[] {
    return this.stream.playback?.qualities ?? [];
  }

  /** Id of the chosen one; undefined: as the line allows. */
  get quality(): string | undefined {
    return this.stream.playback?.quality;
  }

  set quality(id: string | undefined) {
    this.stream.playback?.chooseQuality(id);
  }

  /** The captions that the stream has; empty before there is a picture. */
  get captions(): readonly CaptionTrack[] {
    return this.stream.playback?.captions ?? [];
  }

  /** Id of those that are shown; undefined: none. */
  get caption(): string | undefined {
    return this.stream.playback?.caption;
  }

  set caption(id: string | undefined) {
    this.stream.playback?.chooseCaption(id);
  }

  /** What can be sought, in media times, s: a recording, or what a live stream keeps; undefined: not known. */
  get span(): Span | undefined {
    return this.stream.playback?.span;
  }

  /** Media time of the picture, s. */
  get currentTime(): number {
    return this.stream.video.currentTime;
  }

  /** When the picture was made, ms since 1970; undefined: not known. */
  get playheadDate(): number | undefined {
    return this.stream.playback?.date;
  }

  /** How late a live picture is, s; undefined: not known, or a recording. */
  get latency(): number | undefined {
    return this.stream.playback?.latencyS;
  }

  /** Goes to a media time, s; in a live stream back from the edge, where it then stays. */
  seek(time: number): void {
    this.stream.playback?.seek(time);
    this.requestUpdate();
  }

  /** Goes to the picture that was made at `date`, ms since 1970. Nothing happens where the stream has no dates. */
  seekToDate(date: number): void {
    const time = this.stream.playback?.timeAt(date);
    if (time !== undefined) this.seek(time);
  }
}

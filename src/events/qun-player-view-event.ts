/** How a player is seen. */
export interface PlayerView {
  /** It, or the room around it, fills the screen or the window. */
  readonly fullScreen: boolean;
  /** The picture stands in a small window of the browser's own. */
  readonly pictureInPicture: boolean;
  /** Its settings lie open. */
  readonly settings: boolean;
  /** Its statistics lie open. */
  readonly statistics: boolean;
}

/** How a player is seen has changed. Bubbles, composed, not cancelable. */
export class QunPlayerViewEvent extends Event implements PlayerView {
  static readonly type = 'qun-player-view';
  readonly fullScreen: boolean;
  readonly pictureInPicture: boolean;
  readonly settings: boolean;
  readonly statistics: boolean;

  constructor({ fullScreen, pictureInPicture, settings, statistics }: PlayerView) {
    super(QunPlayerViewEvent.type, { bubbles: true, composed: true });
    this.fullScreen = fullScreen;
    this.pictureInPicture = pictureInPicture;
    this.settings = settings;
    this.statistics = statistics;
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-player-view': QunPlayerViewEvent;
  }
}

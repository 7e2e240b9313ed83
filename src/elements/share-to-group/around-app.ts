import type { Environment } from '../../platform/environment.js';
import { hostApp } from '../../platform/host-app.js';
import type { Shareable } from '../../platform/share-way.js';
import { bridgeStands, whichApp, type ShareApp } from '../../platform/which-app.js';
import { QunError } from '../../protocol/index.js';
import type { Room } from '../../stores/room.js';
import { appSharing } from './app-sharing-part.js';
import type { AppSharing, AppVia } from './app-sharing.js';
import { CardKeeper } from './card-keeper.js';
import { shareSetting } from './share-settings.js';

/** Apps that a page can ask for more than a link. */
const ASKED: readonly ShareApp[] = ['wechat', 'wecom', 'mini-program', 'dingtalk', 'feishu'];

export interface AroundAppOptions {
  readonly element: Element;
  env(): Environment;
  room(): Room | undefined;
  /** What the app's own menu is to pass on now. */
  card(): Shareable;
  report(error: QunError): void;
}

/** The app around the page, from the moment it lets itself be spoken to, and what its menu passes on. */
export class AroundApp {
  readonly #options: AroundAppOptions;
  readonly #keeper = new CardKeeper(() => this.#card());
  #sharing: AppSharing | undefined;
  #begun = false;
  #waiting = false;

  constructor(options: AroundAppOptions) {
    this.#options = options;
  }

  /** To be called whenever the element has changed, in the page. */
  updated(): void {
    if (this.#begun) return this.#card();
    if (this.#early) return;
    const env = this.#options.env();
    if (ASKED.includes(whichApp(env))) void this.#begin(env);
    else if (!this.#waiting && hostApp(env).name !== 'browser' && !bridgeStands(env)) {
      this.#waiting = true;
      document.addEventListener('WeixinJSBridgeReady', this.#onBridge);
    }
  }

  leave(): void {
    this.#waiting = false;
    document.removeEventListener('WeixinJSBridgeReady', this.#onBridge);
    this.#keeper.leave();
  }

  /** The app's own way; undefined: none. */
  get way(): { via: AppVia; open: AppSharing['open'] } | undefined {
    const sharing = this.#sharing;
    return sharing?.via && { via: sharing.via, open: what => sharing.open(what) };
  }

  /** The room whose server is to sign is still to come. */
  get #early(): boolean {
    const { element, room } = this.#options;
    const signs =
      shareSetting(element, 'wechat-config') === 'auto' && !shareSetting(element, 'signature-url');
    return signs && !room();
  }

  readonly #onBridge = (): void => {
    this.leave();
    this.updated();
  };

  async #begin(env: Environment): Promise<void> {
    this.#begun = true;
    const { element, room, report } = this.#options;
    const Sharing = await appSharing.come();
    const refused = (reason: string) =>
      element.isConnected && report(new QunError('share-failed', { detail: reason }));
    const ready = () => this.#card();
    this.#sharing = await Sharing.begin({
      element,
      env,
      app: whichApp(env),
      room: room()?.id,
      refused,
      ready,
    });
    this.#card();
  }

  #card(): void {
    if (!this.#sharing || !this.#options.element.isConnected) return;
    this.#keeper.follow(this.#options.room());
    this.#sharing.card(this.#options.card());
  }
}

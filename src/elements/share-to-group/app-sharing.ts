import { dingTalkPanel, feishuPanel } from '../../platform/app-panel.js';
import type { Environment } from '../../platform/environment.js';
import { loadWeChatSdk } from '../../platform/load-wechat-sdk.js';
import { addressesToSign, entryUrl } from '../../platform/page-address.js';
import { shareFromMiniProgram, tellMiniProgram } from '../../platform/share-from-mini-program.js';
import type { Shareable, WayOutcome } from '../../platform/share-way.js';
import { setWeChatCard } from '../../platform/wechat-card.js';
import { pageSignsIn, setUpWeChat } from '../../platform/wechat-setup.js';
import type { WeChatSdk } from '../../platform/wechat-sdk.js';
import { systemOf, type ShareApp } from '../../platform/which-app.js';
import type { WeComSharing } from '../../platform/wecom.js';
import { shareSetting } from './share-settings.js';
import { warnOfLinkHost } from './warn-of-link-host.js';

/** What a way of an app is told as. */
export type AppVia = 'wecom' | 'mini-program' | 'app';

export interface AppSharingOptions {
  /** Whose settings count. */
  readonly element: Element;
  readonly env: Environment;
  readonly app: ShareApp;
  /** The room's URL: its server signs, unless `signature-url` names another. */
  readonly room: string | undefined;
  /** An app has refused the page; in its own words. */
  refused(reason: string): void;
  /** The app takes a card, which it did not when it was begun. */
  ready(): void;
}

/** What the app around the page is asked for: its card, its panels. Fetched only where there is one. */
export class AppSharing {
  readonly #options: AppSharingOptions;
  #wx: WeChatSdk | undefined;
  #weCom: WeComSharing | undefined;
  #page: string | undefined;
  #card = '';

  private constructor(options: AppSharingOptions) {
    this.#options = options;
  }

  /** Resolves when the app has said what may be done, or keeps it to itself for too long. Never rejects. */
  static async begin(options: AppSharingOptions): Promise<AppSharing> {
    const sharing = new AppSharing(options);
    await sharing.#begin().catch((error: unknown) => options.refused(String(error)));
    return sharing;
  }

  async #begin(): Promise<void> {
    const { app, env } = this.#options;
    const config = this.#setting('wechat-config') ?? 'none';
    this.#page = this.#setting('mini-program-page') ?? undefined;
    if (app === 'mini-program') {
      const wanted = this.#page !== undefined || config !== 'none';
      this.#wx = wanted
        ? await loadWeChatSdk(env, this.#setting('wechat-script') ?? undefined)
        : (env.globals?.wx as WeChatSdk | undefined);
    } else if (app === 'wechat' && config !== 'none') await this.#beginWeChat(config);
    else if (app === 'wecom' && config !== 'none') await this.#beginWeCom(config);
  }

  async #beginWeChat(config: string): Promise<void> {
    const { env, refused, ready } = this.#options;
    const wx = await loadWeChatSdk(env, this.#setting('wechat-script') ?? undefined);
    if (!wx) return refused('the script of WeChat did not arrive');
    if (config !== 'auto') {
      const reason = await pageSignsIn(wx, () => {
        this.#wx = wx;
        ready();
      });
      return reason === undefined ? undefined : refused(reason);
    }
    const reason = await setUpWeChat(wx, this.#endpoint(), addressesToSign(systemOf(env), this.#entry()));
    if (reason !== undefined) return refused(reason);
    this.#wx = wx;
  }

  async #beginWeCom(config: string): Promise<void> {
    const { sharingByPagesWeCom, sharingWithWeCom } = await import('../../platform/wecom.js');
    if (config === 'auto')
      this.#weCom = await sharingWithWeCom(location.href.split('#')[0]!, this.#endpoint());
    else this.#weCom = sharingByPagesWeCom(this.#options.env.globals?.ww);
    if (!this.#weCom) this.#options.refused('WeCom is not set up for this page');
  }

  #setting(name: string): string | null {
    return shareSetting(this.#options.element, name);
  }

  #entry(): string {
    const given = (window as { __QUNLIVE_ENTRY_URL__?: unknown }).__QUNLIVE_ENTRY_URL__;
    return entryUrl(this.#setting('entry-url') ?? (typeof given === 'string' ? given : undefined));
  }

  #endpoint(): string {
    const own = this.#setting('signature-url');
    if (own) return new URL(own, document.baseURI).href;
    const room = this.#options.room?.replace(/\/+$/, '');
    if (!room?.includes('/'))
      throw new Error('there is no room server to sign this page: name a signature-url');
    return new URL('../wechat/signature', new URL(room, document.baseURI)).href;
  }

  /** Keeps what the app's own menu passes on. Nothing happens where that is as it was, or where the page may not say it. */
  card(what: Shareable): void {
    const said = JSON.stringify(what);
    if (said === this.#card || !(this.#wx ?? this.#weCom)) return;
    this.#card = said;
    if (this.#options.app === 'mini-program') tellMiniProgram(this.#wx, what);
    else if (this.#wx) {
      warnOfLinkHost(what.url);
      void setWeChatCard(this.#wx, what);
    } else this.#weCom?.card(what);
  }

  /** The way by which the app passes `what` on at a tap; undefined: it has none, and a guide to its menu has to do. */
  get via(): AppVia | undefined {
    const { app, env } = this.#options;
    if (app === 'wecom') return this.#weCom && 'wecom';
    if (app === 'mini-program') return this.#page === undefined || !this.#wx ? undefined : 'mini-program';
    return this.#panel(app, env) && 'app';
  }

  #panel(app: ShareApp, env: Environment) {
    return app === 'dingtalk' ? dingTalkPanel(env) : app === 'feishu' ? feishuPanel(env) : undefined;
  }

  /** Opens it. Never rejects. */
  open(what: Shareable): Promise<WayOutcome> {
    const { app, env } = this.#options;
    if (app === 'wecom' && this.#weCom) return this.#weCom.open(what);
    if (app === 'mini-program' && this.#page !== undefined)
      return shareFromMiniProgram(this.#wx, this.#page, what);
    return this.#panel(app, env)?.open(what) ?? Promise.resolve('refused');
  }
}

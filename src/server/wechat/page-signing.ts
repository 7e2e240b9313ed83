import { QunError } from '../../protocol/index.js';
import { randomText } from '../room/random-id.js';
import type { RoomStore } from '../store/room-store.js';
import { askerAt, officialAccount, wecomApp, type Account, type SignedFor } from './accounts.js';
import { jsSignature } from './js-signature.js';
import { SealedNotes } from './sealed-notes.js';
import { SharedValue } from './shared-value.js';
import { SignedHosts } from './signed-hosts.js';
import { UpstreamFault } from './upstream-fault.js';

export interface PageSigningOptions {
  /** The shop's verified official account (公众号). Default: none. */
  wechat?: { appId: string; secret: string } | undefined;
  /** An app of the shop's WeCom (企业微信). Default: none. */
  wecom?: { corpId: string; agentId: string; secret: string } | undefined;
  /** Hosts whose pages are signed for: `shop.example`, or `*.shop.example` for it and all below it. */
  hosts?: readonly string[] | undefined;
  /** Where the apps' servers are, if not at their own address: a way out with a fixed IP, for instance. */
  wechatApi?: string | undefined;
  wecomApi?: string | undefined;
}

/** What a page hands to `wx.config`, `ww.register` or `wx.agentConfig`. */
export interface PageSignature {
  for: SignedFor;
  appId?: string;
  corpId?: string;
  agentId?: string;
  /** s. */
  timestamp: number;
  nonceStr: string;
  signature: string;
  /** What was signed. */
  url: string;
}

interface Surroundings {
  store: RoomStore;
  now: () => number;
  warn: (fields: object, message: string) => void;
}

interface Signer {
  account: Account;
  tickets: ReadonlyMap<SignedFor, SharedValue>;
}

/** Signs the shop's pages, so that the apps let them say what a link of theirs looks like. */
export class PageSigning {
  readonly #hosts: SignedHosts;
  readonly #signers: Signer[] = [];
  readonly #around: Surroundings;
  readonly #closing = new AbortController();

  /** Throws `bad-config`: an account without a host would sign for nobody. */
  constructor({ wechat, wecom, hosts = [], wechatApi, wecomApi }: PageSigningOptions, around: Surroundings) {
    this.#around = around;
    this.#hosts = new SignedHosts(hosts);
    if ((wechat || wecom) && hosts.length === 0) {
      throw new QunError('bad-config', {
        detail:
          'which pages are signed for? --origin https://shop.example, or QUNLIVE_WECHAT_HOSTS=shop.example',
      });
    }
    if (wechat) {
      const account = officialAccount(wechat.appId, wechat.secret);
      this.#add(account, wechatApi ?? 'https://api.weixin.qq.com', ['wechat']);
    }
    if (wecom) {
      const account = wecomApp(wecom.corpId, wecom.secret, wecom.agentId);
      this.#add(account, wecomApi ?? 'https://qyapi.weixin.qq.com', ['wecom', 'wecom-agent']);
    }
  }

  /** For what pages can be signed. */
  get kinds(): readonly SignedFor[] {
    return this.#signers.flatMap(({ tickets }) => [...tickets.keys()]);
  }

  /** Throws `not-found`: there is no such account; `malformed`, `not-allowed`: not this page; `overloaded`: no ticket. */
  async sign(of: SignedFor, url: unknown): Promise<PageSignature> {
    const signer = this.#signers.find(({ tickets }) => tickets.has(of));
    if (!signer)
      throw new QunError('not-found', { detail: `this server has no account to sign with for ${of}` });
    const page = this.#hosts.check(url);
    const ticket = await signer.tickets.get(of)!.get().catch(refuse);
    const nonceStr = randomText(16);
    const timestamp = Math.floor(this.#around.now() / 1000);
    const signature = jsSignature({ ticket, nonceStr, timestamp, url: page });
    return { for: of, ...signer.account.names, timestamp, nonceStr, signature, url: page };
  }

  /** Gets the tickets before anybody asks, and says in the log what is wrong with an account. Never rejects. */
  async warm(): Promise<void> {
    for (const { account, tickets } of this.#signers) {
      for (const ticket of tickets.values()) {
        const failed = await ticket.get().then(
          () => false,
          (error: unknown) => (this.#warn(account, error), true),
        );
        // The next one would say the same.
        if (failed) break;
      }
    }
  }

  close(): void {
    this.#closing.abort();
  }

  #add(account: Account, base: string, kinds: readonly SignedFor[]): void {
    const { store, now } = this.#around;
    const { signal } = this.#closing;
    const ask = askerAt(base, signal);
    const common = {
      notes: new SealedNotes(store, account.secret),
      store,
      now,
      signal,
      warn: (fault: UpstreamFault) => this.#warn(account, fault),
    };
    const token = new SharedValue({ ...common, name: account.key, fetch: () => account.token(ask) });
    const ticketOf = (of: SignedFor) => async () => {
      const first = await token.get();
      try {
        return await account.ticket(ask, first, of);
      } catch (error) {
        if (!(error instanceof UpstreamFault && error.isStaleToken)) throw error;
        // Somebody has replaced it elsewhere: once more with another one.
        await token.drop(first);
        return account.ticket(ask, await token.get(), of);
      }
    };
    const tickets = new Map(
      kinds.map(of => [
        of,
        new SharedValue({ ...common, name: `${account.key}:${of}`, fetch: ticketOf(of) }),
      ]),
    );
    this.#signers.push({ account, tickets });
  }

  #warn(account: Account, error: unknown): void {
    if (this.#closing.signal.aborted) return;
    const errcode = error instanceof UpstreamFault ? error.errcode : undefined;
    const why = error instanceof Error ? error.message : String(error);
    this.#around.warn(
      { account: account.key, ...(errcode === undefined ? {} : { errcode }) },
      `no ticket to sign pages with: ${why}`,
    );
  }
}

function refuse(error: unknown): never {
  throw error instanceof UpstreamFault ? error.refusal : error;
}

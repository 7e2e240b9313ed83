import type * as WeCom from '@wecom/jssdk';
import type { Shareable, ShareWay, WayOutcome } from './share-way.js';
import { signBy, type SignUrl } from './wechat-signature.js';
import { within } from './within.js';

type Sdk = Pick<
  typeof WeCom,
  'register' | 'ensureConfigReady' | 'shareToExternalChat' | 'shareAppMessage' | 'on' | 'invoke'
>;

/** A picker that has said nothing for this long stands open: it calls back when the staff member is done, ms. */
const OPEN_MS = 4000;

/** To the customer groups of a member of staff, else to any chat of theirs. */
const WAYS = ['shareToExternalChat', 'shareAppMessage'] as const;
/**
 * What is chosen in WeCom's own menu (to a colleague, to WeChat, to Moments), and what then passes the card on. By hand: the
 * package's functions for it leave a rejection to the page when somebody changes their mind.
 */
const MENU = [
  ['menu:share:appmessage', 'sendAppMessage'],
  ['menu:share:wechat', 'shareWechat'],
  ['menu:share:timeline', 'shareTimeline'],
] as const;
const MENU_APIS = ['onMenuShareAppMessage', 'onMenuShareWechat', 'onMenuShareTimeline'];

/** WeCom as its staff share by it. */
export interface WeComSharing extends ShareWay {
  /** Sets what the app's own menu passes on. Best effort. */
  card(what: Shareable): void;
}

/** WeCom's own package, which a shop that shares by it has installed. Here alone it is named. */
async function ownSdk(): Promise<Sdk | undefined> {
  try {
    const { register, ensureConfigReady, shareToExternalChat, shareAppMessage, on, invoke } =
      await import('@wecom/jssdk');
    return { register, ensureConfigReady, shareToExternalChat, shareAppMessage, on, invoke };
  } catch {
    return undefined;
  }
}

/**
 * Signs this page in with WeCom. undefined: the server has no company to sign for, or the package is not there. Whether
 * this member of staff may share to customers is known only when they try. Never rejects.
 */
export async function registerWithWeCom(url: string, sign: SignUrl): Promise<WeComSharing | undefined> {
  const first = await sign(url, 'wecom');
  const { corpId, agentId } = first ?? {};
  const sdk = corpId ? await ownSdk() : undefined;
  if (!corpId || !sdk) return undefined;
  const signed = (of: 'wecom' | 'wecom-agent') => async (address: string) => {
    const signature = address === url && of === 'wecom' ? first : await sign(address, of);
    if (!signature) throw new Error(`no signature for ${of}`);
    return signature;
  };
  try {
    // The signatures come after: with them the package begins at once, and leaves to the page what WeCom refuses then.
    const options: Parameters<Sdk['register']>[0] = { corpId, jsApiList: [...WAYS, ...MENU_APIS] };
    sdk.register(options);
    options.getConfigSignature = signed('wecom');
    if (agentId) Object.assign(options, { agentId, getAgentConfigSignature: signed('wecom-agent') });
  } catch {
    return undefined;
  }
  return weComSharing(sdk);
}

/** By whom a page is signed in, and what it shares by then: the package is registered once, and follows the menu once. */
const registered = new Map<string, Promise<WeComSharing | undefined>>();
const ofPages = new WeakMap<object, WeComSharing>();

/** `registerWithWeCom` by the server at `endpoint`, once for a page, however many ask; a refusal is forgotten. Never rejects. */
export function sharingWithWeCom(url: string, endpoint: string): Promise<WeComSharing | undefined> {
  const before = registered.get(endpoint);
  if (before) return before;
  const coming = registerWithWeCom(url, signBy(endpoint));
  registered.set(endpoint, coming);
  void coming.then(sharing => sharing ?? registered.delete(endpoint));
  return coming;
}

/** By the script that a page has registered itself (`ww`). undefined: it has none of ours. */
export function sharingByPagesWeCom(ww: unknown): WeComSharing | undefined {
  const sdk = ww as Partial<Sdk> | undefined;
  if (!sdk || !WAYS.some(name => typeof sdk[name] === 'function')) return undefined;
  const sharing = ofPages.get(sdk) ?? weComSharing(sdk);
  ofPages.set(sdk, sharing);
  return sharing;
}

function weComSharing(sdk: Partial<Sdk>): WeComSharing {
  let card: Card | undefined;
  let answered = false;
  const signIn = async () => {
    try {
      await sdk.ensureConfigReady?.();
    } catch {
      // Who is refused is told so by what they try.
    }
    answered = true;
  };
  const signing = within<unknown>(OPEN_MS, signIn, undefined);
  return {
    async open(what) {
      await signing;
      // Until then the package keeps to itself what it is asked for.
      if (!answered) return 'refused';
      for (const name of WAYS) {
        const outcome = await openBy(sdk[name] as Call | undefined, cardOf(what));
        if (outcome !== 'refused') return outcome;
      }
      return 'refused';
    },
    card(what) {
      const first = card === undefined;
      card = cardOf(what);
      if (first) void within<unknown>(OPEN_MS, () => followMenu(sdk, () => card!), undefined);
    },
  };
}

async function followMenu(sdk: Partial<Sdk>, card: () => Card): Promise<void> {
  await sdk.ensureConfigReady?.();
  for (const [chosen, name] of MENU) {
    await sdk.on?.(chosen, () => {
      const { title, desc, link, imgUrl: img_url } = card();
      const data = { title, desc, link, img_url, type: 'link' };
      void within<unknown>(OPEN_MS, async () => sdk.invoke?.(name, data), undefined);
    });
  }
}

type Card = { title: string; desc: string; link: string; imgUrl: string };
type Call = (card: Card) => Promise<unknown>;
const cardOf = ({ title, text, url, picture }: Shareable): Card => ({
  title,
  desc: text,
  link: url,
  imgUrl: picture ?? '',
});

function openBy(call: Call | undefined, card: Card): Promise<WayOutcome> {
  if (typeof call !== 'function') return Promise.resolve('refused');
  const ask = async (): Promise<WayOutcome> => {
    await call(card);
    return 'opened';
  };
  return within<WayOutcome>(OPEN_MS, ask, 'opened', error => (cancelled(error) ? 'dismissed' : 'refused'));
}

const cancelled = (error: unknown): boolean =>
  /cancel/i.test((error as { errMsg?: string } | undefined)?.errMsg ?? '');

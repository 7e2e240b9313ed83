import { configureWeChat } from './configure-wechat.js';
import type { WeChatSdk } from './wechat-sdk.js';
import { signBy } from './wechat-signature.js';
import { within } from './within.js';

/** A page that has not signed itself in by then may still do so, but nobody is kept waiting for it, ms. */
const READY_MS = 8000;

interface SetUp {
  /** Which addresses, signed by whom. */
  readonly key: string;
  readonly addresses: string;
  /** As of `configureWeChat`. */
  readonly outcome: Promise<string | undefined>;
}

/** The last of each page: a second one at once would take the first one's place in the script. */
const setUps = new WeakMap<WeChatSdk, SetUp>();

/**
 * Signs this page in with WeChat by the server at `endpoint`, once for a page and its addresses however many ask: those who
 * ask meanwhile share the outcome, a refusal is forgotten after it. As `configureWeChat`.
 */
export function setUpWeChat(
  wx: WeChatSdk,
  endpoint: string,
  addresses: readonly string[],
): Promise<string | undefined> {
  const before = setUps.get(wx);
  const asked = addresses.join(' ');
  const key = `${endpoint} ${asked}`;
  if (before?.key === key) return before.outcome;
  const configure = async () => {
    const reason = await before?.outcome;
    // It is the page that is signed in: who had it signed makes no difference.
    if (before?.addresses === asked && reason === undefined) return undefined;
    return configureWeChat(wx, { sign: signBy(endpoint), addresses });
  };
  const setUp: SetUp = { key, addresses: asked, outcome: configure() };
  setUps.set(wx, setUp);
  void setUp.outcome.then(reason => {
    if (reason !== undefined && setUps.get(wx) === setUp) setUps.delete(wx);
  });
  return setUp.outcome;
}

/**
 * Waits for a page that signs itself in. Resolves to undefined when it has, else to what is missing after `ms`. `ready` is
 * called whenever it has, also later. Never rejects.
 */
export function pageSignsIn(wx: WeChatSdk, ready: () => void, ms = READY_MS): Promise<string | undefined> {
  return within<string | undefined>(
    ms,
    () =>
      new Promise(resolve =>
        wx.ready?.(() => {
          ready();
          resolve(undefined);
        }),
      ),
    'the page has not called wx.config: what WeChat passes on is set once it has',
    error => String(error),
  );
}

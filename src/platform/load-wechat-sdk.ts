import type { Environment } from './environment.js';
import { within } from './within.js';
import type { WeChatSdk } from './wechat-sdk.js';

/** WeChat's own addresses of its script, the second for when the first is down. It may not be served from elsewhere by us. */
const ADDRESSES = [
  'https://res.wx.qq.com/open/js/jweixin-1.6.0.js',
  'https://res2.wx.qq.com/open/js/jweixin-1.6.0.js',
];
/** A phone that has not got it by then goes without for now, ms. */
const PATIENCE_MS = 8000;

/** One script element for a page and address, however many ask. */
const pages = new WeakMap<Document, Map<string, Promise<boolean>>>();

const here = ({ globals }: Environment): WeChatSdk | undefined => {
  const wx = globals?.wx as WeChatSdk | undefined;
  return typeof wx?.config === 'function' ? wx : undefined;
};

/**
 * WeChat's script: the page's own where it has one, else from `address` (default: WeChat's), on demand. undefined: it does
 * not come, as where a policy of the page forbids it. Never rejects.
 */
export async function loadWeChatSdk(env: Environment, address?: string): Promise<WeChatSdk | undefined> {
  const { document } = env;
  const coming = pages.get(document) ?? new Map<string, Promise<boolean>>();
  pages.set(document, coming);
  for (const url of address ? [address] : ADDRESSES) {
    const sdk = here(env);
    if (sdk) return sdk;
    if (!coming.has(url)) coming.set(url, fetchScript(url, document));
    if (!(await coming.get(url))) coming.delete(url);
  }
  return here(env);
}

function fetchScript(url: string, document: Document): Promise<boolean> {
  const script = document.createElement('script');
  const loaded = () =>
    new Promise<boolean>(resolve => {
      script.async = true;
      script.onload = () => resolve(true);
      script.onerror = () => resolve(false);
      script.src = url;
      document.head.append(script);
    });
  return within(PATIENCE_MS, loaded, false).then(came => {
    script.onload = script.onerror = null;
    script.remove();
    return came;
  });
}

import { within } from './within.js';

/** What an app's script is given so that a page may speak with the app, as a server has signed it. */
export interface PageSignature {
  /** The official account. */
  appId?: string;
  /** WeCom's company, and the app of it. */
  corpId?: string;
  agentId?: string;
  timestamp: number | string;
  nonceStr: string;
  signature: string;
}

/** WeChat for an official account, WeCom for a company, or for an app of it: each is signed with a ticket of its own. */
export type SignedFor = 'wechat' | 'wecom' | 'wecom-agent';

/** Signs an address of this page: without its fragment, as it stands. undefined: the server does not. Never rejects. */
export type SignUrl = (url: string, of: SignedFor) => Promise<PageSignature | undefined>;

const PATIENCE_MS = 5000;

/** Signs by `endpoint` (`?url=…&for=…`), as the room's server has one. Its answer is read with care: it may be the shop's own. */
export function signBy(endpoint: string): SignUrl {
  return (url, of) => {
    const ask = async () => {
      const address = new URL(endpoint);
      address.searchParams.set('url', url);
      address.searchParams.set('for', of);
      const answer = await fetch(address.href, { credentials: 'omit' });
      return answer.ok ? read(await answer.json()) : undefined;
    };
    return within<PageSignature | undefined>(PATIENCE_MS, ask, undefined);
  };
}

function read(body: unknown): PageSignature | undefined {
  const said = (body ?? {}) as Record<string, unknown>;
  const { timestamp, nonceStr, signature } = said;
  const time = typeof timestamp === 'number' || typeof timestamp === 'string';
  if (!time || typeof nonceStr !== 'string' || typeof signature !== 'string') return undefined;
  const names = ['appId', 'corpId', 'agentId'].flatMap(name =>
    said[name] === undefined ? [] : [[name, String(said[name])]],
  );
  return { ...(Object.fromEntries(names) as Record<string, string>), timestamp, nonceStr, signature };
}

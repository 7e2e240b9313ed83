import { askUpstream, goodFor, type UpstreamQuestion } from './ask-upstream.js';

/** What a page asks a signature for: an official account, a company's WeCom, or an app of it. */
export type SignedFor = 'wechat' | 'wecom' | 'wecom-agent';

type Ask = (question: Omit<UpstreamQuestion, 'base' | 'signal'>) => Promise<Record<string, unknown>>;
type Good = { value: string; ms: number };

/** An account and how its server is asked. */
export interface Account {
  /** What the page's `config` names beside the signature. */
  readonly names: Readonly<Record<string, string>>;
  readonly secret: string;
  /** Of the account, in the store: all its tickets need one token. */
  readonly key: string;
  token(ask: Ask): Promise<Good>;
  ticket(ask: Ask, token: string, of: SignedFor): Promise<Good>;
}

export const askerAt =
  (base: string, signal: AbortSignal): Ask =>
  question =>
    askUpstream({ ...question, base, signal });

/** A verified official account (公众号). */
export const officialAccount = (appId: string, secret: string): Account => ({
  names: { appId },
  secret,
  key: `wechat:${appId}`,
  // The stable one: asking for it ends no token that another server of the shop has got.
  token: async ask => {
    const body = { grant_type: 'client_credential', appid: appId, secret };
    return goodFor(await ask({ path: '/cgi-bin/stable_token', body }), 'access_token');
  },
  ticket: async (ask, token) => {
    const query = { access_token: token, type: 'jsapi' };
    return goodFor(await ask({ path: '/cgi-bin/ticket/getticket', query }), 'ticket');
  },
});

/** An app of a company's WeCom (企业微信). Its two tickets are different: one for `config`, one for `agentConfig`. */
export const wecomApp = (corpId: string, secret: string, agentId: string): Account => ({
  names: { corpId, agentId },
  secret,
  key: `wecom:${corpId}:${agentId}`,
  token: async ask => {
    const query = { corpid: corpId, corpsecret: secret };
    return goodFor(await ask({ path: '/cgi-bin/gettoken', query }), 'access_token');
  },
  ticket: async (ask, token, of) => {
    const query = { access_token: token };
    const answer =
      of === 'wecom'
        ? await ask({ path: '/cgi-bin/get_jsapi_ticket', query })
        : await ask({ path: '/cgi-bin/ticket/get', query: { ...query, type: 'agent_config' } });
    return goodFor(answer, 'ticket');
  },
});

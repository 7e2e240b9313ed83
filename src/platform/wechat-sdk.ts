import { within } from './within.js';

/** WeChat's answers come as this; `errMsg` is `<function>:ok`, `:cancel` or the reason. */
export interface WeChatAnswer {
  readonly errMsg?: string;
  readonly checkResult?: Readonly<Record<string, boolean>>;
  readonly miniprogram?: boolean;
}
interface Callbacks {
  success?(answer: WeChatAnswer): void;
  fail?(answer: WeChatAnswer): void;
  cancel?(answer: WeChatAnswer): void;
}

/** What we use of WeChat's script. Each may be missing: pages load old ones, or others that take its name. */
export interface WeChatSdk {
  config?(options: {
    debug?: boolean;
    beta?: boolean;
    appId: string;
    timestamp: number | string;
    nonceStr: string;
    signature: string;
    jsApiList: readonly string[];
  }): void;
  ready?(callback: () => void): void;
  error?(callback: (answer: WeChatAnswer) => void): void;
  miniProgram?: {
    postMessage?(message: { data: unknown }): void;
    getEnv?(callback: (answer: WeChatAnswer) => void): void;
  };
}

/** Outside of WeChat, and in an old one, a function of the script calls nobody back: longer than this nobody waits, ms. */
const ANSWER_MS = 3000;

export type CallOutcome = { ok: boolean; answer: WeChatAnswer };

/** Calls one of the script's functions. Resolves to what it said; `ok: false` where it is missing or says nothing. Never rejects. */
export function callWeChat(wx: WeChatSdk, name: string, data: object = {}): Promise<CallOutcome> {
  const none = { ok: false, answer: {} };
  return within(
    ANSWER_MS,
    () =>
      new Promise<CallOutcome>(resolve => {
        const call = (wx as Record<string, unknown>)[name] as
          ((data: object & Callbacks) => void) | undefined;
        if (typeof call !== 'function') return resolve(none);
        const no = (answer: WeChatAnswer) => resolve({ ok: false, answer: answer ?? {} });
        call.call(wx, { ...data, success: answer => resolve({ ok: true, answer }), fail: no, cancel: no });
      }),
    none,
  );
}

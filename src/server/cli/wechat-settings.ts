import { QunError } from '../../protocol/index.js';
import type { PageSigningOptions } from '../wechat/page-signing.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** The accounts to sign pages with, from the environment alone: what stands on a command line is seen by others. */
export function wechatSettings(environment: Environment, origins: readonly string[]): PageSigningOptions {
  const of = (name: string) => environment[name]?.trim() || undefined;
  const appId = of('QUNLIVE_WECHAT_APPID');
  const corpId = of('QUNLIVE_WECOM_CORPID');
  const needs = (name: string, other: string): string => {
    const value = of(name);
    if (value !== undefined) return value;
    throw new QunError('bad-config', { detail: `${other} needs ${name}` });
  };
  const named = of('QUNLIVE_WECHAT_HOSTS')
    ?.split(/[\s,]+/)
    .filter(Boolean);
  return {
    wechat:
      appId === undefined
        ? undefined
        : { appId, secret: needs('QUNLIVE_WECHAT_SECRET', 'QUNLIVE_WECHAT_APPID') },
    wecom:
      corpId === undefined
        ? undefined
        : {
            corpId,
            agentId: needs('QUNLIVE_WECOM_AGENTID', 'QUNLIVE_WECOM_CORPID'),
            secret: needs('QUNLIVE_WECOM_SECRET', 'QUNLIVE_WECOM_CORPID'),
          },
    hosts: named ?? origins.filter(origin => URL.canParse(origin)).map(origin => new URL(origin).host),
    wechatApi: address(of('QUNLIVE_WECHAT_API'), 'QUNLIVE_WECHAT_API'),
    wecomApi: address(of('QUNLIVE_WECOM_API'), 'QUNLIVE_WECOM_API'),
  };
}

function address(text: string | undefined, name: string): string | undefined {
  if (text === undefined || /^https?:\/\/[^?#]+$/.test(text)) return text;
  throw new QunError('bad-config', {
    detail: `${name}=${text}: an address such as https://api.weixin.qq.com`,
  });
}

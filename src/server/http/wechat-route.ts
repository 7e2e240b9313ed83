import type { FastifyInstance } from 'fastify';
import { QunError } from '../../protocol/index.js';
import type { SignedFor } from '../wechat/accounts.js';
import type { PageSigning } from '../wechat/page-signing.js';
import type { RoomLimits } from './room-limits.js';

export interface WechatRouteOptions {
  signing: PageSigning;
  limits: RoomLimits;
  now: () => number;
}

const kinds: readonly string[] = ['wechat', 'wecom', 'wecom-agent'] satisfies SignedFor[];

/** What a page of the shop hands to WeChat or WeCom, to be believed. */
export function wechatRoute(app: FastifyInstance, { signing, limits, now }: WechatRouteOptions): void {
  app.get<{ Querystring: { url?: unknown; for?: unknown } }>('/v1/wechat/signature', async request => {
    limits.read(request.ip);
    const { url, for: of = 'wechat' } = request.query;
    if (!kinds.includes(String(of))) {
      throw new QunError('malformed', { detail: `for=${kinds.join(', or ')}`, path: 'for' });
    }
    return { ...(await signing.sign(of as SignedFor, url)), now: now() };
  });
}

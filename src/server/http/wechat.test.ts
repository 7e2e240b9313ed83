import assert from 'node:assert/strict';
import test from 'node:test';
import { ServerUnderTest } from '../../../test/fixtures/room-server.js';
import { WechatApi } from '../../../test/fixtures/wechat-api.js';
import type { RoomServerOptions } from '../index.js';
import { jsSignature } from '../wechat/js-signature.js';
import type { PageSignature } from '../wechat/page-signing.js';

const PAGE = 'https://shop.example/live?qs=abc&name=%E5%BC%A0';

async function signing(
  run: (it: ServerUnderTest, api: WechatApi) => Promise<void>,
  more: Partial<RoomServerOptions> = {},
): Promise<void> {
  const api = await WechatApi.start();
  const it = await ServerUnderTest.start({
    wechat: { wechat: { appId: 'wx1', secret: 'the-secret' }, hosts: ['shop.example'], wechatApi: api.base },
    ...more,
  });
  try {
    await run(it, api);
  } finally {
    await it.close();
    await api.close();
  }
}

const asked = (url: string, more = '') => `/v1/wechat/signature?url=${encodeURIComponent(url)}${more}`;

test('a page asks with its own address, and gets what wx.config wants, signed for exactly that', () =>
  signing(async it => {
    const { status, headers, body } = await it.ask('GET', asked(PAGE));
    const { nonceStr, timestamp, signature, now, ...rest } = body as unknown as PageSignature & {
      now: number;
    };
    assert.deepEqual([status, rest], [200, { for: 'wechat', appId: 'wx1', url: PAGE }]);
    assert.equal(signature, jsSignature({ ticket: 'jsapi-1', nonceStr, timestamp, url: PAGE }));
    assert.equal(Math.floor(now / 1000), timestamp);
    assert.equal(headers['cache-control'], 'no-store');
  }));

test('what is not to be signed is refused, with what to mend', () =>
  signing(async it => {
    const refusal = async (path: string) => {
      const { status, body } = await it.ask('GET', path);
      return [status, body.error?.code, body.error?.path];
    };
    assert.deepEqual(await refusal(asked('https://evil.example/')), [403, 'not-allowed', 'url']);
    assert.deepEqual(await refusal('/v1/wechat/signature'), [400, 'malformed', 'url']);
    assert.deepEqual(await refusal(`${asked(PAGE)}&url=x`), [400, 'malformed', 'url']);
    assert.deepEqual(await refusal(asked(PAGE, '&for=qq')), [400, 'malformed', 'for']);
    assert.deepEqual(await refusal(asked(PAGE, '&for=wecom')), [404, 'not-found', undefined]);
  }));

test('pages of other origins and those who ask without end get nothing', () =>
  signing(
    async it => {
      const from = (origin: string) => it.ask('GET', asked(PAGE), { origin });
      assert.equal((await from('https://evil.example')).body.error?.code, 'origin-refused');
      assert.equal((await from('https://shop.example')).status, 200);
      const all = await Promise.all(Array.from({ length: 8 }, () => from('https://shop.example')));
      assert.ok(all.some(({ status }) => status === 429));
    },
    { origins: ['https://shop.example'], perAddress: 1, now: () => 1_777_000_000_000 },
  ));

test('an account that refuses is said to be so, and its secrets are not', () =>
  signing(async (it, api) => {
    api.before.set('/cgi-bin/stable_token', [{ errcode: 40164, errmsg: 'invalid ip 10.1.2.3 the-secret' }]);
    const { status, headers, text, body } = await it.ask('GET', asked(PAGE));
    assert.deepEqual([status, body.error?.code, headers['retry-after']], [503, 'overloaded', '60']);
    assert.match(text, /40164\): this server's address is not on the account's IP list/);
    assert.doesNotMatch(text, /the-secret|10\.1\.2\.3/);
  }));

test('a server without an account says that it has none', async () => {
  const it = await ServerUnderTest.start();
  try {
    assert.equal((await it.ask('GET', asked(PAGE))).body.error?.code, 'not-found');
  } finally {
    await it.close();
  }
});

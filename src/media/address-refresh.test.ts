import { expect } from '@open-wc/testing';
import { AddressRefresh, type RefreshUrl } from './address-refresh.js';

const OLD = 'https://a.example/m.m3u8?t=1';

function refresh(ask: RefreshUrl | undefined) {
  const address = new AddressRefresh(OLD, ask);
  const once = () =>
    new Promise<string>(resolve => {
      const asked = address.refresh(
        (src, again) => resolve(again ? `again ${src}` : src),
        () => resolve('failed'),
      );
      if (!asked) resolve('nobody');
    });
  return { address, once };
}

describe('the refreshing of an address', () => {
  it('asks nobody where there is nobody', async () => {
    expect(await refresh(undefined).once()).to.equal('nobody');
  });

  it('asks with the refused one, and reads a relative answer from the page', async () => {
    const asked: string[] = [];
    const { address, once } = refresh(refused => {
      asked.push(refused);
      return '/fresh.m3u8';
    });
    expect(await once()).to.equal(new URL('/fresh.m3u8', document.baseURI).href);
    expect(address.src).to.equal(new URL('/fresh.m3u8', document.baseURI).href);
    expect(asked).to.deep.equal([OLD]);
  });

  it('asks one question at a time', async () => {
    let asked = 0;
    let answer: (src: string) => void = () => undefined;
    const { address, once } = refresh(() => {
      asked += 1;
      return new Promise(resolve => (answer = resolve));
    });
    const first = once();
    expect(
      address.refresh(
        () => undefined,
        () => undefined,
      ),
    ).to.equal(true);
    await Promise.resolve();
    answer(OLD);
    await first;
    expect(asked).to.equal(1);
  });

  it('believes the refusal after two fresh addresses in vain, until there is fresh patience', async () => {
    let count = 1;
    const { address, once } = refresh(() => `https://a.example/m.m3u8?t=${(count += 1)}`);
    expect([await once(), await once(), await once()]).to.deep.equal([
      'https://a.example/m.m3u8?t=2',
      'again https://a.example/m.m3u8?t=3',
      'nobody',
    ]);
    // Media that was on its way already proves nothing.
    address.good();
    expect(await once()).to.equal('nobody');
    address.reset();
    expect(await once()).to.equal('https://a.example/m.m3u8?t=4');
  });

  it('says so when no address comes, and counts that as no try', async () => {
    const { once } = refresh(() => Promise.reject(new TypeError('Failed to fetch')));
    for (let i = 0; i < 4; i += 1) expect(await once()).to.equal('failed');
  });

  it('says nothing once it is stopped', async () => {
    let answer: (src: string) => void = () => undefined;
    const { address } = refresh(() => new Promise(resolve => (answer = resolve)));
    let told = false;
    address.refresh(
      () => (told = true),
      () => (told = true),
    );
    await Promise.resolve();
    address.stop();
    answer(OLD);
    await new Promise(resolve => setTimeout(resolve));
    expect(told).to.equal(false);
    expect(address.src).to.equal(OLD);
  });
});

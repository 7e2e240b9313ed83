import { expect } from '@open-wc/testing';
import { LiveStream } from '../../test/fixtures/live-stream.js';
import { beginEarly, takeEarly } from './early.js';

function place(attributes: Record<string, string>): () => void {
  const player = document.createElement('qun-live-player');
  for (const [name, value] of Object.entries(attributes)) player.setAttribute(name, value);
  document.body.append(player);
  return () => player.remove();
}

describe('what is asked for before there is a player', () => {
  it('is the playlist of the player that stands in the page, for whoever plays it first', async () => {
    const { src } = new LiveStream();
    const leave = place({ src });
    beginEarly();
    const url = new URL(src, location.href).href;
    const entry = takeEarly(url);
    expect((await entry!.list).text).to.contain('#EXTINF');
    expect(takeEarly(url)).to.equal(undefined);
    leave();
  });

  for (const [name, attributes] of [
    ['one that waits for a tap', { src: '/a.m3u8', preload: 'none' }],
    ['one that is far away', { src: '/a.m3u8', style: 'position: absolute; top: 9000px' }],
    ['one that the browser plays itself', { src: '/a.mp4' }],
    ['one whose address is none', { src: 'http://[' }],
  ] as const) {
    it(`is nothing for ${name}`, () => {
      const leave = place(attributes);
      beginEarly();
      for (const path of ['/a.m3u8', '/a.mp4']) expect(takeEarly(location.origin + path)).to.equal(undefined);
      leave();
    });
  }
});

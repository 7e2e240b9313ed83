import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import type { StreamHarness } from '../../../test/fixtures/comment-stream-harness.js';
import { trackPending, streamAlone, streamInRoom } from '../../../test/fixtures/comment-stream-harness.js';
import { comment } from '../../../test/fixtures/fake-transport.js';
import type { QunCommentStream } from './comment-stream.js';

const some = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => comment(`c${from + index}`, `words ${from + index}`));
const nodes = (harness: StreamHarness) => harness.root.querySelectorAll('*').length;

describe('qun-comment-stream in a flood', () => {
  it('shows the newest of 5,000, with few nodes, and counts what nobody could read', async () => {
    const harness = await streamAlone();
    harness.element.comments = some(0, 10);
    await harness.until(() => harness.lines.length === 10);
    harness.element.comments = some(0, 5010);
    await harness.until(() => harness.last === 'Lin: words 5009');
    expect(harness.lines.length).to.equal(80);
    expect(nodes(harness)).to.be.below(250);
    expect(harness.element.skipped).to.equal(4920);
  });

  it('keeps up with a page that adds them one by one', async () => {
    const harness = await streamAlone();
    const renders: number[] = [];
    const update = harness.element.requestUpdate.bind(harness.element);
    harness.element.requestUpdate = (...args: Parameters<typeof update>) => {
      renders.push(performance.now());
      update(...args);
    };
    let all = some(0, 1);
    for (let next = 1; next <= 1000; next += 1) {
      all = [...all.slice(-199), comment(`c${next}`, `words ${next}`)];
      harness.element.comments = all;
    }
    expect(renders.length).to.equal(1000, 'one for each is only asked for');
    await harness.until(() => harness.last === 'Lin: words 1000');
    expect(nodes(harness)).to.be.below(250);
  });

  it('stays bounded while a room sends all it may', async () => {
    const { harness, transport } = await streamInRoom();
    transport.snapshot({}, { comments: some(0, 50) });
    for (let tick = 1; tick <= 8; tick += 1) {
      transport.tick({ comments: some(tick * 50, 50) });
      await nextFrame();
      expect(harness.lines.length).to.be.most(81);
    }
    await harness.until(() => harness.last === 'Lin: words 449');
    expect(nodes(harness)).to.be.below(250);
    expect(harness.element.skipped).to.be.above(0);
  });

  it('leaves nothing in the page for a line that has gone', async () => {
    const { harness, transport } = await streamInRoom();
    transport.snapshot({}, { comments: some(0, 80) });
    await harness.until(() => harness.lines.length === 80);
    for (let tick = 1; tick <= 4; tick += 1) {
      transport.tick({ comments: some(tick * 100, 10) });
      await harness.until(() => harness.last === `Lin: words ${tick * 100 + 9}`);
    }
    expect(harness.find('.lines').childNodes.length).to.equal(80);
  });

  it('keeps the place of who reads back while it is out of sight', async () => {
    const { harness, transport } = await streamInRoom();
    transport.snapshot({}, { comments: some(0, 80) });
    await harness.until(() => harness.lines.length === 80 && harness.away < 1);
    const list = harness.find('.list');
    const seen = () => {
      const { top, bottom } = list.getBoundingClientRect();
      return top < window.innerHeight && bottom > 0;
    };
    harness.readBack(400);
    transport.tick({ comments: some(80, 3) });
    await harness.until(() => harness.find('.unread') !== null);
    const { scrollTop } = list;
    const space = document.createElement('div');
    space.style.height = '9000px';
    document.body.append(space);
    try {
      window.scrollTo(0, 8000);
      for (let frame = 0; frame < 3 || seen(); frame += 1) await nextFrame();
      window.scrollTo(0, 0);
      for (let frame = 0; frame < 3 || !seen(); frame += 1) await nextFrame();
      expect(list.scrollTop).to.equal(scrollTop);
      expect(harness.find('.unread')).to.not.equal(null);
    } finally {
      space.remove();
    }
  });

  it('tells those who listen of the first, and not of each that follows', async () => {
    const { harness, transport } = await streamInRoom();
    transport.snapshot({}, { comments: some(0, 5) });
    await harness.until(() => harness.lines.length === 5);
    expect(harness.said).to.equal('', 'what was there before is not news');
    const told: string[] = [];
    const watch = new MutationObserver(() => told.push(harness.said));
    watch.observe(harness.find('[role=status]'), { characterData: true, childList: true, subtree: true });
    const begun = performance.now();
    for (let tick = 1; tick <= 5; tick += 1) {
      transport.tick({ comments: some(tick * 10, 10) });
      await nextFrame();
    }
    await harness.until(() => harness.last === 'Lin: words 59');
    watch.disconnect();
    expect(told[0]).to.match(/^\d+ new comments\. Latest: Lin: words \d+$/);
    expect(told.length).to.be.most(1 + (performance.now() - begun) / 5000);
    expect(harness.find('.list').getAttribute('aria-live')).to.equal('off');
  });
});

describe('qun-comment-stream, when it goes', () => {
  it('leaves nothing behind', async () => {
    const { harness, transport, room } = await streamInRoom();
    const { element } = harness;
    const store = element.roomStore!.$comments as unknown as { lc: number };
    transport.tick({ comments: some(0, 30) });
    await harness.until(() => harness.lines.length === 30);
    expect(store.lc).to.be.above(0);

    const { pending, stop } = trackPending();
    try {
      // A pace to be kept, a digest to be told and a frame to come, all at once.
      transport.tick({ comments: some(30, 30) });
      while (harness.said === '') await nextFrame();
      element.comments = some(0, 3);
      element.remove();
      expect([...pending]).to.eql([]);
      element.comments = some(0, 4);
      transport.tick({ comments: some(60, 5) });
      expect([...pending]).to.eql([]);
      expect(store.lc).to.equal(0);
    } finally {
      stop();
    }
    room.append(element);
    await harness.until(() => harness.last === 'Lin: words 64');
  });

  it('comes and goes a hundred times', async () => {
    const { harness, transport, room } = await streamInRoom();
    const { element } = harness;
    transport.tick({ comments: some(0, 3) });
    for (let time = 0; time < 100; time += 1) {
      element.remove();
      room.append(element);
    }
    await harness.until(() => harness.lines.length === 3);
    expect((element.roomStore!.$comments as unknown as { lc: number }).lc).to.equal(1);
    for (let time = 0; time < 100; time += 1) {
      const one = await fixture<QunCommentStream>(
        html`<qun-comment-stream .comments=${some(0, 2)}></qun-comment-stream>`,
      );
      one.remove();
    }
  });
});

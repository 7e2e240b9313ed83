import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { StreamHarness, streamAlone, streamInRoom } from '../../../test/fixtures/comment-stream-harness.js';
import { comment } from '../../../test/fixtures/fake-transport.js';
import type { Comment, Speaker } from '../../protocol/index.js';
import { QunCommentStream } from './comment-stream.js';

const speaker = (more: Partial<Speaker>): Partial<Comment> => ({
  from: { id: 'x', role: 'viewer', ...more },
});
const some = (count: number, prefix = 'c') =>
  Array.from({ length: count }, (_, index) => comment(`${prefix}${index}`, `words ${prefix}${index}`));

describe('qun-comment-stream', () => {
  it('shows what is said in its room, oldest first', async () => {
    const { harness, transport } = await streamInRoom();
    transport.tick({ comments: [comment('a', 'First'), comment('b', 'Second')] });
    await harness.until(() => harness.lines.length === 2);
    expect(harness.lines).to.eql(['Lin: First', 'Lin: Second']);
  });

  it('shows what was said before it came', async () => {
    const { harness, transport } = await streamInRoom();
    transport.snapshot({}, { comments: some(50) });
    await harness.until(() => harness.lines.length > 0);
    expect(harness.lines.length).to.equal(50, 'all at once');
  });

  it('finds its room by id', async () => {
    const { transport, room } = await streamInRoom();
    room.id = 'stage';
    const harness = await streamAlone(html`<qun-comment-stream room="stage" lang="en"></qun-comment-stream>`);
    transport.tick({ comments: [comment('a', 'Hello')] });
    await harness.until(() => harness.last === 'Lin: Hello');
  });

  it('shows the comments a page gives it, also those given before it was defined', async () => {
    const early = document.createElement('late-stream') as QunCommentStream;
    early.lang = 'en';
    early.comments = [comment('a', 'Early')];
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.append(early);
    customElements.define('late-stream', class extends QunCommentStream {});
    const harness = new StreamHarness(early);
    await harness.until(() => early.shadowRoot !== null && harness.last === 'Lin: Early');
    early.comments = [...early.comments, comment('b', 'Later')];
    await harness.until(() => harness.last === 'Lin: Later');
    early.comments = null;
    await harness.until(() => harness.lines.length === 0);
  });

  it('says who speaks: guests by number, host and assistant by badge, simulated lines as such', async () => {
    const { harness, transport } = await streamInRoom();
    transport.tick({
      comments: [
        comment('a', 'one', speaker({ guest: 4821 })),
        comment('b', 'two', speaker({ role: 'host' })),
        comment('c', 'three', speaker({ role: 'assistant', name: 'Mo' })),
        comment('d', 'four', speaker({ role: 'assistant' })),
        comment('e', 'five', { simulated: true }),
        comment('f', 'six', speaker({})),
      ],
    });
    await harness.until(() => harness.lines.length === 6);
    expect(harness.lines).to.eql([
      'Guest 4821: one',
      'Host Qing: two',
      'Assistant Mo: three',
      'Assistant four',
      'Simulated Lin: five',
      'Viewer: six',
    ]);
    expect(harness.all('.line.host').length).to.equal(1);
  });

  it('speaks Chinese, and changes its language while shown', async () => {
    const { harness, transport, room } = await streamInRoom(undefined, 'zh-CN');
    transport.tick({ comments: [comment('a', '好看', speaker({ guest: 4821 }))] });
    await harness.until(() => harness.lines.length === 1);
    expect(harness.lines).to.eql(['游客4821：好看']);
    expect(harness.field.placeholder).to.equal('说点什么…');
    room.lang = 'en';
    await harness.until(() => harness.last === 'Guest 4821: 好看');
    expect(harness.send.getAttribute('aria-label')).to.equal('Send');
  });

  it('takes words for words, whatever they look like', async () => {
    const harness = await streamAlone();
    const text = '<img src=x onerror="alert(1)"> <b>bold</b>';
    harness.element.comments = [comment('a', text, speaker({ name: '<i>Lin</i>' }))];
    await harness.until(() => harness.lines.length === 1);
    expect(harness.last).to.equal(`<i>Lin</i>: ${text}`);
    expect(harness.all('img, i, .line b b').length).to.equal(0);
  });

  it('lets words that were taken down vanish', async () => {
    const { harness, transport } = await streamInRoom();
    transport.tick({ comments: some(3) });
    await harness.until(() => harness.lines.length === 3);
    transport.control('comment.redact', { ids: ['c1'] });
    await harness.until(() => harness.lines.length === 2);
    expect(harness.lines).to.eql(['Lin: words c0', 'Lin: words c2']);
  });

  it('keeps the lines of the page as they are while others come', async () => {
    const { harness, transport } = await streamInRoom();
    transport.tick({ comments: some(3) });
    await harness.until(() => harness.lines.length === 3);
    const [first] = harness.all('.line');
    transport.tick({ comments: some(3, 'd') });
    await harness.until(() => harness.lines.length === 6);
    expect(harness.all('.line')[0] === first).to.equal(true);
  });

  it('stays at the newest line', async () => {
    const { harness, transport } = await streamInRoom();
    transport.snapshot({}, { comments: some(40) });
    await harness.until(() => harness.lines.length === 40);
    const bottom = () => {
      const list = harness.find('.list').getBoundingClientRect();
      const lines = harness.all('.line');
      return lines[lines.length - 1]!.getBoundingClientRect().bottom - list.bottom;
    };
    expect(bottom()).to.be.within(-20, 0);
    transport.tick({ comments: some(5, 'd') });
    await harness.until(() => harness.last === 'Lin: words d4');
    expect(bottom()).to.be.within(-20, 0);
  });

  it('invites where nobody has said anything, in the page’s own way if it has one', async () => {
    const harness = await streamAlone(
      html`<qun-comment-stream lang="en"><em slot="empty">Ask Qing</em></qun-comment-stream>`,
    );
    const empty = harness.find('.empty');
    expect(empty.hidden).to.equal(false);
    expect(empty.textContent).to.include('Be the first to say hello.');
    expect(harness.find<HTMLSlotElement>('slot[name=empty]').assignedElements()[0]!.textContent).to.equal(
      'Ask Qing',
    );
    harness.element.comments = [comment('a', 'Hi')];
    await harness.until(() => empty.hidden === true);
  });

  it('has room for the page beside its field', async () => {
    const harness = await streamAlone(
      html`<qun-comment-stream lang="en"
        ><button slot="composer-start">Bag</button
        ><button slot="composer-end">Like</button></qun-comment-stream
      >`,
    );
    const [bag, like] = [...harness.element.querySelectorAll('button')];
    const left = (element: Element) => element.getBoundingClientRect().left;
    expect(left(bag!)).to.be.below(left(harness.field));
    expect(left(like!)).to.be.above(left(harness.send));
  });

  it('closes the field with words when the show is over', async () => {
    const { harness, transport } = await streamInRoom();
    expect(harness.field).to.exist;
    harness.element.draft = 'half a thought';
    transport.control('room.phase', { phase: 'ended' });
    await harness.until(() => !harness.field);
    expect(harness.find('.closed').textContent).to.include('comments');
    expect(harness.find('.empty').hidden, 'nobody is invited to say hello').to.equal(true);
    await expect(harness.element).to.be.accessible();
    transport.control('room.phase', { phase: 'live' });
    await harness.until(() => !!harness.field);
    expect(harness.field.value).to.equal('half a thought');
  });

  it('leaves the field out on request', async () => {
    const harness = await streamAlone(html`<qun-comment-stream without-composer></qun-comment-stream>`);
    expect(harness.all('textarea').length).to.equal(0);
    harness.element.focusComposer();
  });

  it('is accessible, alone and with every kind of line', async () => {
    const { harness, transport } = await streamInRoom();
    await expect(harness.element).to.be.accessible();
    transport.tick({
      comments: [
        ...some(20),
        comment('h', 'Welcome', speaker({ role: 'host' })),
        comment('s', 'Hi', speaker({ role: 'assistant' })),
        comment('m', 'Nice', { simulated: true }),
      ],
    });
    await harness.until(() => harness.lines.length === 23);
    await entered(harness);
    await expect(harness.element).to.be.accessible();
  });
});

/** Lines have come in: their colours are their own. */
async function entered(harness: StreamHarness): Promise<void> {
  await Promise.all(harness.all('.line').flatMap(line => line.getAnimations().map(one => one.finished)));
}

describe('the lines of qun-comment-stream', () => {
  /** Every shift of the page's content that the browser counts from now on. */
  function watchShifts() {
    const shifts: number[] = [];
    const observer = new PerformanceObserver(list => {
      for (const entry of list.getEntries())
        shifts.push((entry as PerformanceEntry & { value: number }).value);
    });
    observer.observe({ type: 'layout-shift' });
    return { shifts, stop: () => observer.disconnect() };
  }

  for (const overPicture of [false, true]) {
    it(`come in without a shift of the page${overPicture ? ', over a picture' : ''}`, async () => {
      const { harness, transport } = await streamInRoom();
      harness.element.overPicture = overPicture;
      transport.snapshot({}, { comments: some(2) });
      await harness.until(() => harness.lines.length === 2);
      const watch = watchShifts();
      const list = harness.find('.list').getBoundingClientRect();
      for (let round = 0; round < 8; round += 1) {
        transport.tick({ comments: some(4, `r${round}-`) });
        await harness.until(() => harness.last === `Lin: words r${round}-3`);
        await nextFrame();
        const { bottom } = harness.all('.line').pop()!.getBoundingClientRect();
        expect(bottom, `line ${round}`).to.be.within(list.bottom - 16, list.bottom + 8);
      }
      await harness.until(() => harness.scrolls);
      await nextFrame();
      watch.stop();
      expect(watch.shifts).to.deep.equal([]);
    });
  }
});

describe('qun-comment-stream while somebody reads back', () => {
  async function readingBack() {
    const scene = await streamInRoom();
    scene.transport.snapshot({}, { comments: some(40) });
    await scene.harness.until(() => scene.harness.lines.length === 40 && scene.harness.scrolls);
    scene.harness.readBack(200);
    return scene;
  }

  it('holds still, and counts what is new', async () => {
    const { harness, transport } = await readingBack();
    transport.tick({ comments: some(12, 'new') });
    await harness.until(() => !!harness.find('.unread'));
    expect(harness.find('.unread').textContent.trim()).to.equal('12 new');
    expect(harness.last).to.equal('Lin: words c39');
    expect(harness.away).to.equal(200);
    await expect(harness.element).to.be.accessible();
  });

  it('comes back on a tap', async () => {
    const { harness, transport } = await readingBack();
    transport.tick({ comments: some(12, 'new') });
    await harness.until(() => !!harness.find('.unread'));
    harness.find('.unread').click();
    await harness.element.updateComplete;
    expect(harness.last).to.equal('Lin: words new11');
    await harness.until(() => harness.away === 0);
    expect(harness.all('.unread').length).to.equal(0);
    expect(harness.root.activeElement).to.equal(
      harness.find('.list'),
      'the button is gone, the focus is not',
    );
  });

  it('comes back by scrolling', async () => {
    const { harness, transport } = await readingBack();
    transport.tick({ comments: some(3, 'new') });
    await harness.until(() => !!harness.find('.unread'));
    harness.readBack(0);
    await harness.until(() => harness.last === 'Lin: words new2');
  });

  it('counts no further than 99', async () => {
    const { harness, transport } = await readingBack();
    for (let tick = 0; tick < 3; tick += 1) transport.tick({ comments: some(50, `t${tick}-`) });
    await harness.until(() => !!harness.find('.unread'));
    expect(harness.find('.unread').textContent.trim()).to.equal('99+ new');
    harness.element.lang = 'zh-CN';
    await harness.until(() => harness.find('.unread').textContent.trim() === '99+条新评论');
  });

  it('keeps what the room has forgotten, but not what was taken down', async () => {
    const { harness, transport } = await readingBack();
    for (let tick = 0; tick < 6; tick += 1) transport.tick({ comments: some(50, `t${tick}-`) });
    transport.control('comment.redact', { ids: ['c5'] });
    await harness.until(() => harness.lines.length === 39);
    expect(harness.lines[5]).to.equal('Lin: words c6');
  });

  it('is read with the keyboard', async () => {
    const { harness } = await readingBack();
    harness.readBack(0);
    harness.find('.list').focus();
    await sendKeys({ press: 'PageUp' });
    await harness.until(() => harness.away > 20);
  });
});

describe('qun-comment-stream over the picture', () => {
  async function overPicture() {
    const place = await fixture<HTMLElement>(
      html`<div>
        <qun-comment-stream
          lang="en"
          over-picture
          .comments=${[comment('a', 'Hi'), comment('b', 'What a colour')]}
        >
        </qun-comment-stream>
      </div>`,
    );
    for (const [name, value] of [
      ['position', 'fixed'],
      ['inset', '0 0 auto 0'],
      ['background', '#fff'],
    ] as const)
      place.style.setProperty(name, value);
    const harness = new StreamHarness(place.querySelector('qun-comment-stream')!);
    await harness.until(() => harness.lines.length === 2);
    await entered(harness);
    return { harness, place };
  }
  const at = (x: number, y: number) => document.elementFromPoint(x, y)?.localName;

  it('takes touches on its lines, and leaves all others to the picture', async () => {
    const { harness } = await overPicture();
    const line = harness.find('.line').getBoundingClientRect();
    const list = harness.find('.list').getBoundingClientRect();
    expect(at(line.left + 4, line.top + 4)).to.equal('qun-comment-stream');
    expect(at(line.right + 10, line.top + 4)).to.equal('div');
    expect(at(list.left + 4, list.top + 4)).to.equal('div');
  });

  it('keeps words and names at 4.5:1 even on a white picture', async () => {
    const { harness } = await overPicture();
    const style = getComputedStyle(harness.element);
    const scrim = 255 * (1 - Number(style.getPropertyValue('--scrim')));
    const veil = scrim * (1 - channels(getComputedStyle(harness.find('.line')).backgroundColor)[3]!);
    for (const part of ['.line', '.name']) {
      const [r, g, b] = channels(getComputedStyle(harness.find(part)).color) as [number, number, number];
      expect((luminance(r, g, b) + 0.05) / (luminance(veil, veil, veil) + 0.05)).to.be.above(4.5, part);
    }
  });

  it('fades at the top, and lets the last line stand clear', async () => {
    const { harness } = await overPicture();
    const list = harness.find('.list');
    expect(getComputedStyle(list).maskImage).to.include('gradient');
    expect(harness.find('.line').offsetTop).to.be.least(40);
  });

  it('keeps the field out of sight until it is wanted, where the room has a bar of its own', async () => {
    const { harness } = await overPicture();
    harness.element.composerOnFocus = true;
    await harness.element.updateComplete;
    const opacity = () => getComputedStyle(harness.find('.composer')).opacity;
    expect(opacity()).to.equal('0');
    harness.element.focusComposer();
    expect(opacity()).to.equal('1');
    expect(harness.focus).to.equal('field');
  });

  it('is accessible', async () => {
    const { harness } = await overPicture();
    await expect(harness.element).to.be.accessible({ ignoredRules: ['color-contrast'] });
  });
});

const channels = (color: string) => color.match(/[\d.]+/g)!.map(Number);

function luminance(...rgb: [number, number, number]): number {
  const [r, g, b] = rgb.map(value => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

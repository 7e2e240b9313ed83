import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { comment } from '../../../test/fixtures/fake-transport.js';
import type { ShownLine } from '../../core/comment-pace.js';
import { LineList } from './line-list.js';
import type { LineView } from './render-line.js';

const view = (more: Partial<LineView> = {}): LineView => ({
  language: 'en',
  host: 'Qing',
  t: (key, params = {}) => (key === 'comment.by' ? `${String(params.name)}: ` : key),
  words: () => '',
  enters: () => false,
  more: (line, speaker) => html`${speaker}<i>${line.text}</i>`,
  ...more,
});
const lines = (ids: string) => [...ids].map(id => comment(id, id));

function stage() {
  const place = document.createElement('ol');
  const list = new LineList();
  return {
    place,
    show: (shown: readonly ShownLine[], seen = view()) => list.show(place, shown, seen),
    texts: () => [...place.children].map(item => item.textContent).join(' '),
  };
}

describe('the list of lines', () => {
  it('has one item for each, and nothing of those that went', () => {
    const { place, show, texts } = stage();
    show(lines('abc'));
    expect(texts()).to.equal('Lin: a Lin: b Lin: c');
    for (let turn = 0; turn < 50; turn += 1) show([comment(`x${turn}`, 'x'), comment(`y${turn}`, 'y')]);
    expect(place.childNodes.length).to.equal(2);
    expect(place.querySelectorAll('li').length).to.equal(2);
  });

  it('keeps the item of a line that stays, and does not touch it', () => {
    const { place, show, texts } = stage();
    const [a, b, c] = lines('abc') as [ShownLine, ShownLine, ShownLine];
    show([a, b]);
    const before = [...place.children];
    const changes = new MutationObserver(() => {});
    changes.observe(before[1]!, { subtree: true, childList: true, characterData: true, attributes: true });
    show([b, c]);
    expect(place.firstElementChild).to.equal(before[1]);
    expect(texts()).to.equal('Lin: b Lin: c');
    expect(changes.takeRecords()).to.eql([]);
  });

  it('puts lines where they belong, whatever the order was', () => {
    const { show, texts } = stage();
    for (const order of ['abcd', 'bcda', 'dabc', 'xaby', 'yx', 'abxcy', '', 'ba']) {
      show(lines(order));
      expect(texts()).to.equal([...order].map(id => `Lin: ${id}`).join(' '));
    }
  });

  it('moves no other item when the first becomes the last', () => {
    const { place, show } = stage();
    const all = lines('abcd');
    show(all);
    const moved: Node[] = [];
    const changes = new MutationObserver(() => {});
    changes.observe(place, { childList: true });
    show([...all.slice(1), all[0]!]);
    for (const { addedNodes } of changes.takeRecords()) moved.push(...addedNodes);
    expect(moved.map(node => node.textContent)).to.eql(['Lin: a']);
  });

  it('writes a line anew that changes, or is to be read in other words', () => {
    const { place, show, texts } = stage();
    const [a] = lines('a') as [ShownLine];
    show([a]);
    const item = place.firstElementChild;
    show([{ ...a, text: '***' }]);
    expect(texts()).to.equal('Lin: ***');
    show([{ ...a, text: '***' }], view({ t: (_, { name } = {}) => `${String(name)}：` }));
    expect(texts()).to.equal('Lin：***');
    expect(place.firstElementChild).to.equal(item);
  });

  it('exchanges the item of a line that becomes more than plain', () => {
    const { place, show, texts } = stage();
    const [a] = lines('a') as [ShownLine];
    show([{ ...a, own: true, key: 'k' }]);
    expect(place.querySelector('li')!.className).to.equal('line viewer mine');
    expect(place.querySelector('i')!.textContent).to.equal('a');
    show([{ ...a, key: 'k' }]);
    expect(place.querySelector('i')).to.equal(null);
    show([{ ...a, own: true, key: 'k' }]);
    expect(place.childNodes.length).to.equal(1);
    expect(texts()).to.contain('a');
  });

  it('shows words as text, whatever they are', () => {
    const { place, show } = stage();
    show([
      comment('a', '<img src=x onerror=alert(1)>', { from: { id: 'v', role: 'viewer', name: '<b>Lin' } }),
    ]);
    expect(place.querySelector('img')).to.equal(null);
    expect(place.textContent).to.equal('<b>Lin: <img src=x onerror=alert(1)>');
  });
});

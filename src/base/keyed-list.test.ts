import { expect, fixture, html } from '@open-wc/testing';
import { KeyedList } from './keyed-list.js';

const entry = (key: string, words = key) => [key, html`<li><button>${words}</button></li>`] as const;
const make = async (keys: string) => {
  const parent = await fixture<HTMLElement>(html`<ul></ul>`);
  const list = new KeyedList();
  const set = (next: string) =>
    list.update(
      parent,
      [...next].map(key => entry(key)),
    );
  set(keys);
  return { parent, list, set };
};
const order = (parent: Element) => parent.textContent.replace(/\s/g, '');

describe('a list of templates with keys', () => {
  it('puts every order in the place of every other, and keeps each item', async () => {
    const orders = ['', 'a', 'abc', 'cba', 'bca', 'xaby', 'dcba', 'abcdef', 'fbd', 'da'];
    const { parent, list, set } = await make('');
    for (const from of orders)
      for (const to of orders) {
        set(from);
        const kept = [...from].filter(key => to.includes(key)).map(key => [key, list.get(key)] as const);
        set(to);
        expect(order(parent), `${from} → ${to}`).to.equal(to);
        for (const [key, item] of kept) expect(list.get(key)).to.equal(item);
      }
  });

  it('leaves nothing behind for what has gone', async () => {
    const { parent, set } = await make('abc');
    const nodes = parent.childNodes.length;
    for (let round = 0; round < 50; round += 1) set(round % 2 ? 'abc' : 'c');
    expect(parent.childNodes.length).to.equal(nodes);
    set('');
    expect(parent.children.length).to.equal(0);
    expect(parent.textContent.trim()).to.equal('');
  });

  it('never takes the focus from the item that has it, wherever the others go', async () => {
    const { parent, list, set } = await make('abcde');
    const button = list.get('c')!.querySelector('button')!;
    button.focus();
    for (const keys of ['edcba', 'cabde', 'abdec', 'xyzc', 'c']) {
      set(keys);
      expect(order(parent)).to.equal(keys);
      expect(document.activeElement, keys).to.equal(button);
    }
  });

  it('stands after what its parent holds besides, and makes an item anew that becomes of another kind', async () => {
    const { parent, list } = await make('');
    parent.append(document.createElement('li'));
    list.update(parent, [entry('a'), entry('b')]);
    expect(parent.children[0]!.textContent).to.equal('');
    const old = list.get('a');
    list.update(parent, [['a', html`<li><i>a</i></li>`], entry('b', 'B')]);
    expect(order(parent)).to.equal('aB');
    expect(list.get('a')).not.to.equal(old);
    expect(parent.querySelectorAll('li').length).to.equal(3);
  });
});

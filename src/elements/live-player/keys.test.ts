import { expect } from '@open-wc/testing';
import { keysFor, keyWish } from './keys.js';

const press = (
  key: string,
  target: HTMLElement = document.createElement('div'),
  more: KeyboardEventInit = {},
) => keyWish(new KeyboardEvent('keydown', { key, ...more }), target);

function control(tag: 'button' | 'input', name = ''): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}

describe('the keys of a player', () => {
  it('are those of every player', () => {
    const asked = [' ', 'k', 'K', 'm', 'f', 'c', 'i', 'l', 'j', 'ArrowLeft', 'ArrowRight', 'Home', 'End'];
    expect(asked.map(key => press(key))).to.deep.equal([
      ...['toggle', 'toggle', 'toggle', 'sound', 'fullScreen', 'captions', 'pictureInPicture', 'live'],
      ...['farBack', 'back', 'forward', 'start', 'end'],
    ]);
    expect([press('ArrowUp'), press('ArrowDown')]).to.deep.equal(['louder', 'softer']);
  });

  it('leave the rest to the page, and shortcuts to the browser', () => {
    expect([press('x'), press('Tab'), press('Escape'), press('Enter')]).to.deep.equal([
      ...[undefined, undefined, undefined, undefined],
    ]);
    for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }])
      expect(press('k', undefined, more)).to.equal(undefined);
  });

  it('leave a control what is its own', () => {
    expect(press(' ', control('button'))).to.equal(undefined);
    expect(press('k', control('button'))).to.equal('toggle');
    expect(press('ArrowUp', control('input', 'volume'))).to.equal(undefined);
    expect(press('m', control('input', 'volume'))).to.equal('sound');
    expect(press('ArrowUp', control('input', 'seek'))).to.equal('forward');
    expect(press('ArrowDown', control('input', 'seek'))).to.equal('back');
  });

  it('can be told to those who ask for them', () => {
    expect([keysFor('toggle'), keysFor('fullScreen')]).to.deep.equal(['k Space', 'f']);
  });
});

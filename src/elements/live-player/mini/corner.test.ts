import { expect } from '@open-wc/testing';
import { cornerByKey, restingCorner, type Corner } from './corner.js';

const name = ({ edge, side }: Corner): string => `${edge} ${side}`;

describe('where a small picture comes to rest', () => {
  const size = { width: 400, height: 800 };
  const still = { x: 0, y: 0 };

  it('is the corner it was let go of in', () => {
    expect(name(restingCorner({ x: 100, y: 700 }, still, size))).to.equal('bottom left');
    expect(name(restingCorner({ x: 300, y: 100 }, still, size))).to.equal('top right');
  });

  it('is the one it was thrown to', () => {
    expect(name(restingCorner({ x: 300, y: 700 }, { x: -1, y: -2 }, size))).to.equal('top left');
    expect(name(restingCorner({ x: 300, y: 700 }, { x: -0.1, y: 0 }, size))).to.equal('bottom right');
  });

  it('follows the arrow keys, and no others', () => {
    const at: Corner = { edge: 'bottom', side: 'right' };
    const moved = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'].map(key => name(cornerByKey(key, at)!));
    expect(moved).to.eql(['top right', 'bottom right', 'bottom left', 'bottom right']);
    expect(cornerByKey('a', at)).to.equal(undefined);
  });
});

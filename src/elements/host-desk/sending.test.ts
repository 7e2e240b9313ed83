import { expect } from '@open-wc/testing';
import { emptyRoom } from '../../core/fold.js';
import { Sending } from './sending.js';

const live = { ...emptyRoom, phase: 'live' as const };
const begun = () => {
  const sending = new Sending();
  sending.begin('phase', state => state.phase === 'live');
  return sending;
};

describe('what the host has asked for', () => {
  it('is on its way until the answer and the state have both come, in either order', () => {
    const first = begun();
    first.answered('phase', true, emptyRoom);
    expect(first.has('phase')).to.be.true;
    first.settle(live);
    expect(first.has('phase')).to.be.false;

    const second = begun();
    second.settle(live);
    expect(second.has('phase')).to.be.true;
    second.answered('phase', true, live);
    expect(second.has('phase')).to.be.false;
  });

  it('is done at once where nothing had to change, or where it failed', () => {
    const same = begun();
    same.answered('phase', false, emptyRoom);
    expect(same.has('phase')).to.be.false;
    const refused = begun();
    refused.failed('phase');
    expect(refused.has('phase')).to.be.false;
  });

  it('is forgotten with the session', () => {
    const sending = begun();
    sending.clear();
    sending.answered('phase', true, live);
    expect(sending.has('phase')).to.be.false;
  });
});

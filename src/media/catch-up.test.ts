import { expect } from '@open-wc/testing';
import { CatchUp, type LatencySight } from './catch-up.js';

const sight = (changes: Partial<LatencySight> = {}): LatencySight => ({
  ...{ distanceS: 6, targetS: 3, ahead: 5, parts: false },
  ...changes,
});

describe('a picture that is late', () => {
  it('runs faster until it is where it belongs, and not before it is late by a second', () => {
    const catchUp = new CatchUp();
    expect(catchUp.rate(sight({ distanceS: 3.9 }), 0)).to.equal(1);
    expect(catchUp.rate(sight(), 1000)).to.equal(1.1);
    expect(catchUp.rate(sight({ distanceS: 3.4 }), 2000)).to.equal(1.02);
    expect(catchUp.rate(sight({ distanceS: 3.05 }), 3000)).to.equal(1);
    expect(catchUp.rate(sight({ distanceS: 3.4 }), 4000)).to.equal(1);
  });

  it('is caught up sooner where the stream comes in parts', () => {
    expect(new CatchUp().rate(sight({ distanceS: 3.4, parts: true }), 0)).to.be.greaterThan(1);
  });

  it('takes its time while there is little to play', () => {
    expect(new CatchUp().rate(sight({ ahead: 1.5 }), 0)).to.equal(1);
    expect(new CatchUp().rate(sight({ ahead: 0.5, parts: true }), 0)).to.equal(1);
  });

  it('does not hurry into the next stall', () => {
    const catchUp = new CatchUp();
    catchUp.stalled(0);
    expect(catchUp.rate(sight(), 5000)).to.equal(1);
    expect(catchUp.rate(sight(), 10_000)).to.equal(1.1);
  });

  it('never runs faster than voices bear, and keeps its own speed where nothing is known', () => {
    expect(new CatchUp().rate(sight({ distanceS: 60 }), 0)).to.equal(1.1);
    expect(new CatchUp().rate(sight({ distanceS: undefined }), 0)).to.equal(1);
    expect(new CatchUp().rate(sight({ targetS: undefined }), 0)).to.equal(1);
  });
});

import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { contrast, inkOn, readable, readColor, type Rgb } from './colors.js';

const channel = fc.integer({ min: 0, max: 255 });
const color = fc.tuple(channel, channel, channel) as fc.Arbitrary<Rgb>;

describe('colours of a poster', () => {
  it('are read as browsers compute them, and not guessed', () => {
    expect(readColor('rgb(211, 54, 34)')).to.deep.equal([211, 54, 34]);
    expect(readColor('rgba(211, 54, 34, 0.5)')).to.deep.equal([211, 54, 34]);
    expect(readColor('rgb(211 54 34 / 50%)')).to.deep.equal([211, 54, 34]);
    expect(readColor(' #D33622')).to.deep.equal([211, 54, 34]);
    expect(readColor('color(display-p3 1 0 0)')).to.equal(undefined);
    expect(readColor('')).to.equal(undefined);
  });

  it('are as far apart as WCAG counts it', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).to.be.closeTo(21, 0.01);
    expect(contrast([119, 119, 119], [255, 255, 255])).to.be.closeTo(4.48, 0.01);
  });

  it('can be read on any ground, in any theme', () => {
    fc.assert(
      fc.property(color, color, (word, ground) => {
        expect(contrast(readable(word, ground), ground)).to.be.at.least(4.4);
        expect(contrast(inkOn(ground), ground)).to.be.at.least(4.4);
      }),
    );
    expect(readable([20, 18, 17], [255, 255, 255])).to.deep.equal([20, 18, 17]);
  });
});

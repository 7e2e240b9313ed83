import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { cmcdHeaders, cmcdText, cmcdUrl, type CmcdFacts } from './cmcd.js';

const some = fc.record<Required<CmcdFacts>>(
  {
    br: fc.double({ min: 1, max: 1e6, noNaN: true }),
    bl: fc.double({ min: 0, max: 1e6, noNaN: true }),
    bs: fc.boolean(),
    cid: fc.string({ maxLength: 64 }),
    mtp: fc.double({ min: 0, max: 1e6, noNaN: true }),
    ot: fc.constantFrom('m', 'i', 'a', 'v', 'av', 'c', 'o'),
    pr: fc.double({ min: 0, max: 4, noNaN: true }),
    sf: fc.constant('h'),
    sid: fc.string({ maxLength: 64 }),
    st: fc.constantFrom('l', 'v'),
    su: fc.boolean(),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<CmcdFacts>;

/** As the specification has it: a key, and for all but true a value: a number, a word, or text between quotes. */
const PAIR = /^([a-z]+)(?:=(-?\d+(?:\.\d+)?|[a-z]+|"(?:[^"\\]|\\["\\])*"))?$/;

/** Splits at commas outside of quotes. */
const pairs = (text: string): string[] => text.match(/(?:"(?:[^"\\]|\\.)*"|[^,"])+/g) ?? [];

describe('what a CDN is told', () => {
  it('is in the form of the specification, in the order of the alphabet', () => {
    fc.assert(
      fc.property(some, facts => {
        const found = pairs(cmcdText(facts)).map(pair => PAIR.exec(pair));
        expect(found.every(Boolean), cmcdText(facts)).to.equal(true);
        const keys = found.map(one => one![1]!);
        expect(keys).to.deep.equal([...keys].sort());
        expect(new Set(keys).size).to.equal(keys.length);
      }),
    );
  });

  it('says nothing of what is not so, or as everybody takes it to be', () => {
    expect(cmcdText({ bs: false, su: false, pr: 1 })).to.equal('');
    expect(cmcdText({ bs: true, su: true, pr: 1.1 })).to.equal('bs,pr=1.1,su');
  });

  it('rounds as the specification says', () => {
    expect(cmcdText({ br: 75.4, bl: 2049, mtp: 12_351 })).to.equal('bl=2000,br=75,mtp=12400');
  });

  it('quotes text, and leaves words of a list alone', () => {
    expect(cmcdText({ cid: 'a "b" \\', ot: 'av', sf: 'h', st: 'l' })).to.equal(
      'cid="a \\"b\\" \\\\",ot=av,sf=h,st=l',
    );
  });

  it('travels in an address that still says where it goes', () => {
    fc.assert(
      fc.property(some, fc.constantFrom('', '?token=a%2Fb', '?a=1&b', '#t=3', '?x#y'), (facts, rest) => {
        const base = 'https://cdn.example/live/1.m4s';
        const url = new URL(cmcdUrl(`${base}${rest}`, facts));
        expect(url.searchParams.get('CMCD') ?? '').to.equal(cmcdText(facts));
        url.searchParams.delete('CMCD');
        expect([...url.searchParams]).to.deep.equal([...new URL(`${base}${rest}`).searchParams]);
        expect(url.hash).to.equal(new URL(`${base}${rest}`).hash);
      }),
    );
  });

  it('travels in four headers, which together say the same', () => {
    fc.assert(
      fc.property(some, facts => {
        const headers = cmcdHeaders(facts);
        const together = headers.flatMap(([, value]) => pairs(value)).sort();
        expect(together).to.deep.equal(pairs(cmcdText(facts)).sort());
        for (const [name, value] of headers) {
          expect(name).to.match(/^CMCD-(Object|Request|Session|Status)$/);
          expect(value).not.to.equal('');
        }
      }),
    );
  });
});

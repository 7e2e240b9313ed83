import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { breakLines, graphemes, unbreakable } from './break-lines.js';

/** As in a type of one width: a wide character takes two columns. */
const columns = (text: string) =>
  graphemes(text).reduce((sum, one) => sum + (/[\u1100-\uffef]/.test(one) ? 2 : 1), 0);
const lines = (text: string, width: number, more: { most?: number; balanced?: boolean } = {}) =>
  breakLines(text, { width, measure: columns, ...more });

describe('breaking lines', () => {
  it('counts characters as Intl does, also where it does not ask it', () => {
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    const words = fc.string({
      unit: fc.oneof(
        fc.constantFrom(...'茶“—…·～、。「」ーッ゛￥ｶﾟ々〇éß£€™ 👍🏽'),
        fc.integer({ min: 32, max: 0xffff }).map(code => String.fromCharCode(code)),
      ),
    });
    fc.assert(
      fc.property(words, text => {
        const said = [...segmenter.segment(text)].map(({ segment }) => segment);
        expect(graphemes(text)).to.deep.equal(said);
      }),
    );
  });

  it('breaks between Chinese characters and between Western words', () => {
    expect(lines('今年第一批明前绿茶', 8)).to.deep.equal(['今年第一', '批明前绿', '茶']);
    expect(lines('green tea from the hill', 10)).to.deep.equal(['green tea', 'from the', 'hill']);
    expect(lines('明前绿茶 Green tea 罐装', 12)).to.deep.equal(['明前绿茶', 'Green tea 罐', '装']);
  });

  it('begins no line with what closes, and ends none with what opens', () => {
    expect(lines('今年春茶，上新', 8)).to.deep.equal(['今年春', '茶，上新']);
    expect(lines('今天看「春茶」专场', 8)).to.deep.equal(['今天看', '「春茶」', '专场']);
    expect(lines('只要三十元￥30起', 12)).to.deep.equal(['只要三十元', '￥30起']);
  });

  it('keeps words, figures, prices and their units whole', () => {
    expect(unbreakable('¥1,280.50 起，100 g 铁罐')).to.deep.equal([
      '¥1,280.50 ',
      '起，',
      '100\u00a0g ',
      '铁',
      '罐',
    ]);
    expect(unbreakable('first-flush tea')).to.deep.equal(['first-', 'flush ', 'tea']);
    expect(lines('A tin of 100 g tea', 12)).to.deep.equal(['A tin of', '100\u00a0g tea']);
  });

  it('parts a word that is wider than a line', () => {
    expect(lines('Donaudampfschiff', 6)).to.deep.equal(['Donaud', 'ampfsc', 'hiff']);
  });

  it('measures words that fit once', () => {
    const measured: string[] = [];
    const measure = (text: string) => measured.push(text) && columns(text);
    expect(breakLines('今年第一批明前绿茶 ', { width: 40, measure })).to.deep.equal(['今年第一批明前绿茶']);
    expect(measured).to.have.length(1);
    expect(breakLines('  ', { width: 40, measure })).to.deep.equal([]);
  });

  it('never parts what is one character to its reader', () => {
    expect(lines('👩‍🌾👩‍🌾👍🏽é茶', 2)).to.deep.equal(['👩‍🌾', '👩‍🌾', '👍🏽', 'é', '茶']);
    const { Segmenter } = Intl;
    try {
      (Intl as { Segmenter?: unknown }).Segmenter = undefined;
      expect(graphemes('👩‍🌾👍🏽é茶')).to.deep.equal(['👩‍🌾', '👍🏽', 'é', '茶']);
    } finally {
      Object.assign(Intl, { Segmenter });
    }
  });

  it('says where there is more, and cuts no figure in two', () => {
    expect(lines('今年第一批明前绿茶上新', 8, { most: 2 })).to.deep.equal(['今年第一', '批明前…']);
    expect(lines('绿茶，上新专场', 7, { most: 1 })).to.deep.equal(['绿茶…']);
    expect(lines('green tea 128 tins', 12, { most: 1 })).to.deep.equal(['green tea…']);
    expect(lines('短', 8, { most: 1 })).to.deep.equal(['短']);
  });

  it('breaks a heading where its reader pauses, and else into lines of like length', () => {
    expect(lines('春茶上新专场，明前茶和手作茶器', 20, { balanced: true })).to.deep.equal([
      '春茶上新专场，',
      '明前茶和手作茶器',
    ]);
    expect(lines('one two three four five', 20)).to.deep.equal(['one two three four', 'five']);
    expect(lines('one two three four five', 20, { balanced: true })).to.deep.equal([
      'one two three',
      'four five',
    ]);
  });

  it('loses nothing, is never too wide, and holds to its rules, whatever is written', () => {
    const bits = [
      '茶',
      '，',
      '。',
      '（',
      '）',
      '「',
      '」',
      '¥',
      '12',
      '.5',
      'tea',
      ' ',
      '-',
      '👍🏽',
      '100 g',
      '%',
      'ー',
    ];
    const written = fc.array(fc.constantFrom(...bits), { maxLength: 40 }).map(all => all.join(''));
    const spaceless = (text: string) => text.replace(/\s/g, '');
    fc.assert(
      fc.property(written, fc.integer({ min: 8, max: 30 }), fc.boolean(), (text, width, balanced) => {
        const broken = lines(text, width, { balanced });
        expect(spaceless(broken.join(''))).to.equal(spaceless(text));
        for (const line of broken) expect(columns(line)).to.be.at.most(width);
        const cut = lines(text, width, { most: 2 });
        expect(cut.length).to.be.at.most(2);
        for (const line of cut) expect(columns(line)).to.be.at.most(width);
      }),
      { numRuns: 300 },
    );
  });
});

import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { Tally, type Moment } from './tally.js';

const MOMENTS: Moment[] = ['moving', 'standing', 'seeking', 'paused', 'over', 'hidden', 'shown', 'tick'];

/** Reads as `'moving 1000 standing 500 …'`: what happens, and how many ms later the next thing does. */
function watch(story: string): { tally: Tally; stalls: number[] } {
  const stalls: number[] = [];
  const tally = new Tally(ms => stalls.push(ms));
  let at = 100_000;
  for (const word of story.split(' ')) {
    if (/^\d+$/.test(word)) at += Number(word);
    else tally.note(word as Moment, at);
  }
  return { tally, stalls };
}

const figures = (story: string): string => {
  const { tally, stalls } = watch(story);
  return `${tally.playedMs} ${tally.stalledMs} ${tally.stalls} [${stalls.join()}]`;
};

describe('the tally of a viewer’s time', () => {
  it('counts what moved and what stood still', () => {
    expect(figures('moving 3000 standing 1000 moving 2000 tick')).to.equal('5000 1000 1 [1000]');
    expect(watch('moving 3000 standing 1000 moving').tally.stallRatio).to.equal(0.25);
  });

  it('leaves out the start, pauses, what somebody seeks, and the end', () => {
    expect(figures('standing 4000 tick')).to.equal('0 0 0 []');
    expect(figures('moving 1000 paused 4000 moving 1000 tick')).to.equal('2000 0 0 []');
    expect(figures('moving 1000 seeking 500 standing 2000 moving 1000 tick')).to.equal('2000 0 0 []');
    expect(figures('moving 1000 over 4000 tick')).to.equal('1000 0 0 []');
  });

  it('leaves out waiting that a viewer asked for by playing on', () => {
    expect(figures('moving 1000 paused 100 standing 2000 moving 1000 tick')).to.equal('2000 0 0 []');
  });

  it('takes the jump out of a stall for a part of it', () => {
    expect(figures('moving 1000 standing 1000 seeking 500 moving 1000 tick')).to.equal('2000 1500 1 [1500]');
  });

  it('counts nothing while the page is hidden, and a stall only if it is seen', () => {
    expect(figures('moving 1000 hidden 3000 shown 1000 tick')).to.equal('2000 0 0 []');
    expect(figures('moving 1000 hidden standing 3000 moving shown 1000 tick')).to.equal('2000 0 0 []');
    expect(figures('moving 1000 hidden standing 3000 shown 500 moving tick')).to.equal('1000 500 1 [500]');
  });

  it('ends a stall that is paused away or fails', () => {
    expect(figures('moving 1000 standing 700 paused')).to.equal('1000 700 1 [700]');
    expect(figures('moving 1000 standing 700 over 900 moving 100 tick')).to.equal('1100 700 1 [700]');
  });

  it('takes a gap for a device that slept', () => {
    expect(figures('moving 3600000 tick 1000 tick')).to.equal('6000 0 0 []');
  });

  it('holds for anything that may happen in any order', () => {
    const events = fc.array(fc.tuple(fc.constantFrom(...MOMENTS), fc.integer({ min: -1000, max: 20_000 })), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(events, story => {
        const stalls: number[] = [];
        const tally = new Tally(ms => stalls.push(ms));
        let at = 100_000;
        let last = at;
        tally.note('tick', at);
        let most = 0;
        let played = 0;
        for (const [moment, laterMs] of story) {
          at += laterMs;
          most += Math.min(Math.max(0, at - last), 5000);
          last = Math.max(last, at);
          played += tally.note(moment, at);
        }
        // Whatever stood still last is over now.
        tally.note('paused', at);
        tally.note('shown', at);
        tally.note('over', at);
        const sum = stalls.reduce((all, one) => all + one, 0);
        expect(tally.stallRatio).to.be.within(0, 1);
        expect(played).to.equal(tally.playedMs);
        expect(sum).to.equal(tally.stalledMs);
        expect(stalls.length).to.equal(tally.stalls);
        expect(tally.playedMs + tally.stalledMs).to.be.at.most(most);
        expect(Math.min(tally.playedMs, tally.stalledMs, ...stalls)).to.be.at.least(0);
        if (!story.some(([moment]) => moment === 'moving')) expect(tally.playedMs + sum).to.equal(0);
      }),
      { numRuns: 500 },
    );
  });
});

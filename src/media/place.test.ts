import { expect } from '@open-wc/testing';
import type { Span } from './choices.js';
import { Place } from './place.js';
import type { Seat } from './steerable.js';

/** A stream that reaches from 100 s to its edge, and a picture in it. */
function stage({ recorded = false, start = 100, time = 398, behindByChoice = false } = {}) {
  const edge: number | undefined = recorded ? undefined : 400;
  let told = 0;
  const video = { currentTime: time };
  const playhead = {
    ...{ edge, behindByChoice, targetDurationS: 2, toleranceS: 4 },
    get time() {
      return video.currentTime;
    },
    get span(): Span {
      return { start, end: edge ?? 500 };
    },
    toEdge() {
      this.behindByChoice = false;
      if (edge !== undefined) video.currentTime = edge;
    },
  };
  const seat = { video, playhead, changed: () => (told += 1) } as unknown as Seat;
  return { video, playhead, place: new Place(() => seat), told: () => told };
}

describe('the place of a viewer', () => {
  it('is where they go, and stays their choice', () => {
    const { place, video, playhead } = stage();
    place.seek(300);
    expect(video.currentTime).to.equal(300);
    expect(playhead.behindByChoice).to.equal(true);
    place.keep();
    expect(video.currentTime).to.equal(300);
    expect(place.skipped).to.equal(undefined);
    place.stop();
  });

  it('is live where they go as far as the edge', () => {
    const { place, video, playhead } = stage({ behindByChoice: true });
    place.seek(900);
    expect(video.currentTime).to.equal(400);
    expect(playhead.behindByChoice).to.equal(false);
  });

  it('is within what the stream still has, and not at what it is about to lose', () => {
    const { place, video } = stage();
    place.seek(-5);
    expect(video.currentTime).to.equal(102);
  });

  it('is in a recording anywhere from its first picture', () => {
    const { place, video, playhead } = stage({ recorded: true, start: 0 });
    place.seek(0);
    expect(video.currentTime).to.equal(0);
    expect(playhead.behindByChoice).to.equal(false);
  });

  it('moves on with the oldest picture there is, in words', () => {
    const { place, video, told } = stage({ time: 50, behindByChoice: true });
    place.keep();
    expect(video.currentTime).to.equal(102);
    expect(place.skipped).to.equal('oldest');
    expect(told()).to.equal(1);
    place.stop();
  });

  it('is live again, in words, where the stream keeps next to nothing', () => {
    const { place, video } = stage({ start: 395, time: 300, behindByChoice: true });
    place.keep();
    expect(video.currentTime).to.equal(400);
    expect(place.skipped).to.equal('edge');
    place.stop();
  });

  it('is live without words for those who chose nothing', () => {
    const { place, video } = stage({ time: 380 });
    place.keep();
    expect(video.currentTime).to.equal(400);
    expect(place.skipped).to.equal(undefined);
  });

  it('is not taken for a choice after an engine has jumped to the edge by itself', () => {
    const { place, video, playhead } = stage();
    place.seek(200);
    video.currentTime = 201;
    place.watch();
    expect(playhead.behindByChoice).to.equal(true);
    video.currentTime = 399;
    place.watch();
    expect(playhead.behindByChoice).to.equal(false);
    expect(place.skipped).to.equal('edge');
    place.stop();
  });

  it('is found again by its date, once, by another engine', () => {
    const { place, playhead } = stage();
    place.remember(1000);
    expect(place.recall()).to.equal(undefined);
    playhead.behindByChoice = true;
    place.remember(1000);
    expect(place.recall()).to.equal(1000);
    expect(place.recall()).to.equal(undefined);
  });
});

import { expect } from '@open-wc/testing';
import { RequestPace } from './request-pace.js';

describe('the pace of requests', () => {
  it('is their own while all is well', () => {
    const pace = new RequestPace();
    expect([0, 1, 2].map(now => pace.turn(now))).to.deep.equal([undefined, undefined, undefined]);
  });

  it('is one a second while they fail, and no two viewers keep the same beat', () => {
    const spacings = Array.from({ length: 20 }, () => {
      const pace = new RequestPace();
      void pace.turn(0);
      pace.trouble('playlist');
      const waits = [500, 1000, 1250].map(now => pace.turn(now) !== undefined);
      pace.stop();
      return waits;
    });
    // Half a second is too soon for everybody.
    expect(spacings.every(([soon]) => soon)).to.equal(true);
    const pace = new RequestPace();
    void pace.turn(0);
    pace.trouble('media');
    expect(pace.turn(1250)).to.equal(undefined);
  });

  it('lets each wait for its turn', async () => {
    const pace = new RequestPace();
    const now = performance.now();
    pace.trouble('playlist');
    void pace.turn(now - 990);
    await pace.turn(now);
    expect(performance.now() - now).to.be.at.least(8);
  });

  it('is their own again with media, or where playlists failed with a playlist', () => {
    const soon = (by: 'playlist' | 'media', calmed: 'playlist' | 'media') => {
      const pace = new RequestPace();
      void pace.turn(0);
      pace.trouble(by);
      pace.calm(calmed);
      const waits = pace.turn(1) !== undefined;
      pace.stop();
      return !waits;
    };
    expect(soon('playlist', 'playlist')).to.equal(true);
    expect(soon('playlist', 'media')).to.equal(true);
    expect(soon('media', 'media')).to.equal(true);
    expect(soon('media', 'playlist')).to.equal(false);
  });

  it('keeps nobody waiting once it is stopped', () => {
    const pace = new RequestPace();
    void pace.turn(0);
    pace.trouble('media');
    let went = false;
    void pace.turn(1)?.then(() => (went = true));
    pace.stop();
    expect(went).to.equal(false);
  });
});

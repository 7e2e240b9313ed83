import { expect } from '@open-wc/testing';
import { defaultPolicy } from './playback-policy.js';
import { PlaylistWatch } from './playlist-watch.js';

const watch = () => new PlaylistWatch({ ...defaultPolicy, frozenMs: 10_000 });

describe('the pulse of a playlist', () => {
  it('is a regression when the numbers begin anew, and none when renditions differ by one', () => {
    const pulse = watch();
    expect(pulse.read({ live: true, end: 500 })).to.equal(undefined);
    expect(pulse.read({ live: true, end: 499 })).to.equal(undefined);
    expect(pulse.read({ live: true, end: 6 })).to.equal('regressed');
    pulse.forget();
    expect(pulse.read({ live: true, end: 6 })).to.equal(undefined);
  });

  it('is lost when it is read again and again without news', () => {
    const pulse = watch();
    pulse.read({ live: true, end: 10 }, 0);
    pulse.read({ live: true, end: 10 }, 9000);
    expect(pulse.frozenMs(9500)).to.equal(0);
    pulse.read({ live: true, end: 10 }, 12_000);
    expect(pulse.frozenMs(13_000)).to.equal(13_000);
    pulse.read({ live: true, end: 11 }, 14_000);
    expect(pulse.frozenMs(14_500)).to.equal(0);
  });

  it('is not lost while it cannot be read: that is the network', () => {
    const pulse = watch();
    pulse.read({ live: true, end: 10 }, 0);
    expect(pulse.frozenMs(60_000)).to.equal(0);
  });

  it('has the patience that long segments need', () => {
    const pulse = watch();
    pulse.read({ live: true, end: 10, targetDurationS: 6 }, 0);
    pulse.read({ live: true, end: 10, targetDurationS: 6 }, 17_000);
    expect(pulse.frozenMs(17_000)).to.equal(0);
  });

  it('has ended only where it had begun', () => {
    const [recording, show] = [watch(), watch()];
    recording.read({ live: false, end: 10 });
    show.read({ live: true, end: 10 });
    show.read({ live: false, end: 12 });
    expect([recording.closed, show.closed]).to.deep.equal([false, true]);
  });
});

import { expect } from '@open-wc/testing';
import { watchIntervals } from '../../test/fixtures/watch-intervals.js';
import { TickController } from './tick-controller.js';

/** An element in which only the asking for updates matters. */
class Host extends EventTarget {
  asked = 0;
  readonly updateComplete = Promise.resolve(true);
  addController() {}
  removeController() {}
  requestUpdate() {
    this.asked += 1;
  }
}

/** How many timers that repeat are running, while `act` goes on. */
function timersOf(act: (running: () => number) => void): void {
  const intervals = watchIntervals();
  try {
    act(intervals.running);
  } finally {
    intervals.stop();
    Reflect.deleteProperty(document, 'hidden');
  }
}

const show = (shown: boolean) => {
  Object.defineProperty(document, 'hidden', { configurable: true, value: !shown });
  document.dispatchEvent(new Event('visibilitychange'));
};

describe('what counts seconds', () => {
  it('shares one timer, and none runs while there is nothing to count', () => {
    timersOf(running => {
      const hosts = [new Host(), new Host(), new Host()];
      const ticks = hosts.map(host => new TickController(host));
      ticks.forEach(tick => tick.hostConnected());
      expect(running()).to.equal(0);
      ticks.forEach(tick => (tick.active = true));
      expect(running()).to.equal(1);
      ticks.slice(1).forEach(tick => (tick.active = false));
      expect(running()).to.equal(1);
      ticks[0]!.hostDisconnected();
      expect(running()).to.equal(0);
      ticks.forEach(tick => tick.hostDisconnected());
    });
  });

  it('sleeps while the page is behind, and is up to date when it comes back', () => {
    timersOf(running => {
      const host = new Host();
      const tick = new TickController(host);
      tick.hostConnected();
      tick.active = true;
      show(false);
      expect(running()).to.equal(0);
      const { asked } = host;
      show(true);
      expect([running(), host.asked]).to.deep.equal([1, asked + 1]);
      tick.hostDisconnected();
      show(false);
      show(true);
      expect([running(), host.asked]).to.deep.equal([0, asked + 1]);
    });
  });
});

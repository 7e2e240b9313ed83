import { expect } from '@open-wc/testing';
import { SeenController } from './seen-controller.js';
import { TurnController } from './turn-controller.js';

/** An element in which only the asking for updates matters. */
class Host extends HTMLElement {
  asked = 0;
  woken: (() => void) | undefined;
  readonly updateComplete = Promise.resolve(true);
  addController() {}
  removeController() {}
  requestUpdate() {
    this.asked += 1;
    this.woken?.();
  }
}
customElements.define('turning-host', Host);
const next = (host: Host) => new Promise<void>(resolve => (host.woken = resolve));

describe('what wakes an element', () => {
  it('a moment that has come, once', async () => {
    const host = new Host();
    const turn = new TurnController(host);
    turn.wakeIn(5);
    turn.wakeIn(1);
    await next(host);
    expect(host.asked).to.equal(1);
  });

  it('no moment that was called off, or that comes after the element has left', async () => {
    const [off, gone, last] = [new Host(), new Host(), new Host()];
    const turns = [off, gone, last].map(host => new TurnController(host));
    turns.forEach(turn => turn.wakeIn(1));
    turns[0]!.wakeIn(undefined);
    turns[1]!.hostDisconnected();
    await next(last);
    expect([off.asked, gone.asked, last.asked]).to.deep.equal([0, 0, 1]);
  });

  it('being shown and being hidden', async () => {
    const host = new Host();
    const seen = new SeenController(host);
    document.body.append(host);
    seen.hostConnected();
    expect(seen.seen).to.be.true;
    host.hidden = true;
    await next(host);
    expect(seen.seen).to.be.false;
    host.hidden = false;
    await next(host);
    expect(seen.seen).to.be.true;
    seen.hostDisconnected();
    const { asked } = host;
    document.dispatchEvent(new Event('visibilitychange'));
    expect(host.asked).to.equal(asked);
    host.remove();
  });
});

import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { atom, type WritableAtom } from 'nanostores';
import { StoreController } from './store-controller.js';

class StoreProbe extends LitElement {
  readonly count = new StoreController<number>(this);
  renders = 0;
  override render() {
    this.renders += 1;
    return html`<b>${this.count.value}</b>`;
  }
}
customElements.define('store-probe', StoreProbe);

const make = () => fixture<StoreProbe>(html`<store-probe></store-probe>`);
const text = async (probe: StoreProbe) => {
  await probe.updateComplete;
  return probe.shadowRoot!.textContent;
};
/** Listeners of a store, as nanostores counts them. */
const listeners = (store: WritableAtom<number>) => (store as unknown as { lc: number }).lc;

describe('an element that follows a store', () => {
  it('shows its value, now and at every change', async () => {
    const probe = await make();
    const $count = atom(1);
    probe.count.follow($count);
    expect(await text(probe)).to.equal('1');
    $count.set(2);
    expect(await text(probe)).to.equal('2');
  });

  it('lives without one, and leaves the old one when it is given another', async () => {
    const probe = await make();
    expect(await text(probe)).to.equal('');
    const [$one, $two] = [atom(1), atom(2)];
    probe.count.follow($one);
    probe.count.follow($two);
    expect(await text(probe)).to.equal('2');
    expect(listeners($one)).to.equal(0);
    const { renders } = probe;
    $one.set(9);
    expect(await text(probe)).to.equal('2');
    expect(probe.renders).to.equal(renders);
    probe.count.follow(undefined);
    expect(await text(probe)).to.equal('');
    expect(listeners($two)).to.equal(0);
  });

  it('listens only while it is in the page, and misses nothing', async () => {
    const probe = await make();
    const $count = atom(1);
    probe.count.follow($count);
    for (let round = 0; round < 100; round += 1) {
      probe.remove();
      expect(listeners($count)).to.equal(0);
      document.body.append(probe);
      expect(listeners($count)).to.equal(1);
    }
    probe.remove();
    $count.set(7);
    document.body.append(probe);
    expect(await text(probe)).to.equal('7');
    probe.remove();
  });
});

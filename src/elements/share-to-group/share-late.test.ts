import { expect, waitUntil } from '@open-wc/testing';
import { holdBack } from '../../../test/fixtures/late-part.js';
import { inApp, shareAlone, WECHAT } from '../../../test/fixtures/share-harness.js';
import { sharing } from './sharing-part.js';

// In the order of what happens to one page: what sharing needs is fetched once.
describe('the first tap on qun-share-to-group', () => {
  const network = holdBack(sharing);

  it('finds what it needs asked for already, and is seen to as soon as that has come', async () => {
    const harness = await shareAlone(inApp(WECHAT));
    await waitUntil(() => network.asked() === 1, 'it is fetched when the browser has nothing to do');
    const gone = await shareAlone(inApp(WECHAT));
    network.fail();
    await waitUntil(() => sharing.failed);

    const shared = harness.element.share();
    const lost = gone.element.share();
    await waitUntil(() => network.asked() === 2, 'a tap has it fetched at once');
    gone.element.remove();
    expect(harness.asked).to.have.length(0);
    network.give();
    await Promise.all([shared, lost]);
    await harness.element.updateComplete;
    expect(harness.opened).to.deep.equal(['guide']);
    expect(harness.dialog.open).to.be.true;
    // Who has left meanwhile wants nothing any more.
    expect(gone.asked).to.have.length(0);
    expect(gone.opened).to.have.length(0);
  });

  it('asks within the tap where it is here', async () => {
    const harness = await shareAlone(inApp(WECHAT));
    const shared = harness.element.share();
    expect(harness.asked).to.have.length(1);
    await shared;
  });
});

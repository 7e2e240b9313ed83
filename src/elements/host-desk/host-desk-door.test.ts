import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { heldTransport, one, placeDesk, settled, tap } from '../../../test/fixtures/host-desk-harness.js';
import { said } from '../../../test/fixtures/live-room-harness.js';
import { PATIENCE_MS, until } from '../../../test/fixtures/patience.js';
import type { QunErrorEvent } from '../../events/qun-error-event.js';
import { QunError } from '../../protocol/index.js';
import '../../define/qun-host-desk.js';
import type { QunHostDesk } from './host-desk.js';

describe('the door of qun-host-desk', function () {
  this.timeout(PATIENCE_MS);

  const field = (el: QunHostDesk) => one<HTMLInputElement>(el, 'input[type=password]')!;
  const enter = async (el: QunHostDesk, token: string) => {
    field(el).value = token;
    field(el).focus();
    await sendKeys({ press: 'Enter' });
    await settled(el);
  };

  it('lets a host in by the token typed, once, and keeps it nowhere', async () => {
    const transport = heldTransport();
    const tokens: string[] = [];
    const { el } = await placeDesk(token => {
      tokens.push(token);
      return transport;
    });
    expect(field(el).autocomplete).to.equal('off');
    await expect(el).to.be.accessible();
    await enter(el, '');
    expect(tokens).to.deep.equal([]);
    await enter(el, ' secret ');
    transport.snapshot({ title: 'Spring' });
    await settled(el);
    expect(one(el, '.desk')).to.exist;
    expect(tokens).to.deep.equal(['secret']);
    expect(el.getAttribute('token')).to.be.null;
    // Other pages of these tests keep things of their own there meanwhile.
    const places = [{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href];
    expect(JSON.stringify(places)).to.not.contain('secret');
  });

  it('lets a host in by the token of the page', async () => {
    const transport = heldTransport('assistant');
    const { el } = await placeDesk(token => {
      expect(token).to.equal('given');
      return transport;
    });
    el.token = 'given';
    await settled(el);
    transport.snapshot({ title: 'Spring' });
    await settled(el);
    expect(one(el, '.desk')).to.exist;
  });

  it('does not let a viewer in, and says why', async () => {
    const transport = heldTransport('viewer');
    const { el } = await placeDesk(() => transport);
    const refused = oneEvent(el, 'qun-error') as Promise<unknown> as Promise<QunErrorEvent>;
    await enter(el, 'viewer');
    expect((await refused).error.code).to.equal('not-allowed');
    await settled(el);
    expect(said(one(el, '[role=alert]'))).to.contain('for viewers');
    expect(one(el, '.desk')).to.be.null;
    expect(transport.open).to.equal(0);
  });

  it('says what is wrong with a token, and takes another', async () => {
    let bad = true;
    const transport = heldTransport();
    transport.join = () =>
      bad ? Promise.reject(new QunError('token-bad')) : Promise.resolve(transport.session);
    const { el } = await placeDesk(() => transport);
    await enter(el, 'wrong');
    await until(() => said(one(el, '[role=alert]')) === 'Your sign-in is not valid. Sign in again.');
    bad = false;
    await enter(el, 'right');
    transport.snapshot({ title: 'Spring' });
    await until(() => one(el, '.desk'));
  });

  it('lets the host out again', async () => {
    const transport = heldTransport();
    const { el } = await placeDesk(() => transport);
    await enter(el, 'secret');
    transport.snapshot({ title: 'Spring' });
    await until(() => one(el, '.desk'));
    await tap(el, 'Sign out');
    await settled(el);
    expect(field(el).value).to.equal('');
    expect(transport.open).to.equal(0);
  });
});

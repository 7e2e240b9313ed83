import { expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import { PATIENCE_MS, until } from '../../test/fixtures/patience.js';
import { QunError } from '../protocol/index.js';
import { RefreshController } from './refresh-controller.js';

const EVERY_MS = 1;
const refused: string[] = [];

class FiguresProbe extends LitElement {
  readonly refresh = new RefreshController<number>(this, EVERY_MS, error => refused.push(error.code));
}
customElements.define('figures-probe', FiguresProbe);

/** A probe in the page, and what it looks at: each look is answered by the test. */
function probe() {
  const element = new FiguresProbe();
  const looks: { give(value: number): void; refuse(error: unknown): void; signal: AbortSignal }[] = [];
  document.body.append(element);
  element.refresh.follow(signal => new Promise((give, refuse) => looks.push({ give, refuse, signal })));
  return { element, looks };
}

/** Makes the page as if it were behind another, or in front again. */
function behind(hidden: boolean | undefined): void {
  if (hidden === undefined) delete (document as { hidden?: boolean }).hidden;
  else Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
  document.dispatchEvent(new Event('visibilitychange'));
}

/** Long enough for a look that is due; nothing is measured by it. */
const aMoment = () => new Promise(resolve => setTimeout(resolve, 20 * EVERY_MS));

describe('looking again and again', function () {
  this.timeout(PATIENCE_MS);

  afterEach(() => {
    behind(undefined);
    document.querySelectorAll('figures-probe').forEach(one => one.remove());
    refused.length = 0;
  });

  it('goes on with each answer, one look at a time', async () => {
    const { element, looks } = probe();
    for (const value of [1, 2, 3]) {
      await until(() => looks.length === value);
      await aMoment();
      expect(looks).to.have.length(value);
      looks[value - 1]!.give(value);
      await until(() => element.refresh.value === value);
    }
  });

  it('keeps what was seen over what passes, and ends with what is final until it is asked again', async () => {
    const { element, looks } = probe();
    await until(() => looks.length === 1);
    looks[0]!.give(7);
    await until(() => looks.length === 2);
    looks[1]!.refuse(new TypeError('no network'));
    await until(() => element.refresh.error?.code === 'network');
    expect(element.refresh.value).to.equal(7);
    element.refresh.again();
    await until(() => looks.length === 3);
    looks[2]!.refuse(new QunError('not-allowed'));
    await until(() => refused.length > 0);
    await aMoment();
    expect([looks.length, refused]).to.eql([3, ['not-allowed']]);
    element.refresh.again();
    await until(() => looks.length === 4);
    looks[3]!.give(8);
    await until(() => element.refresh.value === 8 && !element.refresh.error);
  });

  it('rests while the page is not in front, and after its host has gone', async () => {
    const { element, looks } = probe();
    await until(() => looks.length === 1);
    behind(true);
    looks[0]!.give(1);
    await until(() => element.refresh.value === 1);
    await aMoment();
    expect(looks).to.have.length(1);
    behind(false);
    await until(() => looks.length === 2);
    element.remove();
    expect(looks[1]!.signal.aborted).to.equal(true);
    looks[1]!.give(2);
    await aMoment();
    expect([element.refresh.value, looks.length]).to.eql([1, 2]);
    document.body.append(element);
    await until(() => looks.length === 3);
  });

  it('forgets what another look saw', async () => {
    const { element, looks } = probe();
    await until(() => looks.length === 1);
    element.refresh.follow(async () => 40);
    looks[0]!.give(1);
    await until(() => element.refresh.value === 40);
    element.refresh.follow(undefined);
    expect(element.refresh.value).to.equal(undefined);
  });
});

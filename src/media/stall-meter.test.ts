import { expect } from '@open-wc/testing';
import { defaultPolicy } from './playback-policy.js';
import { StallMeter, type Stall } from './stall-meter.js';

function measure(policy: { bufferingAfterMs: number; reconnectingAfterMs: number }) {
  const heard: Stall[] = [];
  let wake: () => void = () => undefined;
  const meter = new StallMeter(
    stall => {
      heard.push(stall);
      wake();
    },
    { ...defaultPolicy, ...policy },
  );
  return { meter, heard, next: () => new Promise<void>(resolve => (wake = resolve)) };
}

describe('a stall', () => {
  it('is buffering at first and a lost connection later', async () => {
    const { meter, heard, next } = measure({ bufferingAfterMs: 1, reconnectingAfterMs: 30 });
    meter.begin();
    meter.begin();
    await next();
    await next();
    meter.end();
    expect(heard).to.deep.equal(['buffering', 'reconnecting', 'none']);
  });

  it('that is over soon enough is not spoken of', () => {
    const { meter, heard } = measure({ bufferingAfterMs: 60_000, reconnectingAfterMs: 60_000 });
    meter.begin();
    meter.end();
    expect(heard).to.deep.equal([]);
    expect(meter.stall).to.equal('none');
  });
});

import { expect } from '@open-wc/testing';
import type { Metric } from '../core/metric.js';
import { QunMetricEvent } from './qun-metric-event.js';

const stall: Metric = { name: 'stall', ms: 1200, watch: 'w1', at: 1, engine: 'hls', live: true };
const start: Metric = {
  ...{ name: 'start', outcome: 'playing', ms: 800, steps: { script: 10 }, ahead: true },
  ...{ watch: 'w1', at: 1, engine: 'hls' },
};

/** The page's own lines, as they stand in the manual. */
async function runExample(page: string, number: number): Promise<() => void> {
  const text = await (await fetch(`/docs/${page}`)).text();
  const code = text.split('```js\n')[number]!.split('```')[0]!;
  const heard: Parameters<Document['addEventListener']>[] = [];
  const { addEventListener } = document;
  document.addEventListener = (...given: Parameters<Document['addEventListener']>) => {
    heard.push(given);
    addEventListener.apply(document, given);
  };
  const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  await import(url);
  URL.revokeObjectURL(url);
  delete (document as { addEventListener?: unknown }).addEventListener;
  return () => heard.forEach(given => document.removeEventListener(given[0], given[1]));
}

describe('a figure of a player', () => {
  it('reaches a document from inside a shadow root, and cannot be prevented', () => {
    const host = document.createElement('div');
    const inner = document.createElement('i');
    host.attachShadow({ mode: 'open' }).append(inner);
    document.body.append(host);
    const heard: Metric[] = [];
    const hear = (event: Event) => void heard.push((event as QunMetricEvent).detail);
    document.addEventListener('qun-metric', hear);
    expect([inner.dispatchEvent(new QunMetricEvent(stall)), heard]).to.eql([true, [stall]]);
    document.removeEventListener('qun-metric', hear);
    host.remove();
  });

  for (const page of ['metrics.md', 'metrics.zh-CN.md']) {
    it(`goes where the page sends it, as ${page} shows`, async () => {
      const sent: unknown[] = [];
      navigator.sendBeacon = (url, body) => sent.push([url, JSON.parse(String(body))]) > 0;
      const stop = await runExample(page, 1);
      document.dispatchEvent(new QunMetricEvent(stall));
      document.dispatchEvent(new QunMetricEvent(start));
      expect(sent).to.eql([['/figures', { ...start, page: location.pathname }]]);
      stop();
      delete (navigator as { sendBeacon?: unknown }).sendBeacon;
    });

    it(`goes into a tag manager, as ${page} shows`, async () => {
      const stop = await runExample(page, 2);
      document.dispatchEvent(new QunMetricEvent(stall));
      const { dataLayer } = window as { dataLayer?: unknown[] };
      expect(dataLayer).to.eql([{ event: 'qun_stall', ...stall }]);
      stop();
      delete (window as { dataLayer?: unknown }).dataLayer;
    });
  }
});

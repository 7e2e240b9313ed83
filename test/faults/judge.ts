import assert from 'node:assert/strict';
import type { Figures } from './measure.js';
import { words, type Row } from './rows.js';

/** How much is asked of a browser. */
export interface Measure {
  /** How long an outage is, s. */
  seconds: number;
  /** The picture may stand for so much longer than the stream was away, s. */
  patienceS: number;
  /** Requests in a second of an outage, on average. */
  requestsPerSecond: number;
}

/** The picture stood for longer than is promised: the one promise that a busy machine can break by itself. */
export function stoodTooLong(row: Row, { stallS }: Figures, measure: Measure): boolean {
  const outageS = row.lasting && !row.fromStart ? measure.seconds : 0;
  return stallS > outageS + Math.max(row.patienceS ?? 0, measure.patienceS);
}

/** What every viewer is promised of an outage that is shorter than a minute. */
export function judge(row: Row, figures: Figures, measure: Measure): void {
  const { played, moves, back, said, errors, requests } = figures;
  const say = (what: string) => `${row.name}: ${what}: ${JSON.stringify(figures)}`;
  assert.ok(played, say('never played'));
  assert.deepEqual(errors, [], say('told of an error'));
  assert.ok(!said.some(({ state }) => state === 'error'), say('showed an error'));
  assert.ok(moves, say('stands still'));
  assert.ok(back, say('is not where it was'));
  assert.ok(!stoodTooLong(row, figures, measure), say('stood for too long'));
  if (row.away) {
    // The first of them found out that there is an outage.
    const most = measure.seconds * measure.requestsPerSecond + 1;
    assert.ok(requests <= most, say('asked too often'));
  }
  for (const { state, words: spoken } of said) {
    const right = words[state]?.includes(spoken) ?? spoken === '';
    assert.ok(right, say(`said “${spoken}” while ${state}`));
  }
  if (row.says)
    assert.ok(
      said.some(one => one.words === row.says),
      say(`did not say “${row.says}”`),
    );
}

const figure = (value: number | undefined) => (value === undefined ? '–' : value.toFixed(1));

/** One line for people. */
export function line(
  row: Row,
  { stallS, backS, latencyS, lastLatencyS, requestsPerSecond, said }: Figures,
): string {
  const stages = said.map(
    ({ afterS, state, words: spoken }) => `${afterS} s ${state}${spoken ? ` “${spoken}”` : ''}`,
  );
  return [
    row.name.padEnd(26),
    `stall ${figure(stallS)} s`,
    `back ${figure(backS)} s`,
    `latency ${figure(latencyS)} → ${figure(lastLatencyS)} s`,
    `${figure(requestsPerSecond)} requests/s`,
    stages.join(', '),
  ].join('  ');
}

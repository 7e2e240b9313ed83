import { describe, test } from 'node:test';
import type { DrivenBrowser } from './browsers.js';
import { judge, line, stoodTooLong, type Measure } from './judge.js';
import { runRow } from './run-row.js';
import type { Row } from './rows.js';
import { Stage } from './stage.js';

/** Tries every row in one browser, a few at a time, and prints what was measured. */
export function tryRows(
  name: string,
  rows: readonly Row[],
  openBrowser: () => Promise<DrivenBrowser>,
  measure: Measure & { atOnce: number },
): void {
  // Begun by whichever row comes first, ended when all of them are over.
  let opening: Promise<[Stage, DrivenBrowser]> | undefined;
  const opened = () => (opening ??= Promise.all([Stage.open(), openBrowser()]));
  void describe(name, { concurrency: measure.atOnce }, () => {
    let left = rows.length;
    for (const row of rows) {
      void test(`${name}: ${row.name}`, async () => {
        const [stage, browser] = await opened();
        try {
          const run = async () => {
            const { seconds } = measure;
            const open = () => browser.open();
            const figures = await runRow(stage, row, { player: 'qunlive', seconds, open });
            process.stderr.write(`${name.padEnd(18)} ${line(row, figures)}\n`);
            return figures;
          };
          const first = await run();
          // Seconds, on a machine that may have been busy with something else for as long.
          judge(row, stoodTooLong(row, first, measure) ? await run() : first, measure);
        } finally {
          left -= 1;
          if (left === 0) await Promise.all([stage.close(), browser.close()]);
        }
      });
    }
  });
}

import { resultLines, runConformance, sumLine } from '../../conformance/index.js';
import type { ConformanceArguments } from './read-conformance-arguments.js';

/** Tells the author of a room server what is wrong with it. True: nothing. */
export async function conformance(asked: ConformanceArguments): Promise<boolean> {
  const { url, token, origin, only, json, patience } = asked;
  const report = await runConformance({
    url,
    token,
    origin,
    only: only.length > 0 ? only : undefined,
    patienceMs: patience * 1000,
    onResult: result => json || process.stdout.write(resultLines(result)),
  });
  process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : `\n${sumLine(report)}`);
  return report.failed === 0 && report.passed > 0;
}

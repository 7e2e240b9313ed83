/** What a room server in any language must do, as checks that say what is wrong: `npx qunlive conformance <url>`. */
export { runConformance, type ConformanceOptions, type Report, type Result } from './run-conformance.js';
export { resultLines, sumLine } from './report-lines.js';
export { checks } from './checks/index.js';
export type { Check } from './check.js';

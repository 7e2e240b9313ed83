import type { Check } from '../check.js';
import { claimChecks } from './claims.js';
import { clockChecks } from './clock.js';
import { commentChecks } from './comments.js';
import { drawChecks } from './draws.js';
import { feedChecks, patientChecks } from './feed.js';
import { historyChecks } from './history.js';
import { logChecks } from './log.js';
import { mannersChecks, pageChecks } from './pages.js';
import { referralChecks } from './referrals.js';
import { refusalChecks } from './refusals.js';
import { repeatChecks } from './repeats.js';
import { resumeChecks } from './resume.js';
import { saleChecks } from './sales.js';
import { segmentChecks } from './segments.js';
import { sessionChecks } from './session.js';
import { shelfChecks } from './shelf.js';
import { snapshotChecks } from './snapshot.js';

/** All there is, in the order it is tried: first that anybody answers, last what is heard only with patience. */
export const checks: readonly Check[] = [
  ...snapshotChecks,
  ...feedChecks,
  ...sessionChecks,
  ...pageChecks,
  ...refusalChecks,
  ...repeatChecks,
  ...commentChecks,
  ...logChecks,
  ...resumeChecks,
  ...historyChecks,
  ...shelfChecks,
  ...claimChecks,
  ...drawChecks,
  ...saleChecks,
  ...referralChecks,
  ...segmentChecks,
  ...clockChecks,
  ...patientChecks,
  ...mannersChecks,
];

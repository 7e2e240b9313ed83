import { readJson } from '../show/read-json.js';
import { ShowFault } from '../show/read-shows.js';
import { parseReferral, type ReferralConfig } from './config.js';

/** Reads and checks the file of `--referral`. Throws ShowFault with all that is wrong, each with its place. */
export async function readReferral(file: string): Promise<ReferralConfig> {
  const read = await readJson(file);
  if ('fault' in read) throw new ShowFault([read.fault]);
  const { config, faults } = parseReferral(read.value);
  if (config) return config;
  throw new ShowFault(faults.map(({ path, message }) => `${file}: ${path ? `${path}: ` : ''}${message}`));
}

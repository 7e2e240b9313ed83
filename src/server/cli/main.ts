import { readFileSync } from 'node:fs';
import { QunError } from '../../protocol/index.js';
import { ShowFault } from '../show/read-shows.js';
import { conformance } from './conformance.js';
import { faultsHelp } from './faults-help.js';
import { serveFaults } from './faults.js';
import { help } from './help.js';
import { conformanceHelp } from './read-conformance-arguments.js';
import { readArguments } from './read-arguments.js';
import { recordHelp } from './read-record-arguments.js';
import { record } from './record.js';
import { serve } from './serve.js';

/** 0: all went well. 1: it could not run, or a room server was found wanting. 2: it was not asked for rightly (arguments, show files, settings). */
export async function main(words: readonly string[]): Promise<0 | 1 | 2> {
  try {
    const asked = readArguments(words);
    if (asked.command === 'help') {
      process.stdout.write(help);
      return words.length === 0 ? 2 : 0;
    }
    if (asked.command === 'help-faults') {
      process.stdout.write(faultsHelp);
      return 0;
    }
    if (asked.command === 'help-conformance') {
      process.stdout.write(conformanceHelp);
      return 0;
    }
    if (asked.command === 'help-record') {
      process.stdout.write(recordHelp);
      return 0;
    }
    if (asked.command === 'record') {
      await record(asked);
      return 0;
    }
    if (asked.command === 'conformance') return (await conformance(asked)) ? 0 : 1;
    if (asked.command === 'version') {
      process.stdout.write(`${version()}\n`);
      return 0;
    }
    await (asked.command === 'faults' ? serveFaults(asked) : serve(asked));
    return 0;
  } catch (error) {
    process.stderr.write(`qunlive: ${explain(error)}\n`);
    const ours = error instanceof ShowFault || (error instanceof QunError && error.code === 'bad-config');
    return ours ? 2 : 1;
  }
}

function explain(error: unknown): string {
  if (error instanceof ShowFault) {
    const things = error.faults.length === 1 ? 'one thing' : `${error.faults.length} things`;
    return `${things} to mend before the show can begin:\n${error.faults.map(fault => `  ${fault}`).join('\n')}`;
  }
  if (error instanceof QunError && error.code === 'bad-config')
    return `${error.message} (see qunlive --help)`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** From the package this file was installed with: two folders up from dist/server, three from the source. */
function version(): string {
  for (const up of ['../../package.json', '../../../package.json']) {
    try {
      const { name, version: own } = JSON.parse(readFileSync(new URL(up, import.meta.url), 'utf8')) as Record<
        string,
        string
      >;
      if (name === 'qunlive' && own !== undefined) return own;
    } catch {
      // Not there: the other one is.
    }
  }
  return 'unknown';
}

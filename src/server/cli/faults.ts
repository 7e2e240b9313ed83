import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FaultOrigin } from '../../faults/index.js';
import type { FaultArguments } from './read-fault-arguments.js';
import { untilStopped } from './until-stopped.js';
import { wrong } from './words.js';

/** Serves streams that break on command, until it is told to stop. */
export async function serveFaults({ port, host, media }: FaultArguments): Promise<void> {
  if (media !== undefined && !existsSync(join(media, 'live.json'))) {
    throw wrong(`--media ${media}: there is no live.json in it`);
  }
  const origin = await FaultOrigin.open({ media });
  try {
    const url = await origin.listen({ port, host });
    process.stderr.write(greeting(url));
    await untilStopped();
  } finally {
    await origin.close();
  }
}

const greeting = (url: string) => `
Play       ${url}/live/master.m3u8
Break      curl ${url}/live/faults -d '{"kind":"unavailable","seconds":10}'
Look       curl ${url}/live/requests
Mend       curl -X DELETE ${url}/live/faults

`;

/** `npm run demo:ingest -- <file or camera>`: a real live encode for the demo, where there is an ffmpeg. */
import { parseArgs } from 'node:util';
import { IngestProblem, USAGE } from './ingest-input.js';
import { startIngest } from './ingest-run.js';

function readArgs(): { what: string | undefined; port: number; host: string } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { port: { type: 'string', default: '8090' }, host: { type: 'string', default: '127.0.0.1' } },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new IngestProblem(`"${values.port}" is no port.`);
  return { what: positionals[0], port, host: values.host };
}

async function main(): Promise<void> {
  const { what, port, host } = readArgs();
  if (!what) throw new IngestProblem(USAGE);
  const live = await startIngest({ what, port, host });
  console.log(
    `Live: ${live.url}\nShow it in the demo room: npm start -- --stream ${live.url}\nCtrl-C ends it.`,
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void live.stop());
  const words = await live.ended;
  await live.stop();
  if (words !== undefined) throw new IngestProblem(`The encoder has ended. Start it again.\n${words}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof IngestProblem ? error.message : error);
  process.exitCode = 1;
});

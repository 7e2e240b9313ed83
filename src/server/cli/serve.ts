import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { MIN_HOST_TOKEN } from '../auth/host-token.js';
import { createRoomServer, type RoomServer } from '../create-room-server.js';
import { chooseStore } from '../store/open-store.js';
import { modeOptions, type ModeOption } from '../segments/feed-mode.js';
import { readReferral } from '../referral/read-referral.js';
import { readShows } from '../show/read-shows.js';
import { readWords } from '../talk/word-list.js';
import { QunError } from '../../protocol/index.js';
import type { ServeArguments } from './read-arguments.js';
import { untilStopped } from './until-stopped.js';
import { wechatSettings } from './wechat-settings.js';

/** The page files of this very package: beside dist/server, and where sources run, in the project's dist. */
function ownDist(): string | undefined {
  const places = ['../qunlive.js', '../../qunlive.js', '../../../dist/qunlive.js'];
  const file = places.map(place => fileURLToPath(new URL(place, import.meta.url))).find(existsSync);
  return file?.replace(/[\\/]qunlive\.js$/, '');
}

/** Runs the server until it is told to stop. */
export async function serve(asked: ServeArguments): Promise<void> {
  const given = fromEnvironment('QUNLIVE_HOST_TOKEN');
  if (given !== undefined && given.length < MIN_HOST_TOKEN) {
    throw new QunError('bad-config', { detail: `QUNLIVE_HOST_TOKEN: ${MIN_HOST_TOKEN} characters or more` });
  }
  const storeAddress = fromEnvironment('QUNLIVE_STORE');
  const kept = storeAddress === undefined ? asked.data : storeNamed(storeAddress);
  const files = await readShows(asked.files);
  const referralFile = asked.referral ?? fromEnvironment('QUNLIVE_REFERRAL');
  const referral = referralFile === undefined ? undefined : await readReferral(referralFile);
  const dist = asked.dist ?? ownDist();
  const server = await createRoomServer({
    shows: files.map(({ show }) => show),
    data: asked.data,
    storeAddress,
    origins: asked.origins,
    log: { level: asked.log },
    segments: { mode: modeIn('QUNLIVE_MODE') },
    merchant: {
      jwks: asked.jwks,
      secret: asked.jwtSecretEnv === undefined ? undefined : secretIn(asked.jwtSecretEnv),
      audience: asked.jwtAudience,
      issuer: asked.jwtIssuer,
    },
    trade: {
      secrets: secretsIn('QUNLIVE_MERCHANT_SECRET'),
      webhook: fromEnvironment('QUNLIVE_WEBHOOK'),
    },
    wechat: wechatSettings(process.env, asked.origins),
    ...(given === undefined ? {} : { hostToken: given }),
    ...(dist === undefined ? {} : { dist }),
    ...(referral && { referral }),
    ...(asked.words === undefined ? {} : { words: await wordsIn(asked.words) }),
    ...(asked.trustProxy === undefined ? {} : { trustProxy: asked.trustProxy }),
    ...(asked.metrics === undefined ? {} : { metrics: asked.metrics }),
    ...(asked.maxConnections === undefined ? {} : { hub: { maxConnections: asked.maxConnections } }),
  });
  try {
    const url = await server.listen({ port: asked.port, host: asked.host });
    process.stderr.write(greeting(server, url, asked, kept, given === undefined));
    await untilStopped();
  } finally {
    await server.close();
  }
}

/** On standard error: the log on standard output stays one JSON object a line. */
function greeting(
  server: RoomServer,
  url: string,
  asked: ServeArguments,
  kept: string,
  printToken: boolean,
): string {
  const rooms = server.hub.rooms.map(({ id }) => `  ${url}/v1/rooms/${id}`);
  const origins = server.development
    ? 'pages of this server and of this machine only; name your shop with --origin'
    : asked.origins.includes('*')
      ? 'pages of every site'
      : asked.origins.join(', ');
  const metrics = server.metricsUrl === undefined ? '' : `\nMetrics    ${server.metricsUrl}`;
  const token = printToken ? server.hostToken : '(as in QUNLIVE_HOST_TOKEN)';
  return `\nRooms\n${rooms.join('\n')}\nLet in     ${origins}\nHost token ${token}\nData       ${kept}${metrics}\n\n`;
}

/** Where QUNLIVE_STORE leads, without its password. */
function storeNamed(address: string): string {
  try {
    return chooseStore(address).name;
  } catch (error) {
    if (!(error instanceof QunError)) throw error;
    throw new QunError('bad-config', { detail: `QUNLIVE_STORE: ${error.message}`, cause: error });
  }
}

function secretIn(name: string): string {
  const value = fromEnvironment(name);
  if (value !== undefined) return value;
  throw new QunError('bad-config', {
    detail: `--jwt-secret-env ${name}: that environment variable is empty`,
  });
}

async function wordsIn(file: string): Promise<string[]> {
  try {
    return readWords(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new QunError('bad-config', { detail: `--words ${file}: cannot be read`, cause });
  }
}

const fromEnvironment = (name: string) => process.env[name]?.trim() || undefined;

/** One, or several with commas in between while one takes the place of another. */
const secretsIn = (name: string) =>
  (fromEnvironment(name) ?? '')
    .split(',')
    .map(secret => secret.trim())
    .filter(secret => secret !== '');

function modeIn(name: string): ModeOption | undefined {
  const value = fromEnvironment(name);
  const mode = modeOptions.find(option => option === value);
  if (value === undefined || mode) return mode;
  throw new QunError('bad-config', { detail: `${name}=${value}: one of ${modeOptions.join(', ')}` });
}

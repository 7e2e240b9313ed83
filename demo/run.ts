/** What `npm start` runs once everything is installed and built. */
import { parseArgs } from 'node:util';
import { networkAddresses, startDemo } from './server.js';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8787' },
    host: { type: 'string', default: '127.0.0.1' },
    stream: { type: 'string' },
    data: { type: 'string' },
  },
});

const demo = await startDemo({
  port: Number(values.port),
  host: values.host,
  ...(values.stream ? { stream: values.stream } : {}),
  ...(values.data ? { data: values.data } : {}),
}).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

const { port } = new URL(demo.origin);
const at = (path: string, host = 'localhost') => `http://${host}:${port}${path}`;
const token = `#token=${demo.hostToken}`;
const tokens = `${token}&guide=${demo.guideToken}`;
console.log(`
  Qunlive demo

  Phone and desk together   ${at(`/${tokens}`)}
  How a link travels        ${at(`/tour/${tokens}`)}
  The room as an H5 page    ${at('/h5/')}
  Inside a shop's page      ${at('/shop/')}
  A show that is announced  ${at('/coming/')}
  A replay with chapters    ${at('/replay/')}
  The same from plain files ${at('/replay/?files')}
  The host's desk           ${at(`/desk/${token}`)}
  What came of a show       ${at(`/report/${token}`)}
  A guide's own page        ${at(`/guide/#token=${demo.guideToken}`)}
  The room itself           ${at('/v1/rooms/spring')}

  Host token, for this start only: ${demo.hostToken}
${
  values.host === '0.0.0.0'
    ? networkAddresses()
        .map(address => `  On a phone in this network: ${at('/h5/', address)}`)
        .join('\n')
    : '  For a phone in this network: npm start -- --host 0.0.0.0'
}
  Ctrl-C ends it.
`);

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) process.exit(1);
    stopping = true;
    void demo.close().then(() => process.exit(0));
  });
}

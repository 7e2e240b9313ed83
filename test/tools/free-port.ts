import { createServer, type AddressInfo } from 'node:net';

/** A port of 127.0.0.1 that nobody uses now, for a server that has to come back on the same one. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>(done => server.close(() => done()));
  return port;
}

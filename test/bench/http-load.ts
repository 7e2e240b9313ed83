import { connect, type Socket } from 'node:net';
import { once } from 'node:events';

/** A request as bytes; made before the clock runs. */
export function postRequest(url: string, headers: Record<string, string>, body: string): Buffer {
  const { pathname, host } = new URL(url);
  const all = {
    host,
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`POST ${pathname} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
}

/**
 * Sends all requests over `connections` keep-alive connections, one at a time on each. A bare socket and no parser to
 * speak of, so that the load costs less than what it loads. Resolves with the bodies and with each wait, ms.
 */
export async function load(
  url: string,
  requests: readonly Buffer[],
  connections: number,
): Promise<{ bodies: string[]; waits: number[]; seconds: number }> {
  const { port } = new URL(url);
  const sockets = Array.from({ length: connections }, () => connect(Number(port), '127.0.0.1').setNoDelay());
  await Promise.all(sockets.map(socket => once(socket, 'connect')));
  const bodies: string[] = [];
  const waits: number[] = [];
  let next = 0;
  const began = performance.now();
  const work = async (socket: Socket) => {
    while (next < requests.length) {
      const index = next++;
      const sent = performance.now();
      bodies[index] = await answer(socket, requests[index]!);
      waits[index] = performance.now() - sent;
    }
  };
  await Promise.all(sockets.map(work));
  const seconds = (performance.now() - began) / 1000;
  for (const socket of sockets) socket.destroy();
  return { bodies, waits, seconds };
}

function answer(socket: Socket, request: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const take = (chunk: Buffer) => {
      text += chunk.toString('latin1');
      const head = text.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(text)?.[1]);
      if (text.length < head + 4 + length) return;
      socket.off('data', take);
      if (text.startsWith('HTTP/1.1 200')) resolve(text.slice(head + 4));
      else reject(new Error(text.slice(head + 4)));
    };
    socket.on('data', take);
    socket.write(request);
  });
}

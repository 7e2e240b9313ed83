import type { ServerResponse } from 'node:http';
import type { Reply } from './reply.js';

const CHUNK_MS = 100;

/** Answers, or does not. Resolves once nothing more will be said; `closing` ends what still waits. */
export async function send(response: ServerResponse, reply: Reply, closing: AbortSignal): Promise<void> {
  const { status, headers, manner } = reply;
  if (manner?.kind === 'reset') return reset(response);
  if (manner?.kind === 'hang') {
    await wait(Math.min(manner.until - Date.now(), 0x7fffffff), response, closing);
    return reset(response);
  }
  const body = Buffer.from(reply.body);
  response.writeHead(status, { ...headers, 'content-length': body.length });
  if (manner?.kind === 'slow') await trickle(response, body, manner.bytesPerSecond, closing);
  response.end(manner ? undefined : body);
}

function reset(response: ServerResponse): void {
  const { socket } = response;
  if (socket && 'resetAndDestroy' in socket) socket.resetAndDestroy();
  else response.destroy();
}

async function trickle(
  response: ServerResponse,
  body: Buffer,
  bytesPerSecond: number,
  closing: AbortSignal,
): Promise<void> {
  const chunk = Math.max(1, Math.round((bytesPerSecond * CHUNK_MS) / 1000));
  for (let at = 0; at < body.length && !response.destroyed && !closing.aborted; at += chunk) {
    response.write(body.subarray(at, at + chunk));
    await wait(CHUNK_MS, response, closing);
  }
}

/** Waits, but not for one who has gone. */
function wait(ms: number, response: ServerResponse, closing: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const done = () => {
      clearTimeout(timer);
      response.off('close', done);
      closing.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, Math.max(0, ms));
    response.on('close', done);
    closing.addEventListener('abort', done);
    if (response.destroyed || closing.aborted) done();
  });
}

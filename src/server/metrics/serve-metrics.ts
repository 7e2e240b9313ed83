import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { QunError } from '../../protocol/index.js';
import type { RoomMetrics } from './room-metrics.js';

/**
 * `GET /metrics` at an address of its own. Not a path of the rooms: a proxy in front that passes everything on would
 * show it to the world, and nothing in a request says for certain that it came through one.
 */
export class MetricsServer {
  readonly #server: Server;

  /** Throws `bad-config` where the port is taken. */
  static async open(metrics: RoomMetrics, { port, host }: MetricsAddress): Promise<MetricsServer> {
    const server = createServer((request, response) => {
      if (request.url?.split('?')[0] !== '/metrics') {
        response.writeHead(404).end('look at /metrics\n');
        return;
      }
      metrics.text().then(
        text => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
    });
    server.listen(port, host);
    try {
      await once(server, 'listening');
    } catch (cause) {
      const detail = `--metrics ${host}:${port}: ${(cause as Error).message}`;
      throw new QunError('bad-config', { detail, cause });
    }
    server.unref();
    return new MetricsServer(server);
  }

  private constructor(server: Server) {
    this.#server = server;
  }

  get url(): string {
    const { address, port, family } = this.#server.address() as AddressInfo;
    return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}/metrics`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(done => this.#server.close(done));
  }
}

export interface MetricsAddress {
  port: number;
  host: string;
}

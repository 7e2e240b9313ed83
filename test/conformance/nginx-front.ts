import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureProgram } from '../tools/debian.mjs';
import { freePort } from '../tools/free-port.js';
import { until } from '../tools/until.js';

/** nginx in front of servers that it asks in turn, as it comes but for what it is told. */
export class NginxFront {
  readonly url: string;
  readonly #child: ChildProcess;
  readonly #folder: string;

  /** `settings`: lines for the location, as `proxy_buffering off;`. */
  static async start(servers: readonly string[], settings = ''): Promise<NginxFront> {
    const folder = mkdtempSync(join(tmpdir(), 'qunlive-nginx-'));
    const port = await freePort();
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map(name => `  ${name}_temp_path ${folder}/${name};`)
      .join('\n');
    writeFileSync(
      join(folder, 'nginx.conf'),
      `daemon off;
worker_processes 1;
error_log ${folder}/error.log;
pid ${folder}/nginx.pid;
events { worker_connections 4096; }
http {
  access_log off;
${temporary}
  upstream rooms {
${servers.map(url => `    server ${new URL(url).host};`).join('\n')}
  }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://rooms;
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      ${settings}
    }
  }
}
`,
    );
    const args = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')];
    const child = spawn(ensureProgram('nginx'), args, { stdio: 'ignore' });
    const front = new NginxFront(`http://127.0.0.1:${port}`, child, folder);
    await until('nginx answers', () =>
      fetch(front.url).then(
        () => true,
        () => false,
      ),
    );
    return front;
  }

  private constructor(url: string, child: ChildProcess, folder: string) {
    this.url = url;
    this.#child = child;
    this.#folder = folder;
  }

  async stop(): Promise<void> {
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    await gone;
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

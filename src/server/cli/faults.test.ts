import assert from 'node:assert/strict';
import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { test } from 'node:test';
import { programArgs } from '../../../test/fixtures/program.js';
import { runToEnd } from '../../../test/fixtures/server-process.js';
import { faults } from '../../faults/index.js';
import { faultsHelp } from './faults-help.js';

test('the command serves a stream, breaks it, and ends when told to', async () => {
  const child = spawn(process.execPath, [...programArgs('src/server/cli.ts'), 'faults', '--port', '0'], {
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  let said = '';
  for await (const text of child.stderr.setEncoding('utf8') as AsyncIterable<string>) {
    said += text;
    if (/^Mend/m.test(said)) break;
  }
  const src = /^Play +(\S+)/m.exec(said)![1]!;
  assert.equal((await fetch(src)).status, 200);
  const broken = { method: 'POST', body: '{"kind":"unavailable"}' };
  assert.equal((await fetch(src.replace('master.m3u8', 'faults'), broken)).status, 201);
  assert.equal((await fetch(src)).status, 503);
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  assert.deepEqual((await exit)[0], 0);
});

test('a folder without a stream is refused with words', async () => {
  const { code, stderr } = await runToEnd(['faults', '--media', 'nowhere']);
  assert.equal(code, 2);
  assert.match(stderr, /nowhere.*live\.json/);
});

test('the help names every fault', () => {
  for (const kind of Object.keys(faults)) assert.ok(faultsHelp.includes(`  ${kind} `), kind);
});

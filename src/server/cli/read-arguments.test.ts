import assert from 'node:assert/strict';
import test from 'node:test';
import { QunError } from '../../protocol/index.js';
import { help } from './help.js';
import { readArguments } from './read-arguments.js';

const fault = (...words: string[]): string => {
  try {
    readArguments(words);
    return '';
  } catch (error) {
    assert.ok(error instanceof QunError && error.code === 'bad-config');
    return error.message;
  }
};

test('defaults and everything that can be said', () => {
  const asked = readArguments(['serve', 'a.json', 'b.json']);
  assert.ok(asked.command === 'serve');
  assert.deepEqual(
    [asked.files, asked.port, asked.host, asked.data],
    [['a.json', 'b.json'], 8787, '127.0.0.1', './qunlive-data'],
  );
  const more = readArguments([
    ...['serve', 'a.json', '--port', '0', '--origin', 'https://a.example', '--origin', 'https://b.example'],
    ...['--trust-proxy', '2', '--log', 'warn', '--max-connections', '50', '--jwks', 'keys.json'],
  ]);
  assert.ok(more.command === 'serve');
  assert.deepEqual(more.origins, ['https://a.example', 'https://b.example']);
  assert.deepEqual(
    [more.port, more.trustProxy, more.log, more.maxConnections, more.jwks],
    [0, 2, 'warn', 50, 'keys.json'],
  );
});

test('figures are for this machine, unless an address is named', () => {
  const metrics = (...words: string[]) => {
    const asked = readArguments(['serve', 'a.json', ...words]);
    return asked.command === 'serve' ? asked.metrics : undefined;
  };
  assert.equal(metrics(), undefined);
  assert.deepEqual(metrics('--metrics', '9464'), { host: '127.0.0.1', port: 9464 });
  assert.deepEqual(metrics('--metrics', '0.0.0.0:0'), { host: '0.0.0.0', port: 0 });
  assert.deepEqual(metrics('--metrics', '[::1]:9464'), { host: '::1', port: 9464 });
  assert.match(fault('serve', 'a.json', '--metrics', 'yes'), /a port, or an address and a port/);
});

test('help and version', () => {
  assert.equal(readArguments([]).command, 'help');
  assert.equal(readArguments(['serve', '--help']).command, 'help');
  assert.equal(readArguments(['--version']).command, 'version');
});

test('what was not meant is refused with what to type', () => {
  assert.match(fault('serve'), /which show\?/);
  assert.match(fault('run', 'a.json'), /no command "run"/);
  assert.match(fault('serve', 'a.json', '--prot', '1'), /--prot/);
  assert.match(fault('serve', 'a.json', '--port', '80x'), /--port 80x: a whole number/);
  assert.match(fault('serve', 'a.json', '--port', '70000'), /65535/);
  assert.match(fault('serve', 'a.json', '--log', 'loud'), /one of trace/);
  assert.match(fault('serve', 'a.json', '--trust-proxy', 'nginx'), /number of hops/);
  assert.equal(fault('serve', 'a.json', '--trust-proxy', '10.0.0.0/8, ::1, loopback'), '');
  assert.match(fault('serve', 'a.json', '--jwks', 'x', '--jwt-secret-env', 'Y'), /not both/);
});

test('faults are asked for in the same way', () => {
  assert.deepEqual(readArguments(['faults']), {
    command: 'faults',
    port: 8788,
    host: '127.0.0.1',
    media: undefined,
  });
  const more = readArguments(['faults', '--port', '0', '--host', '0.0.0.0', '--media', 'loop']);
  assert.ok(more.command === 'faults');
  assert.deepEqual([more.port, more.host, more.media], [0, '0.0.0.0', 'loop']);
  assert.equal(readArguments(['faults', '--help']).command, 'help-faults');
  assert.match(fault('faults', 'loop'), /after --media/);
  assert.match(fault('faults', '--data', 'x'), /--data/);
});

test('the help names every flag', () => {
  const flags = [
    'port',
    'host',
    'data',
    'dist',
    'origin',
    'jwks',
    'jwt-secret-env',
    'jwt-audience',
    'jwt-issuer',
  ];
  for (const flag of [...flags, 'max-connections', 'metrics', 'trust-proxy', 'log', 'help', 'version']) {
    assert.ok(help.includes(`--${flag}`), flag);
  }
});

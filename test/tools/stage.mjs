// Runs one stage: its commands as child processes, their check lines gathered, an end put to what hangs.
import { spawn } from 'node:child_process';
import { root } from './install.mjs';
import { fromLine } from './reporters/check.mjs';

function stop(child) {
  try {
    // The whole group: a test runner that hangs leaves a browser behind otherwise.
    if (process.platform === 'win32') spawn('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    else process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

const alive = new Set();
process.on('exit', () => alive.forEach(stop));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));

/** Resolves to { status, checks, text, hung }; `text` is what was printed besides check lines. */
function runCommand(args, { minutes, env }) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', QUN_CHECK_LINES: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
    alive.add(child);
    const checks = [];
    let text = '';
    let rest = '';
    let hung = false;
    const timer = setTimeout(() => {
      hung = true;
      stop(child);
    }, minutes * 60_000);
    child.stdout.setEncoding('utf8').on('data', chunk => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop();
      for (const line of lines) {
        const check = fromLine(line);
        if (check) checks.push(check);
        else text += `${line}\n`;
      }
    });
    child.stderr.setEncoding('utf8').on('data', chunk => (text += chunk));
    child.on('error', reject);
    child.on('close', status => {
      clearTimeout(timer);
      alive.delete(child);
      resolve({ status, checks, text: plain(text + rest), hung });
    });
  });
}

/** Colours, which some tools print whatever they are told. */
const plain = text => text.replace(/\u001b\[[0-9;]*m/g, '');

/** A command that is one check in itself: it passes when it exits with 0. */
const asCheck = (name, { status, text, hung }) =>
  status === 0
    ? { name, ok: true }
    : { name, ok: false, error: `${text}\n${hung ? 'Stopped: it hung.' : `Exit ${status}.`}` };

async function checksOfCommand(command, { minutes = 5, name: stageName }) {
  const result = await runCommand(command.args, { minutes, env: command.env });
  if (!command.reports) return [asCheck(command.name, result)];
  const silent = result.status !== 0 && result.checks.every(check => check.ok);
  if (!silent && !result.hung) return result.checks;
  return [...result.checks, asCheck(`${stageName} as a whole`, { ...result, status: result.status || 1 })];
}

/** What a failed check is called with, so that a reader can run it alone. */
const alone = stage => check =>
  ['node test/run.mjs --only', stage.name, ...(check.file && stage.files ? [check.file] : [])].join(' ');

/**
 * @returns {Promise<{ name: string, checks: import('./reporters/check.mjs').Check[], ms: number, alone: Function }>}
 * A stage whose needed stage failed still runs: its own failures may say why.
 */
export async function runStage(stage) {
  const begun = Date.now();
  const checks = [];
  for (const command of stage.commands(stage.chosen ?? stage.files?.() ?? [])) {
    checks.push(...(await checksOfCommand(command, stage)));
  }
  if (stage.required && checks.length === 0)
    checks.push({ name: 'tests', ok: false, error: 'No test found.' });
  return { stage, name: stage.name, checks, ms: Date.now() - begun, alone: alone(stage) };
}

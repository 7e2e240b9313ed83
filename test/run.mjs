#!/usr/bin/env node
// npm test: everything, from a fresh clone, with git and Node alone. The last line is the sum of all checks.
//   node test/run.mjs                          everything
//   node test/run.mjs --only unit,browser      some stages, and what they need
//   node test/run.mjs src/core                 every stage that has a test file with that in its path
import { cpus } from 'node:os';
import { ensureBrowser } from './tools/browser.mjs';
import { ensureProgram } from './tools/debian.mjs';
import { ensureInstalled } from './tools/install.mjs';
import { writePlainJavaScript } from './tools/plain-javascript.mjs';
import { filesToTryAgain, withSecondTry } from './tools/second-try.mjs';
import { runStage } from './tools/stage.mjs';
import { stages } from './tools/stages.mjs';

function readArguments(words) {
  const only = words.indexOf('--only');
  const names = only < 0 ? [] : (words[only + 1] ?? '').split(',');
  const filters = words.filter((word, i) => !word.startsWith('--') && (only < 0 || i !== only + 1));
  const known = stages.map(stage => stage.name);
  const wrong = only < 0 ? undefined : names.find(name => !known.includes(name));
  if (wrong !== undefined) throw new Error(`No stage "${wrong}". There are ${known.join(', ')}.`);
  const flag = words.find(word => word.startsWith('--') && word !== '--only');
  if (flag) throw new Error(`Unknown option ${flag}.`);
  return { names, filters: filters.map(filter => filter.replaceAll('\\', '/').replace(/^\.\//, '')) };
}

/** The chosen stages with their files, and before them the stages they need. */
function choose({ names, filters }) {
  const picked = new Map();
  for (const stage of stages) {
    if (names.length > 0 && !names.includes(stage.name)) continue;
    const all = stage.files?.();
    const files = all?.filter(file => filters.length === 0 || filters.some(part => file.includes(part)));
    if (filters.length > 0 && !files?.length) continue;
    picked.set(stage.name, { ...stage, chosen: files });
  }
  for (const { needs = [] } of [...picked.values()]) {
    for (const need of needs) {
      if (!picked.has(need))
        picked.set(need, { ...stages.find(stage => stage.name === need), chosen: undefined });
    }
  }
  return stages.flatMap(stage => picked.get(stage.name) ?? []);
}

const seconds = ms => `${(ms / 1000).toFixed(1)} s`;

function report({ name, checks, ms, alone }) {
  const failed = checks.filter(check => !check.ok);
  const counts =
    checks.length === 0 ? 'no tests' : `${checks.length - failed.length} passed, ${failed.length} failed`;
  console.log(`${name.padEnd(10)} ${counts.padEnd(26)} ${seconds(ms).padStart(8)}`);
  for (const check of failed) {
    console.log(`\n  ✗ ${[check.file, check.name].filter(Boolean).join(' › ')}`);
    console.log(check.error.trimEnd().replaceAll(/^/gm, '    '));
    console.log(`    alone: ${alone(check)}\n`);
  }
}

/** Runs as many stages at once as fit into the two cores the suite is made for; a stage says how much it fills. */
async function runAll(chosen) {
  const waiting = [...chosen];
  const running = new Set();
  const done = new Map();
  const cores = Math.min(2, cpus().length);
  const used = () => [...running].reduce((sum, { stage }) => sum + Math.min(cores, stage.cores), 0);
  const ready = stage => (stage.needs ?? []).every(need => done.has(need));
  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.find(stage => ready(stage) && used() + Math.min(cores, stage.cores) <= cores);
    if (next) {
      waiting.splice(waiting.indexOf(next), 1);
      const work = { stage: next };
      running.add(work);
      work.promise = runStage(next, done).then(result => {
        running.delete(work);
        done.set(next.name, result);
        report(result);
      });
      continue;
    }
    await Promise.race([...running].map(work => work.promise));
  }
  return [...done.values()];
}

/** Runs again, alone, the few files that may have lost a race with the machine, and says so. */
async function tryAgain(results) {
  const settled = [];
  for (const result of results) {
    const files = result.stage.races
      ? filesToTryAgain(result.checks, result.stage.chosen ?? result.stage.files())
      : [];
    if (files.length === 0) {
      settled.push(result);
      continue;
    }
    console.log(`\nOnce more, alone: ${files.join(', ')}`);
    const second = await runStage({ ...result.stage, chosen: files });
    report(second);
    settled.push({ ...result, checks: withSecondTry(result.checks, second.checks) });
  }
  return settled;
}

function demandNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Error(`Node 20.19 or later is needed; this is ${process.versions.node}.`);
}

async function main() {
  demandNode();
  const chosen = choose(readArguments(process.argv.slice(2)));
  if (chosen.length === 0) throw new Error('No test file matches.');
  ensureInstalled();
  if (chosen.some(stage => stage.files)) await writePlainJavaScript();
  if (chosen.some(stage => stage.browser)) ensureBrowser();
  for (const { programs = [] } of chosen) programs.forEach(name => ensureProgram(name));
  const results = await tryAgain(await runAll(chosen));
  const checks = results.flatMap(result => result.checks);
  const failed = checks.filter(check => !check.ok).length;
  console.log(`${checks.length - failed} passed, ${failed} failed`);
  // A run that checked nothing is not a success.
  return failed > 0 || checks.length === 0 ? 1 : 0;
}

process.exitCode = await main().catch(error => {
  console.error(error.message);
  return 1;
});

// npm run build. Plain JavaScript on purpose: it installs what it needs before it can read TypeScript.
import { ensureInstalled } from './install.mjs';

ensureInstalled();
const { register } = await import('tsx/esm/api');
register();
const { build } = await import('./build/build.ts');
process.exitCode = await build();

// What the compiler and eslint say of the sources, from one program: types are worked out once for both.
import { ESLint } from 'eslint';
import ts from 'typescript';
import { root } from './install.mjs';
import { toLine } from './reporters/check.mjs';

const say = (name, faults) =>
  process.stdout.write(toLine(faults ? { name, ok: false, error: faults } : { name, ok: true }));

/** The project's program, and every fault of tsconfig.json itself. */
function openProgram() {
  const { config, error } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
  const { fileNames, options, errors } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram({ rootNames: fileNames, options });
  return { program, faults: error ? [error] : errors };
}

async function lint(program) {
  const eslint = new ESLint({
    cwd: root,
    overrideConfig: [
      {
        files: ['**/*.ts'],
        languageOptions: { parserOptions: { programs: [program], projectService: false } },
      },
    ],
  });
  const results = await eslint.lintFiles(['.']);
  // A warning fails as an error does, as with --max-warnings=0.
  const wrong = results.filter(({ errorCount, warningCount }) => errorCount + warningCount > 0);
  return wrong.length > 0 ? (await eslint.loadFormatter('stylish')).format(wrong) : '';
}

const { program, faults } = openProgram();
const host = { getCurrentDirectory: () => root, getCanonicalFileName: name => name, getNewLine: () => '\n' };
say('tsc', ts.formatDiagnostics([...faults, ...ts.getPreEmitDiagnostics(program)], host));
say('eslint', await lint(program));

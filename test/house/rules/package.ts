import type { SourceFile } from './tree.js';

interface PackageJson {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

interface Lock {
  readonly packages?: Readonly<Record<string, PackageJson & { resolved?: string }>>;
}

/** Ranges that are meant: each has to take what the platform or its peer offers. */
const meant = new Set(['@photostructure/sqlite', '@web/test-runner-chrome', '@eslint/js']);

/** Dependencies without an exact version. */
export function loose({ dependencies, devDependencies }: PackageJson): string[] {
  const all = Object.entries({ ...dependencies, ...devDependencies });
  return all
    .filter(([name, version]) => !meant.has(name) && !/^\d+\.\d+\.\d+$/.test(version))
    .map(([name]) => name);
}

/** What of package.json the lock file does not know, or knows otherwise. */
export function outOfLock(json: PackageJson, lock: Lock): string[] {
  const flat = (one: PackageJson = {}): Record<string, string> => ({
    ...one.dependencies,
    ...one.devDependencies,
  });
  const [wanted, locked] = [flat(json), flat(lock.packages?.[''])];
  return [...new Set([...Object.keys(wanted), ...Object.keys(locked)])].filter(
    name => wanted[name] !== locked[name],
  );
}

/** Packages whose lock entry says where to download them: that place is one machine's. */
export const withAddress = ({ packages = {} }: Lock): string[] =>
  Object.entries(packages).flatMap(([path, { resolved }]) => (resolved === undefined ? [] : [path]));

/** Words that tie the project to one machine or one registry. Written in pieces, so that this file is none of them. */
const ties = [
  new RegExp(`(?<![\\w.])/(${['work', 'farm', 'root', 'home/\\w+', 'Users/\\w+'].join('|')})/[\\w.-]`),
  new RegExp(`/tmp/${'(lab|toy|research)'}`),
  new RegExp(`registry\\.(${['npmjs', 'npmmirror', 'yarnpkg'].join('|')})\\.`),
  new RegExp(`_auth${'Token'}|npm_${'config_registry'}`),
];

/** Lines that name a path of somebody's machine or a registry. */
export function tiedToMachine(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, i) => {
      const tie = ties.find(one => one.test(line));
      return tie ? [`${path}:${i + 1}: ${line.trim().slice(0, 120)}`] : [];
    }),
  );
}

/** The custom-elements manifest, made from the sources: what the API tables, the editors' data and the checks read. */
import { create, ts } from '@custom-elements-manifest/analyzer';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Described {
  name?: string;
  description?: string;
  default?: string;
  inheritedFrom?: { name: string };
}

export interface Attribute extends Described {
  fieldName?: string;
  type?: { text: string };
}

export interface Member extends Described {
  kind: 'field' | 'method';
  privacy?: 'public' | 'protected' | 'private';
  static?: boolean;
  readonly?: boolean;
  type?: { text: string };
  return?: { type?: { text: string } };
  parameters?: readonly { name: string; optional?: boolean; type?: { text: string } }[];
  attribute?: string;
}

export interface ElementEvent extends Described {
  type?: { text: string };
}

/** One element, as the custom-elements manifest schema names its fields. */
export interface ElementDeclaration {
  kind: 'class';
  name: string;
  tagName: string;
  description?: string;
  customElement: true;
  attributes?: Attribute[];
  members?: Member[];
  events?: ElementEvent[];
  slots?: Described[];
  cssParts?: Described[];
  cssProperties?: Described[];
  cssStates?: Described[];
}

export interface Manifest {
  schemaVersion: string;
  modules: { kind: string; path: string; declarations: ElementDeclaration[]; exports: unknown[] }[];
}

const isTypeScript = (name: string): boolean => name.endsWith('.ts') && !/\.(test|d|styles)\.ts$/.test(name);

function sourcesIn(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map(name => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter(isTypeScript)
    .sort();
}

/**
 * What a page may use: Lit's own members and ours for subclasses are none of its business. Ours all have a sentence,
 * which tells them from what the analyzer takes for a field, such as any `x.className = …`.
 */
const isPublic = ({ name = '', privacy, static: isStatic, description }: Member): boolean =>
  !isStatic &&
  !!description &&
  !name.startsWith('#') &&
  (privacy ?? 'public') === 'public' &&
  !lifecycle.has(name);

const lifecycle = new Set([
  ...['render', 'willUpdate', 'update', 'updated', 'firstUpdated', 'shouldUpdate', 'scheduleUpdate'],
  ...['connectedCallback', 'disconnectedCallback', 'adoptedCallback', 'attributeChangedCallback'],
  ...['createRenderRoot', 'getUpdateComplete', 'formResetCallback', 'formDisabledCallback'],
]);

const elementFile = /^src\/elements\/([^/]+)\/\1\.ts$/;

/**
 * Reads every element below `root`/src/elements, with what it inherits from `root`/src/base.
 * Elements come sorted by tag, each with its public members only.
 */
export function makeManifest(root: string): Manifest {
  const files = [...sourcesIn(root, 'src/base'), ...sourcesIn(root, 'src/elements')];
  const modules = files.map(file =>
    ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.ES2015, true),
  );
  const whole = create({ modules, plugins: litPlugin(), context: { dev: false } }) as Manifest;
  const elements = whole.modules.flatMap(module => {
    const name = elementFile.exec(module.path)?.[1];
    const declarations = module.declarations.filter(declaration => declaration.kind === 'class');
    const [element] = declarations.slice(-1);
    if (!name || !element) return [];
    const members = element.members?.filter(isPublic);
    // The analyzer takes the first argument of any event's constructor for its name; the doc comment knows better.
    const events = element.events?.filter(event => event.description);
    return [
      {
        ...module,
        declarations: [{ ...element, customElement: true as const, tagName: `qun-${name}`, members, events }],
      },
    ];
  });
  return { schemaVersion: whole.schemaVersion, modules: elements };
}

/** The API tables of an element's README, in English and in Chinese, from the manifest. */
import type { ElementDeclaration, Manifest, Member } from './manifest.js';

export type Language = 'en' | 'zh-CN';

/** Chinese descriptions by owner (a tag, or the class an element has it from), kind and name. */
export type ChineseWords = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>
>;

export interface Row {
  readonly kind: keyof typeof headings;
  /** Under which owner the Chinese words stand. */
  readonly owner: string;
  readonly name: string;
  readonly cells: readonly string[];
  readonly description: string;
}

const headings = {
  property: [
    ['Properties and attributes', 'Property', 'Attribute', 'Type', 'Default', 'Description'],
    ['属性', '属性（property）', '特性（attribute）', '类型', '默认值', '说明'],
  ],
  method: [
    ['Methods', 'Method', 'Description'],
    ['方法', '方法', '说明'],
  ],
  event: [
    ['Events', 'Event', 'Class', 'Description'],
    ['事件', '事件', '类', '说明'],
  ],
  slot: [
    ['Slots', 'Slot', 'Description'],
    ['插槽', '插槽', '说明'],
  ],
  part: [
    ['Parts', 'Part', 'Description'],
    ['部件（part）', '部件', '说明'],
  ],
  state: [
    ['States', 'State', 'Description'],
    ['状态', '状态', '说明'],
  ],
  cssProperty: [
    ['CSS properties', 'Property', 'Default', 'Description'],
    ['CSS 变量', '变量', '默认值', '说明'],
  ],
} as const;

const code = (text: string | undefined): string => (text ? `\`${text.replace(/\s+/g, ' ').trim()}\`` : '');

const signature = ({ name, parameters = [], return: result }: Member): string => {
  const list = parameters.map(
    one => `${one.name}${one.optional ? '?' : ''}${one.type ? `: ${one.type.text}` : ''}`,
  );
  return `${name}(${list.join(', ')})${result?.type ? `: ${result.type.text}` : ''}`;
};

function propertyRows(element: ElementDeclaration, ownerOf: OwnerOf): Row[] {
  const { members = [], attributes = [] } = element;
  const fields = members.filter(member => member.kind === 'field');
  return fields.map(field => {
    const attribute = attributes.find(one => one.fieldName === field.name || one.name === field.attribute);
    return {
      kind: 'property',
      owner: ownerOf(field),
      name: field.name ?? '',
      cells: [code(field.name), code(attribute?.name), code(field.type?.text), code(field.default)],
      description: attribute?.description ?? field.description ?? '',
    };
  });
}

interface Inherited {
  inheritedFrom?: { name: string };
}
type OwnerOf = (thing: Inherited) => string;

/** Every line of an element's tables, in the order of the tables. */
export function rowsOf(element: ElementDeclaration): Row[] {
  const ownerOf: OwnerOf = thing => thing.inheritedFrom?.name ?? element.tagName;
  const row = (
    kind: Row['kind'],
    thing: Inherited & { name?: string; description?: string },
    cells: string[],
  ): Row => ({
    kind,
    owner: ownerOf(thing),
    name: thing.name ?? '',
    cells,
    description: thing.description ?? '',
  });
  const methods = (element.members ?? []).filter(member => member.kind === 'method');
  return [
    ...propertyRows(element, ownerOf),
    ...methods.map(one => row('method', one, [code(signature(one))])),
    ...(element.events ?? []).map(one => row('event', one, [code(one.name), code(one.type?.text)])),
    ...(element.slots ?? []).map(one => row('slot', one, [one.name ? code(one.name) : ''])),
    ...(element.cssParts ?? []).map(one => row('part', one, [code(one.name)])),
    ...(element.cssStates ?? []).map(one => row('state', one, [code(one.name)])),
    ...(element.cssProperties ?? []).map(one => row('cssProperty', one, [code(one.name), code(one.default)])),
  ];
}

const cell = (text: string): string => text.replace(/\s+/g, ' ').replace(/\|/g, '\\|').trim();

function wordsFor(
  { owner, kind, name, description }: Row,
  language: Language,
  chinese: ChineseWords,
): string {
  return language === 'en' ? description : (chinese[owner]?.[kind]?.[name] ?? description);
}

/** The tables of one element. Kinds it has nothing of are left out; the default slot is called so. */
export function apiTables(element: ElementDeclaration, language: Language, chinese: ChineseWords): string {
  const rows = rowsOf(element);
  const kinds = Object.keys(headings) as Row['kind'][];
  const column = language === 'en' ? 0 : 1;
  const tables = kinds.flatMap(kind => {
    const own = rows.filter(row => row.kind === kind);
    if (own.length === 0) return [];
    const [title, ...heads] = headings[kind][column];
    const unnamed = language === 'en' ? '(default)' : '（默认）';
    const lines = own.map(row => {
      const [first, ...rest] = row.cells;
      return [first || unnamed, ...rest, wordsFor(row, language, chinese)].map(cell);
    });
    const table = [heads, heads.map(() => '---'), ...lines].map(cells => `| ${cells.join(' | ')} |`);
    return [`### ${title}\n\n${table.join('\n')}`];
  });
  return tables.join('\n\n');
}

/** `owner/kind/name` of every line that has no Chinese words yet. */
export function missingChinese({ modules }: Manifest, chinese: ChineseWords): string[] {
  const rows = modules.flatMap(module => module.declarations.flatMap(rowsOf));
  const missing = rows.filter(({ owner, kind, name }) => !chinese[owner]?.[kind]?.[name]);
  return [...new Set(missing.map(({ owner, kind, name }) => `${owner}/${kind}/${name}`))];
}

/** `owner/kind/name` of Chinese words that no line asks for any more. */
export function idleChinese({ modules }: Manifest, chinese: ChineseWords): string[] {
  const rows = modules.flatMap(module => module.declarations.flatMap(rowsOf));
  const wanted = new Set(rows.map(({ owner, kind, name }) => `${owner}/${kind}/${name}`));
  const there = Object.entries(chinese).flatMap(([owner, kinds]) =>
    Object.entries(kinds).flatMap(([kind, names]) =>
      Object.keys(names).map(name => `${owner}/${kind}/${name}`),
    ),
  );
  return there.filter(one => !wanted.has(one));
}

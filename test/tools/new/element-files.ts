/**
 * What `npm run new <name>` writes. A house test compiles it and holds it against every rule, so that what people start
 * from is right. It is a small finished element, to be changed into another one rather than filled in.
 */
export interface NewElement {
  /** Path → text. */
  readonly files: Readonly<Record<string, string>>;
  /** Its lines of docs/i18n/api.zh-CN.json. */
  readonly chinese: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Kebab case, without the prefix every tag of ours has. */
export const isName = (name: string): boolean =>
  /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) && !name.startsWith('qun-');

const pascal = (name: string): string =>
  name.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The files of a new element. `version` is the one it will first be part of. */
export function elementFiles(name: string, version: string): NewElement {
  const [tag, type, styles] = [`qun-${name}`, `Qun${pascal(name)}`, camel(name)];
  const folder = `src/elements/${name}`;
  const event = { file: `${tag}-close-event`, type: `${type}CloseEvent`, name: `${tag}-close` };

  const files = {
    [`src/events/${event.file}.ts`]: `/** A \`${tag}\` asks to be put away. Bubbles, composed, cancelable; prevented, it stays. */
export class ${event.type} extends Event {
  static readonly type = '${event.name}';

  constructor() {
    super(${event.type}.type, { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    '${event.name}': ${event.type};
  }
}
`,

    [`${folder}/${name}.ts`]: `import { html } from 'lit';
import { property } from 'lit/decorators.js';
import { QunElement } from '../../base/qun-element.js';
import { ${event.type} } from '../../events/${event.file}.js';
import { base } from '../../styles/base.css.js';
import { button } from '../../styles/button.css.js';
import { icon } from '../../styles/icon.js';
import { close } from '../../styles/shop-drawings.js';
import { tokens } from '../../styles/tokens.css.js';
import { ${styles} } from './${name}.css.js';

/**
 * A titled box that its reader can put away.
 *
 * @status experimental
 * @since ${version}
 *
 * @attr {string} heading - Its title.
 *
 * @event {${event.type}} ${event.name} - The reader wants it put away. Cancelable; prevented, it stays.
 *
 * @slot - What it holds.
 *
 * @csspart base - The whole.
 * @csspart heading - The title.
 * @csspart body - Around what it holds.
 *
 * @cssproperty [--gap=8px] - Space between its title and what it holds.
 */
export class ${type} extends QunElement {
  static override styles = [tokens, base, button, ${styles}];

  /** Its title. */
  @property() heading = '';

  readonly #onClose = (): void => {
    if (this.ask(new ${event.type}())) this.remove();
  };

  protected override render() {
    return html\`<section part="base" class="base" aria-label=\${this.heading}>
      <h2 part="heading" class="heading">\${this.heading}</h2>
      <button type="button" class="icon-button" aria-label=\${this.t('room.close')} @click=\${this.#onClose}>
        \${icon(close, 20)}
      </button>
      <div part="body" class="body"><slot></slot></div>
    </section>\`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    '${tag}': ${type};
  }
}
`,

    [`${folder}/${name}.css.ts`]: `import { css } from 'lit';

export const ${styles} = css\`
  :host {
    --_gap: var(--gap, 8px);
    display: block;
  }
  :host([hidden]) {
    display: none !important;
  }
  .base {
    position: relative;
    padding: calc(var(--_space) * 4);
    border-radius: var(--_radius-m);
    background: var(--_surface);
  }
  .heading {
    margin: 0 44px var(--_gap) 0;
    font-size: var(--_fs-16);
    font-weight: 600;
  }
  .icon-button {
    position: absolute;
    top: 0;
    right: 0;
  }
\`;
`,

    [`${folder}/${name}.test.ts`]: `import { expect, fixture, html } from '@open-wc/testing';
import '../../define/${tag}.js';
import type { ${type} } from './${name}.js';

const make = () => fixture<${type}>(html\`<${tag} lang="en" heading="Today"><p>Tea at noon</p></${tag}>\`);
const part = (element: ${type}, name: string) => element.renderRoot.querySelector(\`[part="\${name}"]\`);
const close = (element: ${type}) => element.renderRoot.querySelector('button')?.click();

describe('${tag}', () => {
  it('shows its title above what it holds, and says so to everyone', async () => {
    const element = await make();
    expect(part(element, 'heading')?.textContent).to.equal('Today');
    await expect(element).to.be.accessible();
  });

  it('goes when its reader puts it away', async () => {
    const element = await make();
    close(element);
    expect(element.isConnected).to.be.false;
  });

  it('stays when the page prevents that', async () => {
    const element = await make();
    element.addEventListener('${event.name}', event => event.preventDefault());
    close(element);
    expect(element.isConnected).to.be.true;
  });

  it('speaks the language around it', async () => {
    const element = await make();
    const label = () => element.renderRoot.querySelector('button')?.getAttribute('aria-label');
    expect(label()).to.equal('Close');
    element.lang = 'zh-CN';
    element.requestUpdate();
    await element.updateComplete;
    expect(label()).to.equal('关闭');
  });
});
`,

    [`src/define/${tag}.ts`]: `import { ${type} } from '../elements/${name}/${name}.js';
import { define } from './define.js';

define('${tag}', ${type});
export { ${type} };
`,

    [`${folder}/README.md`]: `# ${tag}

A titled box that its reader can put away.

\`\`\`html
<${tag} heading="Today"><p>Tea at noon</p></${tag}>
\`\`\`

## API

<!-- api:start -->
<!-- api:end -->
`,

    [`${folder}/README.zh-CN.md`]: `# ${tag}

带标题的小框，看完可以收起。

\`\`\`html
<${tag} heading="今天"><p>中午有茶</p></${tag}>
\`\`\`

## API

<!-- api:start -->
<!-- api:end -->
`,
  };

  const chinese = {
    property: { heading: '标题。' },
    event: { [event.name]: '读者想把它收起。可以阻止；阻止后保持原样。' },
    slot: { '': '框里的内容。' },
    part: { base: '整体。', heading: '标题。', body: '内容的外框。' },
    cssProperty: { '--gap': '标题与内容之间的距离。' },
  };
  return { files, chinese };
}

import { expect } from '@open-wc/testing';
import { css, LitElement, html, unsafeCSS, type CSSResult } from 'lit';
import { roles } from './default-palette.js';
import { themeTable, type ThemeName } from './palettes.js';
import { themes } from './themes.css.js';
import { tokens } from './tokens.css.js';

/** Holds a theme, as qun-room does. */
class ThemedBox extends LitElement {
  static override styles = themes;
  override render() {
    return html`<slot></slot>`;
  }
}
/** Stands in a theme, as every element does, and shows what `--_<token>` comes to. */
class TokenProbe extends LitElement {
  static override styles = tokens;
  color(token: string): string {
    this.style.setProperty('color', `var(--_${token})`);
    return getComputedStyle(this).color;
  }
  size(token: string): string {
    this.style.setProperty('width', `var(--_${token})`);
    this.style.setProperty('display', 'block');
    return getComputedStyle(this).width;
  }
}
/** A sheet as a browser reads it that does not know light-dark(). */
const asBefore = (sheet: CSSResult) => css`
  ${unsafeCSS(
    sheet.cssText
      .replace(/@supports not \(color: ?light-dark[^{]*/g, '@media all')
      .replace(/@supports \(color: ?light-dark[^{]*/g, '@media not all'),
  )}
`;
class OldThemedBox extends ThemedBox {
  static override styles = asBefore(themes);
}
class OldTokenProbe extends TokenProbe {
  static override styles = asBefore(tokens);
}
customElements.define('old-themed-box', OldThemedBox);
customElements.define('old-token-probe', OldTokenProbe);
customElements.define('themed-box', ThemedBox);
customElements.define('token-probe', TokenProbe);

async function show(
  attributes: Record<string, string>,
  browser: 'old' | 'new' = 'new',
): Promise<{ box: ThemedBox; probe: TokenProbe }> {
  const prefix = browser === 'old' ? 'old-' : '';
  const box = document.createElement(`${prefix}themed-box`) as ThemedBox;
  for (const [name, value] of Object.entries(attributes)) box.setAttribute(name, value);
  const probe = document.createElement(`${prefix}token-probe`) as TokenProbe;
  box.append(probe);
  document.body.append(box);
  await probe.updateComplete;
  return { box, probe };
}

function luminance(color: string): number {
  const [r, g, b] = color
    .match(/\d+(\.\d+)?/g)!
    .slice(0, 3)
    .map(channel => Number(channel) / 255)
    .map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Words and the grounds they stand on in our sheets; prices are also shown small, so nothing is let off at 3:1. */
const pairs: readonly (readonly [words: string, ground: string, least: number])[] = [
  ...['text', 'text-muted', 'price', 'success', 'warning'].flatMap(words =>
    ['surface', 'surface-raised'].map(ground => [words, ground, 4.5] as const),
  ),
  ['on-brand', 'brand', 4.5],
  // A button that cannot be pressed.
  ['text-muted', 'outline', 4.5],
  // Not words: the ring round what has the focus.
  ['focus', 'surface', 3],
  ['focus', 'surface-raised', 3],
];

const names = Object.keys(themeTable) as ThemeName[];

describe('themes', () => {
  afterEach(() =>
    document.querySelectorAll('themed-box, old-themed-box').forEach(element => element.remove()),
  );

  for (const theme of [undefined, ...names]) {
    for (const scheme of ['light', 'dark'] as const) {
      it(`can be read: ${theme ?? 'no theme'}, ${scheme}`, async () => {
        const { probe } = await show({ ...(theme && { theme }), scheme });
        for (const [words, ground, least] of pairs) {
          const ratio = contrast(probe.color(words), probe.color(ground));
          expect(ratio, `${words} on ${ground}`).to.be.at.least(least);
        }
      });
    }
  }

  it('are each their own, and follow the scheme where both mean something', async () => {
    const seen = new Set<string>();
    for (const theme of names) {
      const { probe: inLight } = await show({ theme, scheme: 'light' });
      const { probe: inDark } = await show({ theme, scheme: 'dark' });
      const both = 'dark' in themeTable[theme];
      expect(inLight.color('surface') !== inDark.color('surface'), theme).to.equal(both);
      seen.add(`${inLight.color('surface')} ${inLight.color('brand')}`);
    }
    expect(seen.size).to.equal(names.length);
  });

  it('leave an element alone in the page as the default theme shows it', async () => {
    for (const scheme of ['light', 'dark']) {
      const { probe: themed } = await show({ theme: 'default', scheme });
      const { probe: bare } = await show({ scheme });
      for (const role of roles) {
        expect(bare.color(role), `${role}, ${scheme}`).to.equal(themed.color(role));
      }
    }
  });

  it('stay light on a page that never says it supports dark', async () => {
    const { probe } = await show({ theme: 'fresh' });
    expect(probe.color('surface')).to.equal('rgb(255, 255, 255)');
  });

  it('follow the color-scheme of the page where nothing is said', async () => {
    const { box, probe } = await show({ theme: 'fresh' });
    box.style.setProperty('color-scheme', 'dark');
    expect(probe.color('surface')).to.equal('rgb(19, 26, 21)');
  });

  it('make what the browser draws follow: always dark for themes that always are', async () => {
    for (const [attributes, expected] of [
      [{ theme: 'night', scheme: 'light' }, 'dark'],
      [{ theme: 'luxe' }, 'dark'],
      [{ theme: 'fresh', scheme: 'dark' }, 'dark'],
      [{ theme: 'fresh', scheme: 'light' }, 'light'],
      [{ scheme: 'auto' }, 'light dark'],
    ] as const) {
      const { box } = await show(attributes);
      expect(getComputedStyle(box).colorScheme, JSON.stringify(attributes)).to.equal(expected);
    }
  });

  it('give way to the page: its brand beats the theme', async () => {
    const { box, probe } = await show({ theme: 'festival' });
    box.style.setProperty('--qun-color-brand', 'rgb(1, 2, 3)');
    expect(probe.color('brand')).to.equal('rgb(1, 2, 3)');
  });

  it('shape corners, and enlarge words by a quarter when asked', async () => {
    const { probe } = await show({ theme: 'luxe' });
    expect(probe.size('radius-m')).to.equal('3px');
    const { probe: large } = await show({ 'large-text': '' });
    expect(large.size('fs-16')).to.equal('20px');
  });

  it('say the same to browsers without light-dark(), by attribute', async () => {
    for (const theme of [undefined, ...names]) {
      for (const scheme of ['light', 'dark'] as const) {
        const attributes = { ...(theme && { theme }), scheme };
        const { probe: today } = await show(attributes);
        const { probe: before } = await show(attributes, 'old');
        for (const role of roles) {
          // Where no theme is named, the page's own brand stays what it is, and with it the default of old browsers.
          if (!theme && scheme === 'dark' && /brand/.test(role)) continue;
          expect(before.color(role), `${role}, ${theme}, ${scheme}`).to.equal(today.color(role));
        }
        for (const [words, ground, least] of pairs) {
          const ratio = contrast(before.color(words), before.color(ground));
          expect(ratio, `${words} on ${ground}, ${theme}, ${scheme}`).to.be.at.least(least);
        }
      }
    }
  });

  it('follow the device in such browsers where they are asked to', () => {
    for (const name of names) {
      const both = 'dark' in themeTable[name];
      expect(themes.cssText.includes(`:host([theme=${name}][scheme=auto])`), name).to.equal(both);
    }
  });
});

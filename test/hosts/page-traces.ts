/**
 * What an embed could leave on a page: read in the page, with and without the kit, and compared. Runs in the browser,
 * so it stands on its own.
 */
export function readTraces() {
  const sources: Record<string, string> = {};
  const builtins: [string, object | undefined][] = [
    ['Array', Array],
    ['Array.prototype', Array.prototype],
    ['Object', Object],
    ['String.prototype', String.prototype],
    ['Function.prototype', Function.prototype],
    ['Promise', Promise],
    ['Promise.prototype', Promise.prototype],
    ['JSON', JSON],
    ['Element.prototype', Element.prototype],
    ['Node.prototype', Node.prototype],
    ['EventTarget.prototype', EventTarget.prototype],
    ['Event.prototype', Event.prototype],
    ['HTMLElement.prototype', HTMLElement.prototype],
    ['HTMLMediaElement.prototype', HTMLMediaElement.prototype],
    ['ShadowRoot.prototype', ShadowRoot.prototype],
    ['Document.prototype', Document.prototype],
    ['History.prototype', History.prototype],
    ['customElements', Object.getPrototypeOf(customElements) as object],
  ];
  for (const [name, object] of builtins) {
    for (const key of Object.getOwnPropertyNames(object)) {
      const descriptor = Object.getOwnPropertyDescriptor(object, key);
      const value: unknown = descriptor?.value ?? descriptor?.get;
      if (typeof value === 'function') sources[`${name}.${key}`] = Function.prototype.toString.call(value);
    }
  }
  const probe = document.getElementById('probe')!;
  const style = getComputedStyle(probe);
  const { x, y, width, height } = probe.getBoundingClientRect();
  const root = document.querySelector('html')!;
  const body = root.querySelector('body')!;
  return {
    globals: Object.getOwnPropertyNames(window).sort(),
    sources,
    probe: {
      x,
      y,
      width,
      height,
      style: [...style].map(key => `${key}:${style.getPropertyValue(key)}`).join(';'),
    },
    sheets: document.styleSheets.length + (document.adoptedStyleSheets?.length ?? 0),
    styles: document.querySelectorAll('style, link[rel=stylesheet]').length,
    root: [root, body].map(element =>
      [...element.attributes].map(({ name, value }) => `${name}=${value}`).join(' '),
    ),
    children: body.children.length,
    title: document.title,
    history: history.length,
    scroll: [scrollX, scrollY],
    focus: document.activeElement === body,
  };
}

export type Traces = ReturnType<typeof readTraces>;

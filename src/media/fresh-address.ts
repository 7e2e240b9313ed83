/** What differs between two signed addresses of one stream: values of the query by name, parts of the path by place. */
export class FreshAddress {
  readonly #query = new Map<string, [string, string]>();
  readonly #path: [string, string][] = [];

  constructor(before: string, after: string) {
    const [old, fresh] = [new URL(before), new URL(after)];
    for (const [name, value] of fresh.searchParams) {
      const was = old.searchParams.get(name);
      if (was !== null && was !== value) this.#query.set(name, [was, value]);
    }
    const [olds, news] = [old, fresh].map(({ pathname }) => pathname.split('/')) as [string[], string[]];
    if (olds.length !== news.length) return;
    olds.forEach((part, i) => {
      if (part !== news[i]) this.#path.push([part, news[i]!]);
    });
  }

  /** An address made with the old values, with the fresh ones; any other as it is. */
  of(address: string): string {
    const url = new URL(address);
    for (const [name, [was, value]] of this.#query) {
      if (url.searchParams.get(name) === was) url.searchParams.set(name, value);
    }
    const parts = url.pathname.split('/');
    for (const [was, value] of this.#path) {
      const at = parts.indexOf(was);
      if (at >= 0) parts[at] = value;
    }
    if (this.#path.length > 0) url.pathname = parts.join('/');
    return url.href;
  }
}

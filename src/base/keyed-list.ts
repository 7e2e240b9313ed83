import { render, type TemplateResult } from 'lit';

interface Item {
  /** Where lit keeps the item's place; the item itself has been taken out of it. */
  root: DocumentFragment;
  item: HTMLElement;
  strings: TemplateStringsArray;
}

/**
 * The children of one element, each with a key and a template that makes one element. A list of templates in lit leaves a
 * marker behind for every child that goes; here nothing stays. The child that has the focus is never moved, since moving
 * it would take the focus away.
 */
export class KeyedList {
  #items = new Map<string, Item>();

  /** Writes what `entries` say into `parent`, after what the parent holds besides. */
  update(parent: HTMLElement, entries: readonly (readonly [key: string, template: TemplateResult])[]): void {
    const old = this.#items;
    this.#items = new Map();
    const items = entries.map(([key, template]) => {
      const known = old.get(key);
      const same = known?.strings === template.strings;
      const root = same ? known.root : document.createDocumentFragment();
      render(template, root);
      const item = same ? known.item : (root.firstElementChild as HTMLElement);
      if (same) old.delete(key);
      this.#items.set(key, { root, item, strings: template.strings });
      return item;
    });
    for (const { item } of old.values()) item.remove();
    put(parent, items);
  }

  get(key: string): HTMLElement | undefined {
    return this.#items.get(key)?.item;
  }
}

/** Puts `items` into `parent` in this order, moving as few as it may and never the one with the focus. */
function put(parent: HTMLElement, items: readonly HTMLElement[]): void {
  const focused = items.findIndex(item => item.matches(':focus-within'));
  const still =
    focused >= 0
      ? focused
      : Math.max(
          0,
          items.findIndex(item => item.parentNode === parent),
        );
  items.forEach((item, index) => {
    if (index < still) return;
    const before = index > still ? items[index - 1]!.nextSibling : undefined;
    if (before === undefined ? item.parentNode !== parent : before !== item)
      parent.insertBefore(item, before ?? null);
  });
  for (let index = still - 1; index >= 0; index -= 1) {
    const next = items[index + 1]!;
    if (next.previousSibling !== items[index]) parent.insertBefore(items[index]!, next);
  }
}

/**
 * Registers `tag`, unless a page that includes the kit twice, or in two versions, has it already: then the first one
 * serves both. A page that refuses is told in the console and otherwise left alone.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (typeof customElements === 'undefined' || customElements.get(tag)) return;
  try {
    customElements.define(tag, element);
  } catch (error) {
    console.warn(`qunlive: <${tag}> could not be registered`, error);
  }
}

import { render } from 'lit';
import type { ShownLine } from '../../core/comment-pace.js';
import { classesOf, isPlain, speakerOf, type LineView } from './render-line.js';

interface Item {
  readonly node: HTMLElement;
  readonly plain: boolean;
  /** Of what it was written last. */
  line?: ShownLine;
  text?: string;
  words?: string;
  speaker?: readonly Node[];
}

/**
 * The lines as list items, one for each and kept as long as it is shown. A plain one is written once, by hand: in a flood
 * that costs a tenth of a template, and a keyed list of templates leaves a marker behind for every line that goes.
 */
export class LineList {
  #items = new Map<string, Item>();

  /** Has `place` show these lines and no others. */
  show(place: HTMLElement, lines: readonly ShownLine[], view: LineView): void {
    const before = this.#items;
    const words = wordsOf(view);
    this.#items = new Map();
    for (const line of lines) {
      const key = line.key ?? line.id;
      const plain = isPlain(line);
      let item = before.get(key);
      if (item?.plain === plain) before.delete(key);
      else item = { node: makeNode(), plain };
      this.#items.set(key, item);
      write(item, line, words, view);
    }
    for (const { node } of before.values()) node.remove();
    let next = place.firstElementChild;
    for (const { node } of this.#items.values()) {
      // The one that stood here goes further down.
      if (next && next !== node && next.nextElementSibling === node) next = node;
      if (node === next) next = node.nextElementSibling;
      else place.insertBefore(node, next);
    }
  }
}

function makeNode(): HTMLElement {
  const node = document.createElement('li');
  node.setAttribute('part', 'line');
  return node;
}

/** Changes when a line would read differently though it is the same: another language, words that came late, a host's name. */
const wordsOf = ({ language, host, t }: LineView): string =>
  language + t('comment.by', { name: host }) + t('room.guest', { number: 1 });

function write(item: Item, line: ShownLine, words: string, view: LineView): void {
  const { node, plain } = item;
  const classes = classesOf(line, view);
  if (node.className !== classes) node.className = classes;
  if (line !== item.line || line.text !== item.text || words !== item.words) {
    item.line = line;
    item.text = line.text;
    item.words = words;
    item.speaker = speakerOf(line, view);
    if (plain) node.replaceChildren(...item.speaker, line.text);
  }
  if (!plain) render(view.more(line, item.speaker), node);
}

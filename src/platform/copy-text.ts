import { deepFocus } from './deep-focus.js';
import { pageEnvironment, type Environment } from './environment.js';
import { within } from './within.js';

/** A clipboard that has not answered for this long is waiting for a question the viewer cannot see, ms. */
const CLIPBOARD_MS = 2000;

/**
 * Copies `text`: by the asynchronous clipboard, else by a selection, as pages without https and old webviews need.
 * Resolves to whether it worked. Never rejects. Needs a tap of the viewer just before.
 */
export async function copyText(text: string, env: Environment = pageEnvironment()): Promise<boolean> {
  const { writeText, document } = env;
  const written = writeText && within(CLIPBOARD_MS, () => writeText(text).then(() => true), false);
  return (await written) || copyBySelection(text, document);
}

/** The way of old: a field nobody sees is selected and copied. */
function copyBySelection(text: string, document: Document): boolean {
  if (!document.body) return false;
  const before = deepFocus(document);
  const field = document.createElement('textarea');
  field.value = text;
  // Read-only keeps the keyboard down, 16 px keeps iOS from zooming in.
  field.readOnly = true;
  for (const [name, value] of Object.entries(HIDDEN)) field.style.setProperty(name, value);
  document.body.append(field);
  try {
    return copyField(field);
  } finally {
    field.remove();
    before?.focus({ preventScroll: true });
  }
}

const HIDDEN = { position: 'fixed', top: '0', left: '0', 'font-size': '16px', opacity: '0' };

/** Copies what stands in `field`, and leaves it selected for the viewer's own hands. */
export function copyField(field: HTMLInputElement | HTMLTextAreaElement): boolean {
  const { ownerDocument: document, value } = field;
  let copied = false;
  // Pages that add "read more at …" to what is copied do so in this event; and behind a dialog nothing can be selected.
  const give = (event: ClipboardEvent) => {
    if (!event.clipboardData) return;
    event.clipboardData.setData('text/plain', value);
    event.preventDefault();
    event.stopImmediatePropagation();
    copied = true;
  };
  document.addEventListener('copy', give, true);
  try {
    field.focus({ preventScroll: true });
    field.setSelectionRange(0, value.length);
    return document.execCommand('copy') || copied;
  } catch {
    return false; // a browser that has dropped the command
  } finally {
    document.removeEventListener('copy', give, true);
  }
}

import { deepFocus } from '../platform/deep-focus.js';

/**
 * Opens `dialog` over everything, takes the focus to `first`, and keeps it. In browsers that do not know dialogs the
 * same element covers the page by its style. With `own` false it does not mind the Tab key: what is slotted into it could
 * not be reached, and the dialog has edges of its own. Returns how to close it, which gives the focus back.
 */
export function openModal(
  dialog: HTMLDialogElement,
  first: HTMLElement,
  close: () => void,
  own = true,
): () => void {
  const before = deepFocus(document);
  const native = typeof dialog.showModal === 'function';

  const onKeydown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      // The room around us closes its own things by this key.
      event.stopPropagation();
      close();
    } else if (own && event.key === 'Tab') keepInside(dialog, event);
  };
  // The browser's own way of closing, as by the back gesture: ours has to hear of it.
  const onCancel = (event: Event) => {
    event.preventDefault();
    close();
  };
  dialog.addEventListener('keydown', onKeydown);
  dialog.addEventListener('cancel', onCancel);
  if (native) dialog.showModal();
  else dialog.setAttribute('open', '');
  first.focus({ preventScroll: true });

  return () => {
    dialog.removeEventListener('keydown', onKeydown);
    dialog.removeEventListener('cancel', onCancel);
    if (native) dialog.close();
    else dialog.removeAttribute('open');
    before?.focus({ preventScroll: true });
  };
}

/** From the last to the first, and back. */
function keepInside(dialog: HTMLElement, event: KeyboardEvent): void {
  const all = [...dialog.querySelectorAll<HTMLElement>('a, button, input')];
  const from = all.indexOf(event.target as HTMLElement);
  const to = (from + (event.shiftKey ? -1 : 1) + all.length) % all.length;
  event.preventDefault();
  all[to]?.focus();
}

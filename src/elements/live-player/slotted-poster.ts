/** The address of the picture that the page has put into the `poster` slot of `host`, however deep it was passed on. */
export function slottedPoster(host: Element): string | undefined {
  const child = host.querySelector(':scope > [slot="poster"]');
  const image = child instanceof HTMLSlotElement ? child.assignedElements({ flatten: true })[0] : child;
  return image instanceof HTMLImageElement ? image.currentSrc || image.src || undefined : undefined;
}

import { html, nothing, render } from 'lit';
import type { ComfortView } from '../comfort-view.js';

/** What stands in the picture's place while the picture is in a corner: its poster, which moves nothing in the page. */
export function makePlace({ poster, video }: ComfortView): HTMLElement {
  const place = document.createElement('div');
  place.className = 'mini-place';
  const fit = video.style.getPropertyValue('object-fit');
  render(poster ? html`<img class="poster" src=${poster} alt="" decoding="async" />` : nothing, place);
  (place.firstElementChild as HTMLElement | null)?.style.setProperty('object-fit', fit);
  return place;
}

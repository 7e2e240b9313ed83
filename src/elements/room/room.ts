import { html } from 'lit';
import { RoomProviderElement } from '../../base/room-provider-element.js';
import { themes } from '../../styles/themes.css.js';
import { room } from './room.css.js';

/**
 * Opens a room once for every element of the kit inside it, or that names it by `id`, and gives them their look and
 * language. It has no look of its own and takes no part in the page's layout.
 *
 * @status stable
 * @since 0.1.0
 *
 * @attr {string} token - Who this viewer is: a token that the shop's server has signed. Default: anonymous.
 * @attr {string} cart - Who takes orders: `shopify`, `woocommerce`, `link`, `page` where the page answers the events, or the address of an endpoint. Default: nobody, and products lead to their own pages.
 * @attr {'on' | 'anonymous' | 'off'} attribution - Whether the room may note by whose link a viewer has come: `on`, by their pseudonym; `anonymous`, as a figure bound to nobody; `off`, not at all, and links carry nothing of them. Read when they join. Default: on.
 * @attr {'default' | 'minimal' | 'night' | 'festival' | 'fresh' | 'luxe'} theme - Look. Default: the page's own `--qun-…` properties.
 * @attr {'light' | 'dark' | 'auto'} scheme - Light, dark, or as the device. Default: the page's `color-scheme`.
 * @attr {boolean} large-text - Everything is a quarter larger.
 * @attr {string} lang - Language of what stands inside, a BCP 47 tag. Default: the nearest `lang` of the page.
 *
 * @event {QunRoomOpenedEvent} qun-room-opened - The room's first state has arrived; `room` is the room. Not cancelable.
 * @event {QunErrorEvent} qun-error - The room or the way to it has a fault; `error.code` says which. Not cancelable.
 *
 * @slot - Anything of the page; the kit's elements among it are joined to the room.
 */
export class QunRoom extends RoomProviderElement {
  static override styles = [themes, room];

  override render() {
    return html`<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'qun-room': QunRoom;
  }
}

import { defineLater } from './later.js';

/** A room whose picture does not come, as before the show, has its heart and what flies over it nevertheless, ms. */
const PATIENCE_MS = 4000;

/** Resolves when some picture of the page moves. */
function picture(): Promise<void> {
  return new Promise(resolve => {
    const done = () => {
      clearTimeout(timer);
      document.removeEventListener('qun-player-state', heard);
      resolve();
    };
    const heard = (event: Event) => (event as Event & { state?: string }).state === 'playing' && done();
    const timer = setTimeout(done, PATIENCE_MS);
    document.addEventListener('qun-player-state', heard);
  });
}

const heart = () => import('./qun-reaction-button.js');
const danmaku = () => import('./qun-danmaku-layer.js');
const shelf = () => import('./qun-product-shelf.js');
const productSheet = () => import('./qun-product-sheet.js');
const cartButton = () => import('./qun-cart-button.js');
const poster = () => import('./qun-share-poster.js');

defineLater({
  'qun-reaction-button': heart,
  'qun-danmaku-layer': danmaku,
  'qun-product-sheet': productSheet,
  'qun-cart-button': cartButton,
  'qun-share-board': () => import('./qun-share-board.js'),
  'qun-entry': () => import('./qun-entry.js'),
  // It has a place for one.
  'qun-live-room[cart]': cartButton,
  // It has them all, where nobody looks for tags; its first picture comes before.
  'qun-live-room': () => picture().then(() => Promise.all([heart(), danmaku(), shelf(), productSheet()])),
});

/** In whose shadow roots the elements below may stand. */
const HOLDERS =
  'qun-live-room,qun-product-sheet,qun-product-shelf,qun-product-carousel,qun-share-to-group,qun-notice-bar,qun-promo-slot';

defineLater(
  {
    'qun-flash-sale': () => import('./qun-flash-sale.js'),
    'qun-product-shelf': shelf,
    'qun-share-poster': poster,
    'qun-reminder': () => import('./qun-reminder.js'),
    'qun-notice-bar': () => import('./qun-notice-bar.js'),
    'qun-contact-card': () => import('./qun-contact-card.js'),
    'qun-promo-slot': () => import('./qun-promo-slot.js'),
    'qun-store-card': () => import('./qun-store-card.js'),
  },
  HOLDERS,
);

// The share sheet offers a poster where one can come.
void customElements
  .whenDefined('qun-share-to-group')
  .then(share => ((share as { posterComes?: typeof poster }).posterComes = poster));

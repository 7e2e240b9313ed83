/** Names under which the parts of the elements inside can be styled from outside: `card__price` and so on. */
export const under = (prefix: string, parts: string) =>
  parts
    .split(' ')
    .map(part => `${part}:${prefix}__${part}`)
    .join();

export const PARTS = {
  player: under(
    'player',
    'base video poster message play retry hear controls control volume timeline time live go-live note settings stats',
  ),
  product: under(
    'card',
    'base card picture number live watch title subtitle stock saved price was button close empty',
  ),
  coupon: under(
    'coupon',
    'base ticket stub value title note countdown stock button stamp code use float float-state layer',
  ),
  comments: under(
    'comments',
    'base list line name badge quote unread board pinned question me-too happening menu composer field counter send note',
  ),
  like: under('like', 'base pill button count'),
  cart: under('cart', 'base button badge lines line price quantity note foot total checkout empty'),
  share: under('share', 'base button dialog guide sheet link toast'),
  sheet: under('sheet', 'panel head body'),
  sheetProduct: under('product', 'gallery price title option value quantity facts bar add button'),
} as const;

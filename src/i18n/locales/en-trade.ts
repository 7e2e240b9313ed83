/** What choosing, reserving and buying say: it comes with the parts that are fetched when somebody gets that far. */
export const enTrade = {
  // the shelf in full

  // one product
  'sheet.label': 'Product',
  'sheet.close': 'Close',
  'sheet.pictures': 'Pictures',
  'sheet.picture': 'Picture {index} of {count}',
  'sheet.zoom': 'See the picture large',
  'sheet.zoomOut': 'Back to size',
  'sheet.choose': 'Choose: {names}',
  'sheet.chosen': 'Chosen: {names}',
  'sheet.unavailable': '{value}, not available with this choice',
  'sheet.valueSoldOut': '{value}, sold out',
  'sheet.quantity': 'Quantity',
  'sheet.less': 'One less',
  'sheet.more': 'One more',
  'sheet.most': 'At most {count} an order',
  'sheet.stock': '{count} in stock',
  'sheet.facts': 'Details',
  'sheet.answers': 'Questions and answers',
  'sheet.add': 'Add to cart',
  'sheet.adding': 'Adding…',
  'sheet.added': 'In your cart',
  'sheet.buy': 'Buy now',
  'sheet.buying': 'One moment…',
  'sheet.ready': 'On its way',
  'sheet.app': 'Open in the app',
  'sheet.chooseFirst': 'Choose {names} first',
  'sheet.soldOut': 'Sold out',
  'sheet.noneLeft': 'This one has just sold out. Have a look at the others.',
  'sheet.gone': 'This product has left the shelf.',
  'sheet.priceNow': 'The price is {price} now',

  // flash sales

  // coupons

  // the cart
} as const;

export type TradeMessages = Record<keyof typeof enTrade, string>;

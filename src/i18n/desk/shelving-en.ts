/** What the desk says where products are added and combinations priced, in English. */
export const shelvingEn = {
  'shelving.add': 'Add a product',
  'shelving.title': 'Title',
  'shelving.number': 'Number',
  'shelving.price': 'Price',
  'shelving.was': 'Was, struck out',
  'shelving.currency': 'Currency',
  'shelving.group': 'Group on the shelf',
  'shelving.picture': 'Picture, https://…',
  'shelving.link': 'Where it is bought, https://…',
  'shelving.optional': 'Optional',
  'shelving.put': 'Put on the shelf',
  'shelving.done': '“{title}” is on the shelf.',
  'shelving.wrong.title': 'What is it called? {most} characters at most.',
  'shelving.wrong.number': 'A whole number that no other product has.',
  'shelving.wrong.price': 'An amount such as 129.90.',
  'shelving.wrong.was': 'An amount above the price, or nothing.',
  'shelving.wrong.currency': 'Three letters such as USD.',
  'shelving.wrong.stock': 'A whole number, or nothing.',
  'shelving.wrong.group': 'Shorter, please.',
  'shelving.wrong.picture': 'An address that begins with https://.',
  'shelving.wrong.link': 'An address that begins with https://.',
} as const;

export type ShelvingKey = keyof typeof shelvingEn;

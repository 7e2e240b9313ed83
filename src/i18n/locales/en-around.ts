/** What stands around a show says: it comes with the elements that say it. */
export const enAround = {
  // to be reminded
  'remind.label': 'Before the show',
  'remind.reserve': 'Reserve',
  'remind.busy': 'One moment…',
  'remind.reserved': 'Reserved',
  'remind.done': 'Reserved. See you at {time}.',
  'remind.doneSoon': 'Reserved. See you in the show.',
  'remind.released': 'Your reservation is cancelled.',
  'remind.days': '{days} days {time}',
  'remind.offer': 'For those who reserve',
  'remind.offerNote': 'Claim it in the show. {total} in all, first come, first served.',
  'remind.offerDraw': 'Drawn in the show among those who reserve and take part. {total} will win.',
  'remind.live': 'The show is on',
  'remind.watch': 'Watch now',
  'remind.over': 'The show is over',
  'remind.cancelled': 'This show was called off',
  'remind.expired': 'Reservations are closed',
  'remind.calendar': 'Add to calendar',
  'remind.file': 'This device’s calendar',
  'remind.web': '{name} Calendar',
  'remind.copy': 'Copy date and link',
  'remind.copied': 'Copied. Paste it into your calendar.',
  'remind.notCopied': 'Could not copy. Hold the words to select them.',
  'remind.inApp': 'This app opens no calendar. Copy the date and paste it into yours.',

  // a person or a group to add
  'contact.label': 'Contact the shop',
  'contact.open': 'Add us',
  'contact.group': 'Group',
  'contact.codeOf': 'Code to add {title}',
  'contact.hold': 'Hold the code to add',
  'contact.scan': 'Scan the code to add',
  'contact.until': 'Good until {time}',
  'contact.finding': 'Finding a place for you…',
  'contact.full': 'All groups are full. Ask for a place in the comments.',
  'contact.fullAccount': 'No code is free. Search for the account to add it.',
  'contact.noPicture': 'The code did not load.',
  'contact.account': 'Account: {account}',
  'contact.copy': 'Copy account',
  'contact.copied': 'Account copied',
  'contact.notCopied': 'Could not copy. Hold the account to select it.',

  // notice, promotions, the shop one can walk into
  'notice.label': 'Notice',
  'notice.more': 'Read all',
  'notice.less': 'Show less',
  'lead.url': 'Have a look',
  'lead.product': 'See the product',
  'lead.contact': 'Add us',
  'promo.label': 'From the shop',
  'store.label': 'Visit the shop',
  'store.map': 'Map',
  'store.call': 'Call',
  'store.hours': 'Open',

  // the mark beside the host’s name
  'verified.title': 'Certified merchant',
  'verified.text':
    'The operator of this room has certified who stands behind {name}. What is sold is still theirs to answer for.',
} as const;

export type AroundMessages = Record<keyof typeof enAround, string>;

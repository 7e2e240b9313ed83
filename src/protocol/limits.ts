/** Numbers both ends of the wire keep to. A server may be stricter, never laxer. */
export const limits = {
  /** Code points in one comment. */
  commentLength: 200,
  /** Code points of a comment that another one quotes. */
  quoteLength: 60,
  /** Likes one command may carry. */
  reactions: 30,
  /** Seconds of slow mode at most. */
  slowSeconds: 600,
  /** Answers of the host that a state remembers. */
  answers: 100,
  /** Questions a tick or a snapshot carries: those most asked. */
  questions: 3,
  /** Code points in a viewer's or host's name. */
  nameLength: 24,
  /** Code points in a title (room, product, coupon). */
  titleLength: 120,
  /** Code points in a notice or a product fact. */
  textLength: 500,
  /** Bytes in the body of a command. */
  bodyBytes: 4096,
  /** The same where the host or an assistant sends it: a product with all its combinations. */
  staffBodyBytes: 262_144,
  /** Characters in an idempotency key. */
  keyLength: 255,
  /** Characters in an id. */
  idLength: 64,
  /** Characters in a URL. */
  urlLength: 2048,
  /** Products pinned at the same time. */
  pins: 3,
  /** Products on one shelf. */
  products: 1000,
  /** Things to choose on one product, values of one of them, and combinations that can be bought. */
  options: 6,
  optionValues: 60,
  variants: 300,
  /** Lines in the list of a product's facts. */
  facts: 30,
  /** Coupons in one room. */
  coupons: 100,
  /** Flash sales in one room. */
  sales: 100,
  /** Pieces one viewer may be allowed in a flash sale. */
  perViewer: 99,
  /** How long a flash sale may hold what a viewer has reserved, s. */
  holdSeconds: 7200,
  /** Comments carried by a snapshot, and the most a tick carries. */
  recentComments: 50,
  /** Contact cards around a show, the codes of one of them, and promotions. */
  contacts: 10,
  contactCodes: 50,
  promos: 10,
  /** How far a chain of shares is followed. */
  shareDepth: 8,
  /** Rows of a board of sharers. */
  boardRows: 50,
  /** Further shares of one sharer on the board. */
  boardShares: 20,
  /** Redacted comment ids a state remembers, so that a late tick cannot bring one back. */
  redacted: 200,
} as const;

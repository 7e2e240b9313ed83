/** Said by the board of those who bring friends along. */
export const enBoard = {
  'board.label': 'Brought friends along',
  'board.count': '{count} came',
  'board.you': 'You',
  'board.viewer': 'A viewer',
  'board.empty': 'Nobody here yet',
  'board.emptyText': 'Who brings the most friends along is listed here.',
  'board.notListed': 'You are not on the list yet',
  'board.behind': 'The list is not up to date. Trying again…',
  'board.showName': 'Show my name here',
  'board.namedAs': 'Others see “{name}”',
  'board.nameless': 'Now you are listed without a name',
  'board.guest': 'Guests are listed without a name',
  'board.forget': 'Take me off',
  'board.forgetAsk': 'Nobody will be able to tell what came through you any more. This cannot be undone.',
  'board.forgetYes': 'Yes, forget me',
  'board.forgetNo': 'Cancel',
  'board.forgotten': 'You have been taken off',
} as const;

export type BoardMessages = Record<keyof typeof enBoard, string>;

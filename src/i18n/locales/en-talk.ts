/** What a talk says beyond its plain lines: to whoever takes part in it, and of what is asked and happens. */
export const enTalk = {
  // own words
  'comment.sending': 'Sending…',
  'comment.sent': 'Sent: {text}',
  'comment.held': 'Waiting to be let in',
  'comment.failed': 'Not sent. {why}',
  'comment.retry': 'Send again',
  'comment.edit': 'Edit',
  'comment.discard': 'Remove',
  'comment.wait': 'You can send again in {seconds} s',
  'comment.slow': 'One comment every {seconds} s…',
  'comment.checked': 'Say something… (shown once let in)',
  'comment.emoji': 'Emoji',

  // others' words
  'comment.pickHint': 'Press Enter to choose a comment, then reply to it or report it.',
  'comment.actions': 'What to do with this comment',
  'comment.reply': 'Reply',
  'comment.replyTo': 'Reply to {name}',
  'comment.cancelReply': 'Cancel the reply',
  'comment.gone': 'This comment was taken down',
  'comment.report': 'Report',
  'comment.reportWhy': 'What is wrong with it?',
  'comment.spam': 'Spam or advertising',
  'comment.abuse': 'Rude or hurtful',
  'comment.fraud': 'Looks like a scam',
  'comment.other': 'Something else',
  'comment.reported': 'Thank you. The shop will look at it.',

  // above the lines
  'comment.pinned': 'Pinned',
  'comment.whole': 'Read it all',
  'comment.less': 'Show less',
  'comment.asked': 'Asked right now',
  'comment.meToo': 'Me too',
  'comment.meTooFor': 'Me too ×{count}: {text}',
  'comment.times': 'Asked ×{count}',

  // what happens
  'comment.whoOne': 'Somebody',
  'comment.whoMore': '{name} and {count} more',
  'comment.whoMany': '{count} guests',
  'comment.came': '{who} came in',
  'comment.buying': 'On the way to buy: {who}',
  'comment.buyingNumber': 'On the way to buy No. {number}: {who}',
  'comment.bought': 'Ordered: {who}',
  'comment.boughtNumber': 'Ordered No. {number}: {who}',
} as const;

export type TalkMessages = Record<keyof typeof enTalk, string>;

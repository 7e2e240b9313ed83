/**
 * Prices, crowds, countdowns and times as our elements write them, for pages that draw their own.
 * `import { formatMoney } from 'qunlive/format.js'`
 */
export { formatCount, formatDuration, formatTime } from './core/format.js';
export { formatMoney, moneyParts, type MoneyParts } from './core/format-money.js';
export type { Money } from './protocol/index.js';

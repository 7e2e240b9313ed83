import { bringWords } from './bring-words.js';
import { enStats } from './locales/en-stats.js';
import { zhCNStats } from './locales/zh-cn-stats.js';

bringWords(enStats, zhCNStats);

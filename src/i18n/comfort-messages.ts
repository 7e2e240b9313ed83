import { bringWords } from './bring-words.js';
import { enComfort } from './locales/en-comfort.js';
import { zhCNComfort } from './locales/zh-cn-comfort.js';

bringWords(enComfort, zhCNComfort);

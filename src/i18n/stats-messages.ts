import { Part } from '../core/part.js';
import { needWords } from './words.js';

// Imported by the panel that says them, which comes when it is opened.
needWords({
  en: new Part(async () => (await import(/* along */ './locales/en-stats.js')).enStats),
  'zh-CN': new Part(async () => (await import(/* along */ './locales/zh-cn-stats.js')).zhCNStats),
});

import { Part } from '../core/part.js';
import { needWords } from './words.js';

// Imported by what says them, which itself comes late.
needWords({
  en: new Part(async () => (await import(/* along */ './locales/en-comfort.js')).enComfort),
  'zh-CN': new Part(async () => (await import(/* along */ './locales/zh-cn-comfort.js')).zhCNComfort),
});

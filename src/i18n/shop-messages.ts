import { Part } from '../core/part.js';
import { needWords } from './words.js';

// Imported by every element that says them, so that a page which only shows a picture does not pay for them.
needWords({
  en: new Part(async () => (await import(/* along */ './locales/en-shop.js')).enShop),
  'zh-CN': new Part(async () => (await import(/* along */ './locales/zh-cn-shop.js')).zhCNShop),
});

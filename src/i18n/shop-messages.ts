import { enShop } from './locales/en-shop.js';
import { zhCNShop } from './locales/zh-cn-shop.js';
import { bringMessages } from './translate.js';

// Imported by every element that says them, so that a page which only shows a picture does not pay for them.
bringMessages(enShop, zhCNShop);

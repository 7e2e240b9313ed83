import type { LitElement } from 'lit';
import { KeyboardController } from '../../base/keyboard-controller.js';
import { addStyles } from '../../styles/add-styles.js';
import { around } from './around.css.js';
import { TalkFirst } from './talk-first.js';
import { WordsHeight } from './words-height.js';

/** Tells the heights in px that a room's layout goes by, by the name of the custom property that is to hold each. */
export function measureHeights(room: LitElement, tell: (name: string, height: number) => void): void {
  new KeyboardController(room, px => tell('--_keyboard', px));
  new WordsHeight(room, tell);
  new TalkFirst(room);
  if (room.shadowRoot) addStyles(room.shadowRoot, [around]);
  // What is here already has been rendered.
  room.requestUpdate();
}

import { inRoom } from './in-room.js';
import '../../../../src/define/qun-danmaku-layer.ts';

const layer = document.createElement('qun-danmaku-layer');
let told = 0;
layer.addEventListener('qun-danmaku-skipped', ({ skipped }) => (told = skipped));

contend(box => inRoom(box, layer), {
  flying: () => layer.shadowRoot.querySelectorAll('.line.up'),
  counts: () => ({ shown: layer.shown, skipped: layer.skipped, told }),
});

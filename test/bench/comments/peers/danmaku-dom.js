import Danmaku from 'danmaku/dist/esm/danmaku.dom.js';

contend(start, { flying: () => document.querySelectorAll('.box > div > *') });

function start(box) {
  const danmaku = new Danmaku({ container: box, speed: 120 });
  const style = { font: '16px sans-serif', color: '#fff' };
  return batch => {
    for (const { text } of batch) danmaku.emit({ text, style });
  };
}

import Danmaku from 'danmaku/dist/esm/danmaku.canvas.js';

contend(box => {
  const danmaku = new Danmaku({ container: box, engine: 'canvas', speed: 120 });
  const style = { font: '16px sans-serif', fillStyle: '#fff' };
  return batch => {
    for (const { text } of batch) danmaku.emit({ text, style });
  };
});

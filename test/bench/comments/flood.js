// The first script of every page: what a message is, how many come, and what became of the page's frames meanwhile.
const names = ['Lin', '王小梅', 'Anna K.', '茶友老周', 'guest of the house', '小鹿', 'Tom', '阿珍'];
const words = [
  'How long does one pot last?',
  '这个壶好看',
  'Is the second flush still there, or is it sold out already?',
  '请问今天下单，周五之前能到上海吗？想送给妈妈做生日礼物',
  'lovely',
  '666',
  'Can I have it without the box, please',
  '好喝吗，会不会太苦',
  'Greetings from Chengdu!',
  '上次买的已经喝完了，又来了',
];
const message = (n, at) => ({
  id: `m${n}`,
  text: `${words[n % words.length]} ·${n}`,
  at,
  from: { id: `v${n % 997}`, name: names[n % names.length], role: 'viewer' },
});

/** How every list that writes its own lines writes one. */
globalThis.line = ({ text, from }) => {
  const item = document.createElement('li');
  item.className = 'line';
  const name = item.appendChild(document.createElement('b'));
  name.className = 'name';
  name.textContent = `${from.name}: `;
  item.append(text);
  return item;
};

let take;
let fail;
const contending = new Promise((resolve, reject) => {
  take = resolve;
  fail = reject;
});
let overlay = {};
/**
 * Each contender says here how it begins in the box; it gives back what takes a batch. An overlay may also say which
 * elements are lines that fly, and how many it has shown and left out.
 */
globalThis.contend = (begin, about = {}) => {
  overlay = about;
  const box = document.querySelector('.box');
  Promise.resolve(box).then(begin).then(take, fail);
};

/** All elements in a place, those in shadow roots among them. */
function* within(place) {
  for (const element of place.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* within(element.shadowRoot);
  }
}

/** The innermost elements of the box that say it. */
const saying = text =>
  [...within(document.querySelector('.box'))].filter(
    ({ children, textContent }) =>
      textContent.includes(text) && ![...children].some(one => one.textContent.includes(text)),
  );

/** Some of it is to be seen in the box. */
function inView(element) {
  const box = document.querySelector('.box').getBoundingClientRect();
  const { top, bottom, height } = element.getBoundingClientRect();
  return height > 0 && bottom > box.top && top < box.bottom;
}

/** Batches come each 50 to 100 ms, as sockets bring them; in every page the same. */
function pauses() {
  let seed = 7;
  return () => {
    seed = (seed * 16807) % 2147483647;
    return 50 + (50 * seed) / 2147483647;
  };
}

const WAIT_MS = 10_000;
let next = 0;

globalThis.flood = {
  /** Resolves when the contender takes messages. */
  ready: async () => void (await contending),

  /** So many a second for so long. Resolves with the frames meanwhile, and with how long after the end the last was shown. */
  async pour(rate, ms) {
    const give = await contending;
    const pause = pauses();
    const first = next;
    const frames = [];
    const begun = performance.now();
    let pouring = true;
    const watch = now => {
      frames.push(now);
      if (pouring) requestAnimationFrame(watch);
    };
    requestAnimationFrame(watch);
    await new Promise(done => {
      const bring = () => {
        const passed = Math.min(ms, performance.now() - begun);
        const due = first + Math.floor((passed * rate) / 1000);
        const batch = [];
        const at = Date.now();
        while (next < due) batch.push(message(next++, at));
        if (batch.length > 0) give(batch);
        if (passed < ms) setTimeout(bring, pause());
        else done();
      };
      setTimeout(bring, pause());
    });
    const ended = performance.now();
    pouring = false;
    return { frames, messages: next - first, ended, lateMs: ended - begun - ms };
  },

  /** Ms from `since` to the frame in which the last message is seen; null: it never was. */
  async lastShown(since) {
    const text = `·${next - 1}`;
    for (;;) {
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      if (saying(text).some(inView)) return now - since;
      if (now - since > WAIT_MS) return null;
    }
  },

  /** Looks at the lines that fly, in so many frames: how often two of them covered one another. Null: they are no elements. */
  async overlaps(frames) {
    if (!overlay.flying) return null;
    let found = 0;
    for (let frame = 0; frame < frames; frame += 1) {
      await new Promise(requestAnimationFrame);
      const lines = [...overlay.flying()].map(element => element.getBoundingClientRect());
      lines.sort((a, b) => a.top - b.top);
      for (const [index, one] of lines.entries()) {
        for (let other = index + 1; other < lines.length && lines[other].top < one.bottom - 0.5; other += 1) {
          const { left, right } = lines[other];
          if (left < one.right - 0.5 && one.left + 0.5 < right) found += 1;
        }
      }
    }
    return found;
  },

  /** What an overlay says of all messages so far, once nothing waits any more. */
  async counts() {
    const ended = performance.now();
    for (;;) {
      const counts = overlay.counts?.() ?? null;
      if (!counts || counts.shown + counts.skipped >= next || performance.now() - ended > WAIT_MS)
        return counts && { ...counts, messages: next };
      await new Promise(requestAnimationFrame);
    }
  },

  /** Resolves when a list shows the last of the messages so far. */
  async settled() {
    if (!overlay.flying) await this.lastShown(performance.now());
  },

  elements: () => [...within(document.querySelector('.box'))].length,
};

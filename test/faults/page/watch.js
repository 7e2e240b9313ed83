// Watches one video the way a viewer does: when its picture moves, how late it is, and what is said about it.
/* global Hls */
(() => {
  const LOOP_S = 16;
  const FPS = 25;
  const BITS = 9;
  /** A picture that stands for longer is a stall, ms. */
  const STALL_MS = 350;

  const query = new URLSearchParams(location.search);
  const canvas = document.createElement('canvas');
  const pixels = canvas.getContext('2d', { willReadFrequently: true });
  const log = { stalls: [], latencies: [], said: [], errors: [], frames: 0, lastFrameAt: 0, firstFrameAt: 0 };
  let video;
  let player;

  const note = (list, entry) => list.push({ at: Date.now(), ...entry });

  /** Seconds of the card's loop at which its picture was made, by its squares; undefined without them. */
  function card() {
    const { videoWidth: width, videoHeight: height } = video;
    if (!width) return undefined;
    const size = Math.floor(width / (BITS + 2));
    canvas.width = width;
    canvas.height = size;
    pixels.drawImage(video, 0, height - size, width, size, 0, 0, width, size);
    const { data } = pixels.getImageData(0, size >> 1, width, 1);
    const light = i => data[(i * size + (size >> 1)) * 4];
    if (light(0) > 80 || light(1) < 170) return undefined;
    let frame = 0;
    for (let bit = 0; bit < BITS; bit++) frame = frame * 2 + (light(bit + 2) > 127 ? 1 : 0);
    return frame / FPS;
  }

  const looped = s => ((s % LOOP_S) + LOOP_S) % LOOP_S;

  /** Seconds between the moment a picture was made and now. */
  function latency() {
    const made = card();
    return made === undefined ? undefined : looped(Date.now() / 1000 - made);
  }

  /** How well the player knows when its picture was made, and what else it says of itself. */
  window.inStep = () => {
    const { playheadDate: date, latency: told, currentTime, span, captions, state } = player;
    const made = card();
    const known = made !== undefined && date !== undefined;
    const cues = [...video.textTracks].flatMap(({ mode, language, activeCues }) =>
      mode === 'showing' ? [...(activeCues ?? [])].map(({ text }) => ({ language, text })) : [],
    );
    return {
      ...{ date, currentTime, span, captions, state, cues, rate: video.playbackRate, latencyS: latency() },
      toldS: told,
      errorS: known ? looped(date / 1000 - made + LOOP_S / 2) - LOOP_S / 2 : undefined,
      soundBytes: video.webkitAudioDecodedByteCount ?? Number(video.mozHasAudio) * 1e6,
      engines: performance
        .getEntriesByType('resource')
        .flatMap(({ name }) => /qunlive-(hls[\w-]*)\.js/.exec(name)?.[1] ?? []),
    };
  };

  function onFrame() {
    const now = Date.now();
    if (!log.firstFrameAt) log.firstFrameAt = now;
    else if (now - log.lastFrameAt > STALL_MS) log.stalls.push({ from: log.lastFrameAt, to: now });
    log.lastFrameAt = now;
    log.frames += 1;
    video.requestVideoFrameCallback(onFrame);
  }

  let told = '';
  function look() {
    const late = log.lastFrameAt && Date.now() - log.lastFrameAt < STALL_MS ? latency() : undefined;
    if (late !== undefined) note(log.latencies, { s: late });
    const state = player ? player.state : video.error ? 'error' : video.paused ? 'paused' : 'playing';
    const message = player?.shadowRoot?.querySelector('[part~=message]');
    const words = message?.textContent.trim().replace(/\s+/g, ' ') ?? '';
    if (`${state} ${words}` === told) return;
    told = `${state} ${words}`;
    note(log.said, { state, words });
  }

  const players = {
    qunlive(src) {
      player = window.player = document.createElement('qun-live-player');
      player.setAttribute('autoplay', '');
      player.setAttribute('muted', '');
      for (const name of query.get('with')?.split(',') ?? [])
        player.setAttribute(name, query.get(name) ?? '');
      player.addEventListener('qun-error', ({ error }) =>
        note(log.errors, { code: error.code, detail: error.detail ?? error.message }),
      );
      const entry = query.get('entry');
      if (entry)
        player.refreshUrl = () =>
          fetch(entry)
            .then(answer => answer.json())
            .then(({ src }) => src);
      document.body.append(player);
      return customElements.whenDefined('qun-live-player').then(async () => {
        player.src = src;
        await player.updateComplete;
        return player.shadowRoot.querySelector('video');
      });
    },
    hls(src) {
      const bare = document.createElement('video');
      bare.muted = true;
      document.body.append(bare);
      const hls = new Hls();
      hls.on(
        Hls.Events.ERROR,
        (_, { fatal, details }) => fatal && note(log.errors, { code: 'fatal', detail: details }),
      );
      hls.on(Hls.Events.MANIFEST_PARSED, () => bare.play());
      hls.loadSource(src);
      hls.attachMedia(bare);
      return Promise.resolve(bare);
    },
    native(src) {
      const bare = document.createElement('video');
      bare.muted = true;
      bare.autoplay = true;
      bare.src = src;
      bare.addEventListener('error', () => note(log.errors, { code: 'fatal', detail: bare.error?.message }));
      document.body.append(bare);
      return Promise.resolve(bare);
    },
  };

  players[query.get('player')](query.get('src')).then(made => {
    video = made;
    video.requestVideoFrameCallback(onFrame);
    setInterval(look, 100);
  });

  window.watched = () => ({ ...log, now: Date.now(), state: player?.state, time: video?.currentTime });
})();

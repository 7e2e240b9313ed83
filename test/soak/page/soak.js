// Runs in the page before anything else: counts what is alive in it, and does what a restless viewer does.
(() => {
  const alive = new Set();
  const { setTimeout: set, clearTimeout: clear, setInterval: repeat, clearInterval: stop } = window;
  window.setTimeout = (run, ms, ...rest) => {
    const id = set(() => {
      alive.delete(id);
      if (typeof run === 'function') run(...rest);
    }, ms);
    alive.add(id);
    return id;
  };
  window.setInterval = (run, ms, ...rest) => {
    const id = repeat(run, ms, ...rest);
    alive.add(id);
    return id;
  };
  window.clearTimeout = id => {
    alive.delete(id);
    clear(id);
  };
  window.clearInterval = id => {
    alive.delete(id);
    stop(id);
  };
  const urls = new Set();
  const { createObjectURL: make, revokeObjectURL: revoke } = URL;
  URL.createObjectURL = what => {
    const url = make.call(URL, what);
    urls.add(url);
    return url;
  };
  URL.revokeObjectURL = url => {
    urls.delete(url);
    revoke.call(URL, url);
  };

  const videoOf = player => player.shadowRoot?.querySelector('video');

  function mount(src) {
    const player = document.createElement('qun-live-player');
    player.setAttribute('autoplay', '');
    player.setAttribute('muted', '');
    player.setAttribute('src', src);
    document.body.append(player);
    return player;
  }

  window.soak = {
    mount: src => void mount(src),

    /** A player that comes, plays and goes. */
    async once(src) {
      const player = mount(src);
      await new Promise(moved => {
        const look = () => {
          const video = videoOf(player);
          if (video?.currentTime > 0 && !video.paused && video.readyState > 2) moved();
          else requestAnimationFrame(look);
        };
        look();
      });
      player.remove();
    },

    steer(turn) {
      const player = document.querySelector('qun-live-player');
      const { qualities } = player;
      player.quality = turn % 3 === 0 ? undefined : qualities[turn % Math.max(1, qualities.length)]?.id;
      if (turn % 8 === 5) player.seek(player.currentTime - 30);
      if (turn % 8 === 6) player.seekToLive();
    },

    look() {
      const player = document.querySelector('qun-live-player');
      const { buffered, currentTime: time } = videoOf(player);
      let bufferedS = 0;
      for (let i = 0; i < buffered.length; i += 1) bufferedS += buffered.end(i) - buffered.start(i);
      return { bufferedS, time, state: player.state };
    },

    counted: () => ({ timers: alive.size, urls: urls.size }),
  };
})();

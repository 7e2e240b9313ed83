interface CloseWatcher extends EventTarget {
  destroy(): void;
}

/**
 * Hears the device's back gesture (Android's back) where the browser offers it to pages, without an entry in the
 * page's history. Elsewhere back does what the page wants it to do. Returns how to stop.
 */
export function watchBack(onBack: () => void): () => void {
  const Watcher = (globalThis as { CloseWatcher?: new () => CloseWatcher }).CloseWatcher;
  if (!Watcher) return () => {};
  try {
    const watcher = new Watcher();
    watcher.addEventListener('close', onBack);
    return () => watcher.destroy();
  } catch {
    return () => {}; // a document that is not active has no back to watch
  }
}

/** Keeps the screen from going dark, for as long as it is wanted and the page is seen. A refusal is nobody's trouble. */
export class WakeLock {
  #wanted = false;
  #lock: WakeLockSentinel | undefined;
  #asking = false;

  set wanted(wanted: boolean) {
    if (wanted === this.#wanted || !('wakeLock' in navigator)) return;
    this.#wanted = wanted;
    if (wanted) document.addEventListener('visibilitychange', this.#onVisibility);
    else document.removeEventListener('visibilitychange', this.#onVisibility);
    this.#onVisibility();
  }

  /** A lock ends with every hiding of the page, so it is asked for again. */
  readonly #onVisibility = (): void => void this.#hold();

  async #hold(): Promise<void> {
    if (!this.#wanted) return this.#letGo();
    if (this.#asking || this.#lock?.released === false || document.visibilityState !== 'visible') return;
    this.#asking = true;
    try {
      this.#lock = await navigator.wakeLock.request('screen');
    } catch {
      // Low battery, a policy, an old webview: the screen goes dark as it does elsewhere.
    }
    this.#asking = false;
    if (!this.#wanted) this.#letGo();
  }

  #letGo(): void {
    void this.#lock?.release().catch(() => undefined);
    this.#lock = undefined;
  }
}

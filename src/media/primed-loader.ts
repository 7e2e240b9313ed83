import type { HlsConfig, HlsConstructor } from './hls-loader.js';
import { turn } from '../core/turns.js';
import type { Ahead } from './ahead.js';
import type { HeadStart } from './head-start.js';

type Loader = InstanceType<HlsConfig['loader']>;

/** hls.js's own loader, but for what has been fetched ahead. */
export function primedLoader(Hls: HlsConstructor, headStart: HeadStart): HlsConfig['loader'] {
  return class extends Hls.DefaultConfig.loader {
    #stopped = false;

    override load(...[context, config, callbacks]: Parameters<Loader['load']>): void {
      const ahead = context.rangeEnd ? undefined : headStart.take(context.url);
      if (!ahead) return super.load(context, config, callbacks);
      ahead.body.then(
        async bytes => {
          // Answers of a network come one in a task; these would all be worked through in one.
          await turn();
          if (this.#stopped) return;
          this.#tell(ahead, bytes.byteLength);
          const data = context.responseType === 'arraybuffer' ? bytes : new TextDecoder().decode(bytes);
          callbacks.onSuccess({ url: ahead.url, data, code: 200 }, this.stats, context, null);
        },
        () => {
          if (!this.#stopped) super.load(context, config, callbacks);
        },
      );
    }

    override abort(): void {
      this.#stopped = true;
      super.abort();
    }

    override destroy(): void {
      this.#stopped = true;
      super.destroy();
    }

    /** When its bytes really came, so that hls.js learns what the line carries. */
    #tell({ times }: Ahead, bytes: number): void {
      const { start, first, end } = times;
      Object.assign(this.stats, { loaded: bytes, total: bytes, loading: { start, first, end } });
    }
  };
}

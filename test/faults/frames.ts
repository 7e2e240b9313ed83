import type { DrivenPage } from './run-row.js';

/**
 * Pages as frames side by side in the one window of a browser that draws nothing which is not seen. `hang` shows the
 * address of the wall they hang on, `run` evaluates code on it.
 */
export function pagesAsFrames(
  hang: (url: string) => Promise<unknown>,
  run: (code: string) => Promise<unknown>,
): () => Promise<DrivenPage> {
  let count = 0;
  let hung: Promise<unknown> | undefined;
  return () => {
    const name = `page${(count += 1)}`;
    const frame = `document.querySelector('iframe[name=${name}]')`;
    return Promise.resolve({
      async goto(url: string) {
        await (hung ??= hang(new URL('/wall', url).href));
        await run(`new Promise(loaded => {
          const frame = document.createElement('iframe');
          frame.name = '${name}';
          frame.onload = () => loaded();
          frame.src = ${JSON.stringify(url)};
          document.body.append(frame);
        })`);
      },
      evaluate: (code: string) => run(`${frame}.contentWindow.eval(${JSON.stringify(code)})`),
      close: async () => void (await run(`${frame}?.remove()`)),
    });
  };
}

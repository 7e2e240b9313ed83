import { inDevelopment, warn } from './warn.js';

/** Tells the page's author, in development only, of words for which apps block a link that carries them. Never rejects. */
export async function warnOfShareWords(texts: readonly (string | undefined)[]): Promise<void> {
  if (!inDevelopment()) return;
  // Fetched by authors alone.
  const rules = await import('../core/share-rules.js').catch(() => undefined);
  for (const text of texts) {
    const fault = rules?.shareFault(text ?? '');
    if (fault) warn(`share-words: ${text}`, rules!.explainShareFault(fault));
  }
}

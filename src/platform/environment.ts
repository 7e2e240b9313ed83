/** What the functions of this folder use of a browser, so that a test, or a shell of another kind, can bring its own. */
export interface Environment {
  readonly userAgent: string;
  /** `window.__wxjs_environment`: `miniprogram` inside a mini-program's web-view once WeChat's bridge is ready. */
  readonly wxEnvironment?: unknown;
  /** The browser's own share sheet. */
  readonly share?: (data: ShareData) => Promise<void>;
  readonly canShare?: (data: ShareData) => boolean;
  /** The clipboard, where it may be written without a selection. */
  readonly writeText?: (text: string) => Promise<void>;
  readonly document: Document;
}

/** The page's own. Ask for it when it is needed: WeChat sets its part late. */
export function pageEnvironment(): Environment {
  const { navigator, document } = window;
  // Insecure pages and old webviews have none of the three, whatever the types say.
  const { clipboard } = navigator as { clipboard?: Clipboard };
  return {
    userAgent: navigator.userAgent,
    wxEnvironment: (window as { __wxjs_environment?: unknown }).__wxjs_environment,
    document,
    ...('share' in navigator && { share: data => navigator.share(data) }),
    ...('canShare' in navigator && { canShare: data => navigator.canShare(data) }),
    ...(clipboard?.writeText && { writeText: text => clipboard.writeText(text) }),
  };
}

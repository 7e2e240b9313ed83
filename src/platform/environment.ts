/** What apps leave on the page's window. Any of it may be missing, half there, or something else of that name. */
export interface AppGlobals {
  /** WeChat's and WeCom's bridge, which their script speaks through. */
  readonly WeixinJSBridge?: unknown;
  /** WeChat's script, where the page or we have loaded it. */
  readonly wx?: unknown;
  /** WeCom's, where the page has registered with it. */
  readonly ww?: unknown;
  /** DingTalk's. */
  readonly dd?: unknown;
  /** Feishu's and Lark's. */
  readonly tt?: unknown;
}

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
  /** Default: nothing of any app. */
  readonly globals?: AppGlobals;
  /** Fingers the screen can tell apart: an iPad calls itself a Mac. Default: 0. */
  readonly touchPoints?: number;
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
    globals: window as AppGlobals,
    touchPoints: navigator.maxTouchPoints,
    ...('share' in navigator && { share: data => navigator.share(data) }),
    ...('canShare' in navigator && { canShare: data => navigator.canShare(data) }),
    ...(clipboard?.writeText && { writeText: text => clipboard.writeText(text) }),
  };
}

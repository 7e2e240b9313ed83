import type { AppAround, Manner } from './apps.js';

/** What a page in an app was asked for, as `window.asked`. */
export interface Asked {
  name: string;
  data: Record<string, unknown>;
}

/** To be run in the page before any other script: makes of a browser what the app would find itself in. */
export function becomeApp({ app, manner }: { app: AppAround; manner: Manner }): void {
  const page = window as unknown as Record<string, unknown> & { asked: Asked[]; opened: string[] };
  page.asked = [];
  page.opened = [];
  document.addEventListener('qun-share-opened', event =>
    page.opened.push((event as Event & { via: string }).via),
  );
  const shadow = (target: object, name: string, value: unknown) =>
    Object.defineProperty(target, name, { value, configurable: true, writable: true });

  const bridge = {
    invoke(name: string, data: Asked['data'], callback?: (answer: object) => void) {
      page.asked.push({ name, data });
      if (manner === 'silent') return;
      const known = manner === 'answers' || name === 'preVerifyJSAPI' || name === 'config';
      const errMsg = known ? 'ok' : 'fail_function not exist';
      setTimeout(() => callback?.({ err_msg: `${name}:${errMsg}` }), 1);
    },
    on() {},
  };
  const arrive = () => {
    if (app.bridge) page['WeixinJSBridge'] = bridge;
    if (app.wxEnvironment) page['__wxjs_environment'] = app.wxEnvironment;
  };
  if (app.bridge === 'late') {
    window.addEventListener('load', () => {
      arrive();
      document.dispatchEvent(new Event('WeixinJSBridgeReady'));
    });
  } else arrive();
  if (app.script) {
    const share = (data: Asked['data']) => {
      page.asked.push({ name: 'share', data });
      if (manner === 'answers') (data['onSuccess'] as () => void)();
      if (manner === 'old') throw new Error('not supported');
    };
    page[app.script] = app.script === 'dd' ? { biz: { util: { share } } } : { share };
  }
  const sheet = {
    opens: async (data: ShareData) => void page.asked.push({ name: 'share', data: { ...data } }),
    refused: () => Promise.reject(new DOMException('', 'NotAllowedError')),
  };
  shadow(Navigator.prototype, 'share', app.sheet && sheet[app.sheet]);
  if (!app.sheet) delete (Navigator.prototype as { share?: unknown }).share;
  delete (Navigator.prototype as { canShare?: unknown }).canShare;
  if (app.noCopy) {
    shadow(Navigator.prototype, 'clipboard', undefined);
    shadow(Document.prototype, 'execCommand', () => false);
  }
}

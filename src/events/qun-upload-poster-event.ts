/**
 * A poster stands in an app that saves pictures by a long press, and does so best from an address on the web. Bubbles,
 * composed, cancelable. A page that has a place for it stores `blob` (a JPEG) and answers with `respondWith()`; otherwise
 * the picture is shown as it is.
 */
export class QunUploadPosterEvent extends Event {
  static readonly type = 'qun-upload-poster';
  readonly blob: Blob;
  /** What the page has answered with; undefined where it has no place for it. */
  answer: Promise<string> | undefined;

  constructor(blob: Blob) {
    super(QunUploadPosterEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.blob = blob;
  }

  /** The address of the stored picture (https). Rejected or too late, the picture is shown as it is. */
  respondWith(url: string | Promise<string>): void {
    this.answer ??= Promise.resolve(url);
    this.preventDefault();
  }
}

declare global {
  interface HTMLElementEventMap {
    'qun-upload-poster': QunUploadPosterEvent;
  }
}

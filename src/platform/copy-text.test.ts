import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { copyField, copyText } from './copy-text.js';
import { pageEnvironment } from './environment.js';

const link = 'https://shop.example/spring?a=1&b=券';
const withoutClipboard = { userAgent: '', document };

/** What the clipboard really holds: pasted as a viewer would. */
async function pasted(): Promise<string> {
  const field = await fixture<HTMLTextAreaElement>(html`<textarea></textarea>`);
  field.focus();
  await sendKeys({ down: 'Control' });
  await sendKeys({ press: 'KeyV' });
  await sendKeys({ up: 'Control' });
  return field.value;
}

/** Runs `work` in a real tap, as browsers demand of whoever copies. */
async function onTap<T>(work: () => T): Promise<Awaited<T>> {
  const button = await fixture<HTMLButtonElement>(html`<button type="button">Copy</button>`);
  const { left, top } = button.getBoundingClientRect();
  const done = new Promise<Awaited<T>>(resolve => {
    button.onclick = () => void Promise.resolve(work()).then(resolve);
  });
  await sendMouse({ type: 'click', position: [Math.ceil(left) + 2, Math.ceil(top) + 2] });
  return done;
}

describe('copyText', () => {
  it('writes to the clipboard of the browser', async () => {
    const env = pageEnvironment();
    expect(await onTap(() => copyText(link, env))).to.equal(true);
    expect(await pasted()).to.equal(link);
  });

  it('copies by selection where there is no clipboard, and leaves no trace', async () => {
    const before = document.body.childElementCount;
    let focused: Element | null = null;
    const copied = await onTap(() => {
      const outcome = copyText(`${link}&old`, withoutClipboard);
      return outcome.then(ok => {
        focused = document.activeElement;
        return ok;
      });
    });
    expect(copied).to.equal(true);
    expect(focused).to.be.instanceOf(HTMLButtonElement);
    expect(document.body.childElementCount - before).to.equal(1, 'only the fixture');
    expect(await pasted()).to.equal(`${link}&old`);
  });

  it('copies by selection where the clipboard refuses', async () => {
    const writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    expect(await onTap(() => copyText(`${link}&no`, { ...withoutClipboard, writeText }))).to.equal(true);
    expect(await pasted()).to.equal(`${link}&no`);
  });

  it('does not let the page add to what is copied', async () => {
    const add = (event: ClipboardEvent) => {
      event.clipboardData?.setData('text/plain', 'read more at …');
      event.preventDefault();
    };
    document.addEventListener('copy', add);
    expect(await onTap(() => copyText(`${link}&own`, withoutClipboard))).to.equal(true);
    document.removeEventListener('copy', add);
    expect(await pasted()).to.equal(`${link}&own`);
  });

  it('says so where nothing works', async () => {
    const old = document.implementation.createHTMLDocument();
    old.execCommand = () => {
      throw new Error('gone');
    };
    expect(await copyText(link, { userAgent: '', document: old })).to.equal(false);
    old.body.remove();
    expect(await copyText(link, { userAgent: '', document: old })).to.equal(false);
  });
});

describe('copyField', () => {
  it('leaves the field selected for the viewer', async () => {
    const field = await fixture<HTMLInputElement>(html`<input value=${link} readonly />`);
    copyField(field);
    expect(document.activeElement === field).to.equal(true);
    expect([field.selectionStart, field.selectionEnd]).to.eql([0, link.length]);
  });
});

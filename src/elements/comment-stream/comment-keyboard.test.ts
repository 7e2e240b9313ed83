import { expect } from '@open-wc/testing';
import { streamInRoom } from '../../../test/fixtures/comment-stream-harness.js';
import { comment } from '../../../test/fixtures/fake-transport.js';
import { talkMore } from './talk-more-part.js';

before(() => talkMore.come());

describe('the field of qun-comment-stream on a phone', () => {
  const view = new EventTarget() as unknown as VisualViewport;
  const names = ['visualViewport', 'innerHeight'] as const;
  const original = names.map(name => Object.getOwnPropertyDescriptor(window, name)!);
  afterEach(() => names.forEach((name, at) => Object.defineProperty(window, name, original[at]!)));

  async function onPhone() {
    const scene = await streamInRoom();
    const { harness, transport } = scene;
    transport.snapshot({}, { comments: [...'abcdefghijkl'].map(id => comment(id, `words ${id}`)) });
    await harness.until(() => harness.lines.length === 12);
    const { bottom } = harness.element.getBoundingClientRect();
    Object.defineProperty(window, 'visualViewport', { configurable: true, value: view });
    Object.defineProperty(window, 'innerHeight', { configurable: true, value: bottom });
    const keyboard = (height: number) => {
      Object.assign(view, { scale: 1, offsetTop: 0, height: bottom - height });
      view.dispatchEvent(new Event('resize'));
    };
    keyboard(0);
    harness.field.focus();
    await harness.element.updateComplete;
    const field = () => harness.find('.pill').getBoundingClientRect().bottom - bottom;
    return { ...scene, keyboard, field };
  }

  it('stays above the keyboard with the newest line above it, and comes down again', async () => {
    const { harness, keyboard, field } = await onPhone();
    const before = field();
    keyboard(130);
    expect(field()).to.equal(before - 130);
    const bottom = () => harness.all('.line').pop()!.getBoundingClientRect().bottom;
    await harness.until(() => bottom() <= harness.find('.pill').getBoundingClientRect().top);
    harness.field.blur();
    expect(field()).to.equal(before);
  });

  it('is left to a room that has a bar of its own', async () => {
    const { harness, keyboard, field } = await onPhone();
    harness.element.composerOnFocus = true;
    await harness.element.updateComplete;
    const before = field();
    keyboard(130);
    expect(field()).to.equal(before);
  });
});

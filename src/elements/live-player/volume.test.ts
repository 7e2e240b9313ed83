import { expect, fixture, html } from '@open-wc/testing';
import { render } from 'lit';
import { renderBar, type Bar } from './bar.js';

describe('the volume of qun-live-player', () => {
  /** The bar of a player on a device that takes every volume, or keeps its own. */
  async function bar(takes: boolean) {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const sound = { volume: 1, muted: false };
    const show = () =>
      render(
        renderBar(
          {
            ...sound,
            t: key => key,
            setVolume(volume: number) {
              if (!takes) return;
              Object.assign(sound, { volume, muted: false });
              show();
            },
          } as Bar,
          true,
        ),
        place,
      );
    show();
    const slider = place.querySelector<HTMLInputElement>('[part=volume]')!;
    const drag = (value: string) => {
      slider.value = value;
      slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
      slider.dispatchEvent(new Event('change', { bubbles: true }));
    };
    return { slider, sound, show, drag };
  }

  it('is what the slider was dragged to, and nothing where it is silent', async () => {
    const { slider, sound, show, drag } = await bar(true);
    expect(slider.value).to.equal('1');
    drag('0.3');
    expect(sound.volume).to.equal(0.3);
    expect(slider.value).to.equal('0.3');
    sound.muted = true;
    show();
    expect(slider.value).to.equal('0');
    drag('0.3');
    expect(slider.value).to.equal('0.3');
  });

  it('goes back to where it is, where the device does not let a page change it', async () => {
    const { slider, drag } = await bar(false);
    drag('0.3');
    expect(slider.value).to.equal('1');
  });
});

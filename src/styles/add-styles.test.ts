import { expect } from '@open-wc/testing';
import { css, LitElement, html } from 'lit';
import { addStyles } from './add-styles.js';

class StyledBox extends LitElement {
  static override styles = css`
    p {
      color: rgb(1, 2, 3);
      opacity: 0.5;
    }
  `;
  override render() {
    return html`<p></p>`;
  }
}
customElements.define('styled-box', StyledBox);

describe('addStyles', () => {
  it('lets what came later win, in one element and no other', async () => {
    const boxes = [new StyledBox(), new StyledBox()];
    document.body.append(...boxes);
    await Promise.all(boxes.map(box => box.updateComplete));
    const later = css`
      p {
        color: rgb(4, 5, 6);
      }
    `;
    addStyles(boxes[0]!.shadowRoot!, [later]);
    const [changed, other] = boxes.map(box => getComputedStyle(box.shadowRoot!.querySelector('p')!));
    expect([changed!.color, changed!.opacity]).to.deep.equal(['rgb(4, 5, 6)', '0.5']);
    expect(other!.color).to.equal('rgb(1, 2, 3)');
    for (const box of boxes) box.remove();
  });
});

import '@lit-labs/virtualizer';
import { html, render } from 'lit';

const renderItem = message =>
  html`<div class="line"><b class="name">${message.from.name}: </b>${message.text}</div>`;

contend(box => {
  let messages = [];
  return batch => {
    messages = messages.concat(batch);
    const layout = { pin: { index: messages.length - 1, block: 'end' } };
    render(
      html`<lit-virtualizer
        class="list"
        scroller
        .items=${messages}
        .renderItem=${renderItem}
        .layout=${layout}
      ></lit-virtualizer>`,
      box,
    );
  };
});

import { html, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

contend(box => {
  const list = box.appendChild(document.createElement('ol'));
  list.className = 'list';
  let newest = [];
  return batch => {
    newest = [...newest, ...batch].slice(-200);
    render(
      repeat(
        newest,
        message => message.id,
        message => html`<li class="line"><b class="name">${message.from.name}: </b>${message.text}</li>`,
      ),
      list,
    );
    list.scrollTop = list.scrollHeight;
  };
});

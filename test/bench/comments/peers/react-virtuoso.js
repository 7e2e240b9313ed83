import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Virtuoso } from 'react-virtuoso';

contend(
  box =>
    new Promise(ready => {
      const itemContent = (_, message) =>
        createElement(
          'div',
          { className: 'line' },
          createElement('b', { className: 'name' }, `${message.from.name}: `),
          message.text,
        );
      const computeItemKey = (_, message) => message.id;
      function Talk() {
        const [messages, setMessages] = useState([]);
        ready(batch => setMessages(before => before.concat(batch)));
        return createElement(Virtuoso, {
          className: 'list',
          data: messages,
          computeItemKey,
          itemContent,
          followOutput: () => 'auto',
          alignToBottom: true,
        });
      }
      createRoot(box).render(createElement(Talk));
    }),
);

import { useVirtualizer } from '@tanstack/react-virtual';
import { createElement, useLayoutEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';

contend(
  box =>
    new Promise(ready => {
      function Talk() {
        const [messages, setMessages] = useState([]);
        const list = useRef(null);
        const virtual = useVirtualizer({
          count: messages.length,
          getScrollElement: () => list.current,
          estimateSize: () => 32,
          getItemKey: index => messages[index].id,
        });
        useLayoutEffect(() => {
          if (messages.length > 0) virtual.scrollToIndex(messages.length - 1, { align: 'end' });
        }, [messages, virtual]);
        ready(batch => setMessages(before => before.concat(batch)));
        const items = virtual.getVirtualItems();
        return createElement(
          'div',
          { className: 'list', ref: list },
          createElement(
            'div',
            { style: { height: virtual.getTotalSize(), position: 'relative' } },
            createElement(
              'div',
              {
                style: {
                  position: 'absolute',
                  top: 0,
                  left: 0,
                  right: 0,
                  transform: `translateY(${items[0]?.start ?? 0}px)`,
                },
              },
              items.map(({ key, index }) =>
                createElement(
                  'div',
                  { key, 'data-index': index, ref: virtual.measureElement, className: 'line' },
                  createElement('b', { className: 'name' }, `${messages[index].from.name}: `),
                  messages[index].text,
                ),
              ),
            ),
          ),
        );
      }
      createRoot(box).render(createElement(Talk));
    }),
);

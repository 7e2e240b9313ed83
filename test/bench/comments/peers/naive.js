// What is written first: every message a line, and the last of them brought into view.
contend(box => {
  const list = box.appendChild(document.createElement('ol'));
  list.className = 'list';
  return batch => {
    for (const message of batch) list.append(line(message));
    list.lastElementChild.scrollIntoView({ block: 'end' });
  };
});

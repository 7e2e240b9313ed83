// What is written second: the newest alone, one change of the page and one scroll for all that come together.
contend(box => {
  const list = box.appendChild(document.createElement('ol'));
  list.className = 'list';
  return batch => {
    const lines = document.createDocumentFragment();
    for (const message of batch.slice(-200)) lines.append(line(message));
    list.append(lines);
    while (list.childElementCount > 200) list.firstElementChild.remove();
    list.scrollTop = list.scrollHeight;
  };
});

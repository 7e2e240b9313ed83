// Nothing but the page itself: the same messages come, and nobody shows them.
contend(() => () => {});

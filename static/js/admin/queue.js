// Keys of the queue: g goes on with one's own article, r reads the next that nobody has read.

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches("input, select, textarea")) return;
  const named = [...document.querySelectorAll("a[data-key]")];
  named.find((link) => link.dataset.key === event.key)?.click();
});

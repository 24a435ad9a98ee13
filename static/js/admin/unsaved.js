// Asks before a page is left on which something was typed and not sent.

let typed = false;

for (const form of document.querySelectorAll("#content-main form[method=post], form.decide")) {
  form.addEventListener("input", () => (typed = true));
  form.addEventListener("submit", () => (typed = false));
}

window.addEventListener("beforeunload", (event) => {
  if (typed) event.preventDefault();
});

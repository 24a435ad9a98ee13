// Keys of the review: choose a decision, do it, go on. Everything here can be done without them.

const form = document.getElementById("decision");
const keys = document.getElementById("keys");
const note = form?.elements.note;

const chosen = () => form?.querySelector("[name=decision]:checked");

/** The button says what it will do. */
const say = () => {
  const says = document.querySelector("[data-says]");
  if (says && chosen()) says.textContent = chosen().dataset.does;
};

const choose = (radio) => {
  radio.checked = true;
  say();
  if (radio.value === "publish") radio.focus();
  else note.focus();
};

const go = (rel) => document.querySelector(`.who a[rel=${rel}]`)?.click();

const isTyping = ({ target }) => target.matches("textarea, input:not([type=radio])");

const act = (event) => {
  if (event.key === "j") return go("next");
  if (event.key === "k") return go("prev");
  if (event.key === "?") return keys.showModal();
  const radio = form?.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!radio) return;
  event.preventDefault();
  choose(radio);
};

document.addEventListener("keydown", (event) => {
  if (event.isComposing || keys?.open) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return form?.requestSubmit();
  if (event.key === "Escape" && isTyping(event)) return event.target.blur();
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
  act(event);
});

form?.addEventListener("change", say);
say();

// The quoted words come into sight in the pane of the article, and the page stays where it is.
const first = document.querySelector(".a .cur");
const pane = first?.closest(".a");
if (pane) pane.scrollTop = Math.max(0, first.offsetTop - pane.offsetTop - pane.clientHeight / 4);

// Keys of the reading desk, and what follows when a part of it was replaced.

const TYPING = "input, textarea, select, [contenteditable]";
const FURTHER = { j: 1, k: -1 };
const ONWARD = { ArrowDown: 1, ArrowUp: -1 };

const all = (selector) => [...document.querySelectorAll(selector)];
const keys = document.getElementById("desk-keys");
const find = document.getElementById("desk-find");

const proposals = () => all("#reading .pr");
const waiting = () => all("#reading .pr:not(.hand)");
const sentences = () => all("#reading .s");

/** The sentence that was moved to, else the one at hand, else that of the next proposal. */
function sentence() {
  return focused() || document.querySelector("#reading .s:has(.nx), #reading .s.cur");
}

const focused = () => document.activeElement?.closest?.("#reading .s");

/** The proposal to go on from: one in the sentence with the focus, else the next. */
function proposal() {
  const inside = document.activeElement?.closest?.(".pr") || focused()?.querySelector(".pr");
  return focused() ? inside : document.querySelector("#reading .pr.nx");
}

/** The button that a key presses: in the sentence with the focus, else at hand, else the next. */
function owner(key) {
  const button = `[data-key="${key}"]`;
  const places = focused() ? [proposal(), focused()] : all("#reading .hand").concat(proposal() ?? []);
  const found = places.map((place) => place?.querySelector(button));
  return found.find((one) => one?.checkVisibility());
}

/** A key's letter stands on the button that it presses, and on no other. */
function letter() {
  for (const button of all("#reading [data-key]")) button.classList.remove("keyed");
  for (const key of ["a", "d"]) owner(key)?.classList.add("keyed");
}

function stepTo(next) {
  if (!next) return;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

function walkProposals(step) {
  const list = waiting();
  const at = list.indexOf(proposal() || document.querySelector("#reading .pr.nx"));
  const next = list[at < 0 ? 0 : (at + step + list.length) % list.length];
  if (!next) return;
  for (const other of list) other.classList.toggle("nx", other === next);
  next.closest(".s").scrollIntoView({ block: "nearest" });
  next.querySelector("[data-key=a]").focus({ preventScroll: true });
  letter();
}

function walkSentences(step, among = ".s") {
  const list = sentences();
  const at = list.indexOf(sentence());
  const order = step > 0 ? list.slice(at + 1) : list.slice(0, Math.max(at, 0)).reverse();
  stepTo(order.find((item) => item.matches(among)) || (at < 0 ? list[0] : null));
}

function press(name) {
  document.querySelector(`#at-hand button[name="${name}"]:not(.vh)`)?.click();
}

function newEvent() {
  if (document.dispatchEvent(new CustomEvent("desk:key", { detail: "n", cancelable: true }))) {
    sentence()?.querySelector(".n").click();
  }
}

function search() {
  find.hidden = false;
  find.querySelector("input").select();
}

const ACTS = {
  a: () => owner("a")?.click(),
  d: () => owner("d")?.click(),
  e: () => sentence()?.querySelector(".mg .e")?.click(),
  l: () => walkSentences(1, ":is([data-state=date], [data-state=kind])"),
  n: newEvent,
  s: () => press("_save"),
  "/": search,
  "?": () => keys.showModal(),
};

function onArrow(event) {
  const inArticle = event.target === document.body || event.target.closest("#reading, .a");
  if (!(event.key in ONWARD) || !inArticle) return false;
  walkSentences(ONWARD[event.key]);
  return true;
}

function onKey(event) {
  if (event.key in FURTHER) walkProposals(FURTHER[event.key]);
  else if (event.key in ACTS) ACTS[event.key]();
  else return onArrow(event);
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    press(document.querySelector("#at-hand [name=_next]") ? "_next" : "_save");
    return;
  }
  if (event.key === "Escape") {
    find.hidden = true;
    if (event.target.matches?.(TYPING)) event.target.blur();
    return;
  }
  const elsewhere = event.target.closest?.(`${TYPING}, dialog`) || event.isComposing;
  if (elsewhere || event.ctrlKey || event.metaKey || event.altKey) return;
  if (onKey(event)) event.preventDefault();
});

for (const button of all("[data-key='?']")) {
  button.hidden = false;
}
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-key='?']")) keys.showModal();
});

// Searching the article: Enter goes from one sentence with the words to the next.
find.addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  const words = event.target.value.trim().toLocaleLowerCase();
  const list = sentences();
  const from = list.indexOf(document.querySelector("#reading .s.found")) + 1;
  const turned = [...list.slice(from), ...list.slice(0, from)];
  const has = (item) => item.querySelector("p").textContent.toLocaleLowerCase().includes(words);
  const found = words && turned.find(has);
  for (const item of list) item.classList.toggle("found", item === found);
  const told = find.querySelector("output");
  told.value = found || !words ? "" : told.dataset.none;
  found?.scrollIntoView({ block: "center" });
});

function setCurrent(link, current) {
  if (current) link.setAttribute("aria-current", "true");
  else link.removeAttribute("aria-current");
}

// What the right half points at is marked in the left one, which stays where it was.
function pointAt(right) {
  for (const item of sentences()) {
    item.classList.toggle("cur", item.id === `s${right.dataset.sentence}`);
  }
  for (const item of proposals()) {
    item.classList.toggle("hand", item.dataset.proposal === right.dataset.proposal);
  }
  for (const link of all("#reading .e")) {
    setCurrent(link, link.dataset.event === right.dataset.event);
  }
  for (const link of all("#coverage li a")) {
    setCurrent(link, link.hash === `#s${right.dataset.sentence}`);
  }
  document.querySelector("#reading .s.cur")?.scrollIntoView({ block: "nearest" });
}

/** Whether the proposal at hand was dismissed; its form has nothing more to say. */
function isHandGone() {
  const { proposal: key } = document.getElementById("right").dataset;
  return key && !proposals().some((one) => one.dataset.proposal === key);
}

function goOn() {
  const next = document.querySelector("#reading .nx [data-key=a]");
  if (next) next.click();
  else location.assign(location.pathname);
}

function countProposals() {
  const told = document.getElementById("acts-left");
  const left = proposals().length;
  if (told) told.textContent = left ? `(${left})` : "";
}

document.addEventListener("htmx:afterSwap", (event) => {
  const right = document.getElementById("right");
  if (event.detail.target?.id === "right") {
    pointAt(right);
    for (const item of proposals()) {
      item.classList.toggle("nx", item.dataset.proposal === right.dataset.next);
    }
    (document.getElementById("hand-heading") || right).focus({ preventScroll: true });
    right.querySelector(".ev [aria-current]")?.scrollIntoView({ block: "nearest" });
  } else if (event.detail.target?.id === "reading") {
    pointAt(right);
    document.querySelector("#reading .nx [data-key=a]")?.focus({ preventScroll: true });
    countProposals();
  }
  const help = document.querySelector("#foot [data-key='?']");
  if (help) help.hidden = false;
  letter();
});
// Its links answer once it has settled.
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.target?.id === "reading" && isHandGone()) goOn();
});
for (const kind of ["focusin", "focusout"]) {
  document.addEventListener(kind, () => requestAnimationFrame(letter));
}
letter();

// Whoever was signed out meanwhile is shown where to sign in, and comes back here.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (!event.detail.xhr.responseURL.includes("/desk/")) {
    event.detail.shouldSwap = false;
    location.reload();
  }
});

// Screen readers pass over what a page was loaded with; put in once more, it is told.
const told = document.getElementById("desk-told");
if (told.firstElementChild) setTimeout(() => told.replaceChildren(...told.childNodes), 500);

// A form that was refused is gone on with at its first fault.
// Once the browser has gone where the address points, which takes the focus away.
addEventListener("load", () => {
  const fault = document.querySelector("#at-hand[data-refused] [aria-invalid]");
  setTimeout(() => fault?.focus());
});

document.querySelector("#right .ev [aria-current]")?.scrollIntoView({ block: "nearest" });

// What is at hand is in sight; where the text scrolls by itself, the page stays where it is.
function bringIntoSight(line) {
  const pane = document.querySelector(".panes .a");
  if (pane.scrollHeight > pane.clientHeight) {
    const [inner, outer] = [line.getBoundingClientRect(), pane.getBoundingClientRect()];
    pane.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
  } else if (!location.hash) line.scrollIntoView({ block: "center" });
}

const here = document.querySelector("#reading .s.cur") ?? sentence();
if (here && !location.hash.startsWith("#s")) bringIntoSight(here);

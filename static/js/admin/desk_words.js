// Words of the article, selected with the mouse or word by word with the keyboard.
//
// Places count code points of the stored text: each sentence says where it begins, and the text of
// its paragraph is its words, letter for letter.

const WORDS = "#reading .s > p";
const KEYS = { n: "event", q: "quotation", t: "date", c: "claimant" };
const tools = document.getElementById("desk-tools");

const count = (text) => [...text].length;

/** Where a boundary of the selection lies in the text, or null outside the article's words. */
function placeOf(node, offset) {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  const words = element.closest(WORDS);
  if (!words) return null;
  const before = document.createRange();
  before.selectNodeContents(words);
  before.setEnd(node, offset);
  return Number(words.parentElement.dataset.start) + count(before.toString());
}

/** The words from one place to another, white space between sentences as it is stored. */
function wordsBetween(start, end) {
  let text = "";
  for (const words of document.querySelectorAll(WORDS)) {
    const { start: begins, gap } = words.parentElement.dataset;
    const from = Number(begins) - count(gap);
    const letters = [...gap, ...words.textContent];
    if (from < end && from + letters.length > start) {
      text += letters.slice(Math.max(start - from, 0), end - from).join("");
    }
  }
  return text;
}

/** What is selected of the article, without white space at its ends; null for nothing. */
function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const all = [...document.querySelectorAll(WORDS)];
  const within = all.filter((words) => range.intersectsNode(words));
  if (!within.length) return null;
  const first = Number(within[0].parentElement.dataset.start);
  const last = within.at(-1);
  const start = placeOf(range.startContainer, range.startOffset) ?? first;
  const end =
    placeOf(range.endContainer, range.endOffset) ??
    Number(last.parentElement.dataset.start) + count(last.textContent);
  const words = wordsBetween(start, end);
  const led = count(words) - count(words.trimStart());
  const trimmed = words.trim();
  if (!trimmed) return null;
  return { words: trimmed, start: start + led, end: start + led + count(trimmed), range };
}

function act(what) {
  const chosen = selected();
  if (!chosen) return false;
  const { words, start, end } = chosen;
  const detail = { what, words, start, end };
  if (what === "event") go(start, end);
  else document.dispatchEvent(new CustomEvent("desk:words", { detail }));
  getSelection().removeAllRanges();
  return true;
}

/** Opens the form filled from these words, as the links of the sentences do. */
function go(start, end) {
  const address = `${location.pathname}?start=${start}&end=${end}`;
  window.htmx.ajax("GET", address, { target: "#right", swap: "outerHTML show:none" });
  history.pushState({ htmx: true }, "", address);
}

function placeTools() {
  const chosen = selected();
  tools.hidden = !chosen;
  if (!chosen) return;
  const area = chosen.range.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = tools;
  const below = area.bottom + 6 + height < innerHeight;
  tools.style.top = `${below ? area.bottom + 6 : Math.max(area.top - height - 6, 0)}px`;
  const pane = document.querySelector(".panes .a").getBoundingClientRect();
  tools.style.left = `${Math.max(Math.min(area.left, pane.right - width - 8), 8)}px`;
}

document.addEventListener("selectionchange", () => requestAnimationFrame(placeTools));
document.addEventListener("scroll", placeTools, { capture: true, passive: true });
tools.addEventListener("mousedown", (event) => event.preventDefault());
tools.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button) act(button.dataset.what);
});

// Asked first when n is pressed: with words selected, they make the event.
document.addEventListener("desk:key", (event) => {
  if (act("event")) event.preventDefault();
});

// Word by word: an arrow selects the next word of the sentence, with Shift one more or less.

let walk = null; // the sentence, and the numbers of the first and last word chosen in it

const wordsOf = (words) => [...words.textContent.matchAll(/\S+/g)];

/** The text node and offset of a place counted within a sentence, in UTF-16 units. */
function boundary(words, at) {
  const nodes = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  let left = at;
  while (nodes.nextNode()) {
    const { length } = nodes.currentNode.data;
    if (left <= length) return [nodes.currentNode, left];
    left -= length;
  }
  return [words, words.childNodes.length];
}

function choose(words, anchor, focus) {
  const list = wordsOf(words);
  const [first, last] = anchor < focus ? [anchor, focus] : [focus, anchor];
  const range = document.createRange();
  range.setStart(...boundary(words, list[first].index));
  range.setEnd(...boundary(words, list[last].index + list[last][0].length));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  walk = { words, anchor, focus };
}

function walkWords(step, extending) {
  const words = document.activeElement.closest("#reading .s")?.querySelector("p");
  if (!words) return false;
  const last = wordsOf(words).length - 1;
  const going = walk?.words === words && !getSelection().isCollapsed;
  const from = going ? walk.focus : step > 0 ? -1 : last + 1;
  const focus = Math.min(Math.max(from + step, 0), last);
  choose(words, extending && going ? walk.anchor : focus, focus);
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.target.closest?.("input, textarea, select, dialog")) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") getSelection().removeAllRanges();
  if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
    const mirrored = document.querySelector("#reading .art")?.dir === "rtl";
    const step = (event.key === "ArrowRight") === mirrored ? -1 : 1;
    if (walkWords(step, event.shiftKey)) event.preventDefault();
  } else if (event.key in KEYS && event.key !== "n" && act(KEYS[event.key])) {
    event.preventDefault();
  }
});

// The strip over time: arrow keys walk its bars, and what is at hand is told.

const LINKS = ".strip :is(.bars, .labels, .out, .numbers) a";
const KEYS = { ArrowLeft: -1, ArrowRight: 1, Home: -999, End: 999 };

const linkOf = (event) => event.target.closest?.(LINKS);
const barsOf = (drawing) => [...drawing.querySelectorAll("a")];
const plain = (event) => !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);

/** Of a drawing's bars the Tab key stops at one alone. */
function stopAt(stop, bars) {
  for (const bar of bars) bar.setAttribute("tabindex", bar === stop ? 0 : -1);
}

function stopOnce() {
  for (const drawing of document.querySelectorAll(".strip .bars")) {
    const bars = barsOf(drawing);
    stopAt(bars.find((bar) => bar.ariaCurrent) ?? bars.at(-1), bars);
  }
}

function tell(link) {
  const told = document.querySelector(".strip [data-told]");
  if (!told) return;
  told.dataset.told ||= told.textContent;
  told.textContent = link?.querySelector("title")?.textContent ?? told.dataset.told;
}

document.addEventListener("keydown", (event) => {
  const bar = linkOf(event);
  const step = KEYS[event.key];
  if (!step || !plain(event) || !bar?.closest(".bars")) return;
  event.preventDefault();
  const bars = barsOf(bar.closest(".bars"));
  const mirrored = document.dir === "rtl" && event.key.startsWith("Arrow");
  const place = bars.indexOf(bar) + (mirrored ? -step : step);
  bars[Math.min(Math.max(place, 0), bars.length - 1)].focus();
});

document.addEventListener("focusin", (event) => {
  const link = linkOf(event);
  tell(link);
  if (link?.closest(".bars")) stopAt(link, barsOf(link.closest(".bars")));
});

document.addEventListener("pointerover", (event) => {
  tell(linkOf(event) ?? document.activeElement.closest(LINKS));
});

document.addEventListener("htmx:afterSettle", stopOnce);
stopOnce();

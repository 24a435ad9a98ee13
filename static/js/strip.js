// The strip over time: arrow keys walk its bars, what is at hand is told, a click swaps the results.

const LINKS = ".strip :is(.bars, .labels) a";
const BACK = { ltr: "ArrowLeft", rtl: "ArrowRight" };
const ON = { ltr: "ArrowRight", rtl: "ArrowLeft" };

const inSight = (event) => event.target.closest?.(LINKS);
const siblings = (link) => [...link.closest("svg").querySelectorAll("a")];

/** One stop of the Tab key for each drawing: its chosen bar, else the last one. */
function rove() {
  for (const drawing of document.querySelectorAll(".strip .bars")) {
    const links = [...drawing.querySelectorAll("a")];
    const stop = links.find((link) => link.ariaCurrent) ?? links.at(-1);
    for (const link of links) link.setAttribute("tabindex", link === stop ? 0 : -1);
  }
}

function tell(words) {
  const told = document.querySelector(".strip [data-told]");
  if (!told) return;
  told.dataset.told ||= told.textContent;
  told.textContent = words ?? told.dataset.told;
}

document.addEventListener("keydown", (event) => {
  const link = inSight(event);
  if (!link || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const links = siblings(link);
  const dir = document.dir || "ltr";
  const steps = { [BACK[dir]]: -1, [ON[dir]]: 1, Home: -links.length, End: links.length };
  const step = steps[event.key];
  if (!step) return;
  event.preventDefault();
  const place = Math.min(Math.max(links.indexOf(link) + step, 0), links.length - 1);
  links[place].focus();
});

document.addEventListener("focusin", (event) => {
  const link = inSight(event);
  tell(link?.querySelector("title").textContent);
  if (!link?.closest(".bars")) return;
  for (const other of siblings(link)) other.setAttribute("tabindex", other === link ? 0 : -1);
});

document.addEventListener("pointerover", (event) => {
  const link = inSight(event) ?? document.activeElement.closest(LINKS);
  tell(link?.querySelector("title").textContent);
});

// htmx lets links within a drawing load a page of their own.
document.addEventListener("click", (event) => {
  const link = inSight(event);
  if (!link || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  link.focus();
  htmx.ajax("GET", link.getAttribute("href"), { source: link });
});

document.addEventListener("htmx:afterSettle", rove);
rove();

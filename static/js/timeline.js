// Keeps the reader's place while htmx swaps results: what was unfolded, the focus, the page itself.
import "./cite.js";
import "./strip.js";

const before = { unfolded: [], focused: "", fromSheet: false, top: 0 };

/** The answer's address, if it belongs to another page, whose title is not in the answer. */
function elsewhere(request) {
  const address = request.getResponseHeader("HX-Push-Url");
  return address && new URL(address, location.href).pathname !== location.pathname ? address : "";
}

function ofResults(event) {
  return event.detail.target?.id === "results";
}

document.addEventListener("htmx:beforeSwap", (event) => {
  if (!ofResults(event)) return;
  const { xhr, target, requestConfig } = event.detail;
  const address = elsewhere(xhr);
  if (address) {
    event.detail.shouldSwap = false;
    location.assign(address);
    return;
  }
  const filters = target.querySelector(".filters");
  const onPhone = filters.querySelector("summary").checkVisibility();
  before.fromSheet = onPhone && requestConfig.triggeringEvent?.type === "submit";
  before.unfolded = [filters, ...filters.querySelectorAll("details")]
    .filter((details) => details.open && !(before.fromSheet && details === filters))
    .map((details) => details.id);
  before.focused = document.activeElement.id;
  before.top = target.getBoundingClientRect().top;
});

document.addEventListener("htmx:afterSwap", (event) => {
  if (!ofResults(event)) return;
  for (const id of before.unfolded) document.getElementById(id)?.setAttribute("open", "");
  const question = document.getElementById("question");
  const focused = before.fromSheet ? null : document.getElementById(before.focused);
  (focused ?? question).focus({ preventScroll: true });
  // What stood above the results of the front page has gone: they stay where they were in sight.
  scrollBy(0, document.getElementById("results").getBoundingClientRect().top - before.top);
  if (before.fromSheet) question.scrollIntoView();
  const said = document.getElementById("said");
  said.textContent = question.textContent;
  said.classList.replace("lost", "hidden");
});

// The same question in the other languages, and its address on paper: outside of what is swapped.
document.addEventListener("htmx:pushedIntoHistory", () => {
  document.getElementById("address").textContent = location.href;
  const { prefix } = document.querySelector(".tongues [aria-current]").dataset;
  const address = location.pathname.slice(prefix.length) + location.search;
  for (const link of document.querySelectorAll(".tongues a")) {
    link.href = link.dataset.prefix + address;
  }
});

// htmx takes no clicks on links in drawings; those here lead to the same results narrowed.
const NARROWING = ".strip :is(.bars, .labels, .out, .numbers) a, .atlas .map a, a[data-swaps]";

document.addEventListener("click", (event) => {
  const link = event.target.closest?.(NARROWING);
  const isPlain = !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);
  if (!link || !isPlain) return;
  event.preventDefault();
  link.focus({ preventScroll: true });
  window.htmx.ajax("GET", link.getAttribute("href"), { source: link });
});

// A refusal is for the browser to show; where no answer came at all, say so.
document.addEventListener("htmx:responseError", (event) => {
  location.assign(event.detail.pathInfo.finalRequestPath);
});
document.addEventListener("htmx:sendError", () => {
  const said = document.getElementById("said");
  said.textContent = said.dataset.lost;
  said.classList.replace("hidden", "lost");
});

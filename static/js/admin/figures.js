// Says at once how printed words of number are counted, and fills in their bounds.
// Bounds that were typed by hand stand.

const PAUSE = 250; // milliseconds without a key before the words are read
const timers = new WeakMap();
const lastRead = new WeakMap();
const learning = new WeakMap();

const rowOf = (printed) => printed.closest("li, tr");
const bounds = (row) => ["low", "high"].map((name) => row.querySelector(`[name$="-${name}"]`));
const values = (row) => bounds(row).map(({ value }) => value).join();

const ask = async (printed) => {
  const answer = await fetch(`${printed.dataset.countsAt}?${new URLSearchParams({ printed: printed.value })}`);
  return answer.ok ? answer.json() : null;
};

const read = async (printed) => {
  const row = rowOf(printed);
  const words = printed.value;
  // On a slow line what the row came with may not be known yet.
  const [count] = await Promise.all([ask(printed), learning.get(row)]);
  if (!count || printed.value !== words) return;
  const byHand = ![",", lastRead.get(row)].includes(values(row));
  row.querySelector("[data-meaning]").textContent = byHand ? "" : count.meaning;
  if (byHand) return;
  for (const field of bounds(row)) field.value = count[field.name.split("-").at(-1)];
  lastRead.set(row, values(row));
};

// What the row came with was read from its words if these lead to the same bounds.
const learn = async (printed) => {
  const row = rowOf(printed);
  if (lastRead.has(row) || values(row) === ",") return;
  const before = values(row);
  lastRead.set(row, "");
  const count = await ask(printed);
  if (count && [count.low, count.high].join() === before) lastRead.set(row, before);
};

const printedIn = ({ target }) => (target.matches?.("[data-counts-at]") ? target : null);

document.addEventListener("focusin", (event) => {
  const printed = printedIn(event);
  if (!printed) return;
  const row = rowOf(printed);
  learning.set(row, Promise.all([learning.get(row), learn(printed)]));
});
document.addEventListener("input", (event) => {
  const printed = printedIn(event);
  if (!printed) return;
  // What is typed anew is no longer what was proposed.
  for (const reason of rowOf(printed).querySelectorAll(".why > :not([data-meaning])")) reason.remove();
  clearTimeout(timers.get(printed));
  timers.set(printed, setTimeout(read, PAUSE, printed));
});

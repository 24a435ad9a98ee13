// Walks the days of control: arrow keys lead to the changes before and after; what came is said.

const LEADS = { ArrowLeft: "prev", ArrowRight: "next" };
const MIRRORED = { ArrowLeft: "next", ArrowRight: "prev" };

document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.target.closest("input, summary")) return;
  const leads = document.dir === "rtl" ? MIRRORED : LEADS;
  document.querySelector(`.turns [rel="${leads[event.key]}"]`)?.click();
});

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target?.id !== "control") return;
  const day = document.getElementById("day");
  if (document.activeElement === document.body) day.focus({ preventScroll: true });
  document.getElementById("said").textContent = day.textContent;
});

// Where no answer came, the browser asks again and shows what it is told.
for (const fault of ["htmx:responseError", "htmx:sendError"]) {
  document.addEventListener(fault, (event) => {
    location.assign(event.detail.pathInfo.finalRequestPath);
  });
}

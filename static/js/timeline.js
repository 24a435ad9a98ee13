// Keeps the reader's place while htmx swaps results: what was unfolded, the focus, the page itself.

let unfolded = [];

/** Whether the answer belongs to the page of another city or faction, whose title is not in it. */
function leavesPage(request) {
  const address = request.getResponseHeader("HX-Push-Url");
  return address && new URL(address, location.href).pathname !== location.pathname ? address : null;
}

document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, target, requestConfig } = event.detail;
  if (target?.id !== "results") return;
  const elsewhere = leavesPage(xhr);
  if (elsewhere) {
    event.detail.shouldSwap = false;
    location.assign(elsewhere);
    return;
  }
  unfolded = [...target.querySelectorAll(".filters[open], .filters details[open]")].map((e) => e.id);
  if (requestConfig.triggeringEvent?.type === "submit") {
    unfolded = unfolded.filter((id) => id !== "filters");
  }
});

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target?.id !== "results") return;
  for (const id of unfolded) document.getElementById(id)?.setAttribute("open", "");
  const question = document.getElementById("question");
  document.getElementById("said").textContent = question.textContent;
  if (document.activeElement === document.body) question.focus({ preventScroll: true });
});

// Where an answer does not arrive, the browser's own request shows why.
for (const failure of ["htmx:responseError", "htmx:sendError"]) {
  document.addEventListener(failure, (event) => location.assign(event.detail.pathInfo.finalRequestPath));
}

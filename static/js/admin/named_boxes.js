// Names the boxes of autocompletes, which Django leaves nameless to a screen reader: by the label of
// the field, or by the heading of its column, and then by what is chosen.

let given = 0;
const numbered = (element) => (element.id ||= `names-${++given}`);

const heading = (select) => {
  const column = select.closest("td")?.cellIndex;
  return select.closest("table")?.tHead?.rows[0].cells[column];
};

const name = (select) => {
  const box = select.nextElementSibling?.querySelector("[role=combobox]");
  const namer = select.labels[0] ?? heading(select);
  if (!box || !namer) return;
  const chosen = box.querySelector(".select2-selection__rendered");
  box.setAttribute("aria-labelledby", `${numbered(namer)} ${chosen.id}`);
};

const nameAll = (within) => {
  for (const select of within.querySelectorAll("select.admin-autocomplete")) name(select);
};

// Where what is looked for is typed, once the box is open.
const nameSearch = ({ target }) => {
  const namer = target.labels[0] ?? heading(target);
  const field = document.querySelector(".select2-container--open .select2-search__field");
  if (namer) field?.setAttribute("aria-labelledby", numbered(namer));
};

// Both after Django has made the boxes.
django.jQuery(() => nameAll(document));
document.addEventListener("formset:added", ({ target }) => nameAll(target));
django.jQuery(document).on("select2:open", nameSearch);

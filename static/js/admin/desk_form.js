// The form at hand: rows are added, what is inferred is confirmed by touching it, headlines are
// counted, and what is typed is kept in this browser until it was saved.

const A_WEEK = 7 * 24 * 3600 * 1000;
const PAUSE = 300; // milliseconds without a key before what is typed is kept
const KEPT = "desk:";
const NOT_TYPED = /^(csrfmiddlewaretoken|entry_key|seen|looked_at|similar|strip|initial-.*|.*_FORMS)$/;

const form = () => document.getElementById("at-hand");

// What is kept, under the name of who typed it and into which form

const subject = (within) => {
  const value = (name) => within.elements.namedItem(name)?.value ?? "";
  return value("event") ? `event ${value("event")}` : `words ${value("proposal") || value("start")}`;
};
const place = (within) => `${KEPT}${within.dataset.keeps}:${subject(within)}`;
const typed = (within) => [...new FormData(within)].filter(([name]) => !NOT_TYPED.test(name));

const read = (key) => {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
};

const keep = (within) => {
  const record = {
    at: Date.now(),
    key: within.elements.namedItem("entry_key").value,
    fields: typed(within),
  };
  try {
    localStorage.setItem(place(within), JSON.stringify(record));
  } catch {
    // A full or forbidden store keeps nothing; the form itself still stands.
  }
};

const forget = (isDone) => {
  for (const key of Object.keys(localStorage).filter((key) => key.startsWith(KEPT))) {
    const record = read(key);
    if (!record || isDone(record)) localStorage.removeItem(key);
  }
};

const addRow = (list) => {
  const total = form().elements.namedItem(`${list.id}-TOTAL_FORMS`);
  const empty = document.getElementById(`${list.id}-empty`);
  const row = document.createElement("ul");
  row.innerHTML = empty.innerHTML.replaceAll("__prefix__", total.value);
  list.append(...row.children);
  total.value = Number(total.value) + 1;
  return list.lastElementChild;
};

const putBack = (within, fields) => {
  for (const [name] of fields) {
    const [, rows, number] = name.match(/^(parties|figures)-(\d+)-/) ?? [];
    const list = rows && document.getElementById(rows);
    while (list && list.children.length <= Number(number)) addRow(list);
  }
  const values = new Map(fields);
  for (const field of within.elements) {
    if (!field.name || NOT_TYPED.test(field.name) || field.type === "submit") continue;
    if (field.type === "radio" || field.type === "checkbox")
      field.checked = values.get(field.name) === field.value;
    else if (values.has(field.name)) field.value = values.get(field.name);
  }
  for (const spare of within.querySelectorAll(".spare")) reveal(spare);
};

const offer = (within) => {
  const record = read(place(within));
  if (!record || within.hasAttribute("data-sent-back")) return;
  if (JSON.stringify(record.fields) === JSON.stringify(typed(within))) return;
  const notice = document.getElementById("kept");
  const time = new Date(record.at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  notice.firstElementChild.textContent = notice.dataset.words.replace("{time}", time);
  notice.hidden = false;
  notice.querySelector("[data-take-back]").onclick = () => {
    within.elements.namedItem("entry_key").value = record.key;
    putBack(within, record.fields);
    notice.hidden = true;
    within.dispatchEvent(new Event("change", { bubbles: true }));
    count(within);
  };
  notice.querySelector("[data-discard]").onclick = () => {
    localStorage.removeItem(place(within));
    notice.hidden = true;
  };
};

// Rows

const isFilled = (row) => [...row.querySelectorAll("input")].some(({ type, value }) => type !== "checkbox" && value);
const reveal = (row) => row.classList.toggle("spare", !isFilled(row));

const rows = (list) => {
  if (!list.dataset.more) return;
  const more = document.createElement("button");
  Object.assign(more, { type: "button", className: "lnk more", textContent: list.dataset.more });
  more.addEventListener("click", () => {
    const row = list.querySelector(".spare") ?? addRow(list);
    row.classList.remove("spare");
    beside(list, more);
    row.querySelector("input").focus();
  });
  beside(list, more);
};

// At the end of the last row that is seen, where it takes no room of its own.
const beside = (list, more) => {
  const last = [...list.querySelectorAll("li:not(.spare)")].at(-1);
  if (last) last.append(more);
  else list.after(more);
};

// What is typed anew is no longer what was proposed, or refused.
const typeAnew = (field) => {
  field.removeAttribute("aria-invalid");
  document.getElementById(`${field.id}_error`)?.replaceChildren();
  const row = field.list?.id === "desk-factions" && field.closest("#parties li");
  if (!row) return;
  row.querySelector(".why").replaceChildren();
  const known = [...field.list.options].find(({ value }) => value === field.value);
  colour(row.querySelector(".pt"), known?.dataset.number);
};

const colour = ({ classList }, number) => {
  classList.remove(...[...classList].filter((name) => /^p-\d/.test(name)));
  if (number) classList.add(`p-${number}`);
};

// What else the form does

const confirm = (field) => {
  field.closest(".inf")?.classList.remove("inf");
  const left = form().querySelector(".inf");
  if (!left) form().querySelector(".infs-told")?.remove();
};

const confirmAll = () => {
  for (const field of form().querySelectorAll(".inf")) confirm(field);
  form().elements.namedItem("confirmed").value = "on";
};

const count = (within) => {
  const headline = within.elements.namedItem("headline");
  const told = document.getElementById("headline-count");
  if (!headline || !told) return;
  const [length, most] = [[...headline.value].length, Number(headline.dataset.countsTo)];
  told.textContent = told.dataset.words.replace("{count}", length).replace("{most}", most);
  told.classList.toggle("long", length > most);
};

const start = (within) => {
  if (!within || within.dataset.started) return;
  within.dataset.started = "yes";
  const saved = within.dataset.saved;
  forget((record) => (saved && record.key === saved) || Date.now() - record.at > A_WEEK);
  for (const list of within.querySelectorAll("#parties, #figures")) rows(list);
  count(within);
  offer(within);
};

let timer = 0;
const keepNow = () => {
  clearTimeout(timer);
  timer = 0;
  if (form()) keep(form());
};
document.addEventListener("input", ({ target }) => {
  const within = target.closest?.("#at-hand");
  if (!within) return;
  confirm(target);
  typeAnew(target);
  count(within);
  clearTimeout(timer);
  timer = setTimeout(keepNow, PAUSE);
});
// A window that is closed within the pause loses nothing either.
window.addEventListener("pagehide", () => timer && keepNow());
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("#at-hand button");
  if (!button) return;
  // Enter in a field presses the first button; it may have chosen from a list of names.
  if (button.matches("[data-enter]")) event.preventDefault();
  if (button.matches("[data-confirms]")) {
    event.preventDefault();
    confirmAll();
  }
  if (button.matches("[data-sets]")) {
    event.preventDefault();
    set(button);
  }
});

// Takes the value that a button offers without asking the server for the whole page.
const set = (button) => {
  const field = form().elements.namedItem(button.dataset.sets);
  field.value = button.value.slice(button.value.indexOf("=") + 1);
  for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
  field.focus();
};

// Words selected in the article, on their way into the form.
document.addEventListener("desk:words", ({ detail: { what, words, start, end } }) => {
  const within = form();
  const fill = (name, value) => {
    const field = within.elements.namedItem(name);
    field.value = value;
    for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
    field.focus();
  };
  if (!within) return;
  if (what === "date") fill("date_printed", words);
  if (what === "claimant") fill("claimant_words", words);
  if (what !== "quotation") return;
  if (within.elements.namedItem("event").value) add(within, start, end);
  else {
    within.elements.namedItem("start").value = start;
    fill("quotation", words);
  }
});

const add = (within, start, end) => {
  const button = Object.assign(document.createElement("button"), { name: "_add", value: "1", hidden: true });
  const places = Object.entries({ add_start: start, add_end: end }).map(([name, value]) =>
    Object.assign(document.createElement("input"), { type: "hidden", name, value }),
  );
  within.append(button, ...places);
  within.requestSubmit(button);
};

document.addEventListener("submit", (event) => {
  const within = event.target.closest("#at-hand");
  if (!within) return;
  if (within.dataset.sent) event.preventDefault();
  else keep(within);
  within.dataset.sent = "yes";
});
// A page that comes back from the browser's memory may be sent again.
window.addEventListener("pageshow", () => delete form()?.dataset.sent);
// Similar events count as looked at once their list was opened.
document.addEventListener("click", ({ target }) => {
  const list = target.closest?.(".sims > summary")?.parentElement;
  if (list) list.parentElement.querySelector("[name=looked_at]").value = list.dataset.opened;
});

// Answers: none changes a field under the hands of whoever is in it

const whenLeft = (field, act) => field.addEventListener("blur", act, { once: true });

// The headline that was made keeps in step while nobody typed another.
const keepInStep = (before) => {
  const [headline, made] = ["headline", "headline_made"].map((name) => form().elements.namedItem(name));
  if (!["", before].includes(headline.value)) return;
  headline.value = made.value;
  count(form());
};
document.addEventListener("htmx:afterSwap", ({ detail: { target } }) => {
  if (target?.id !== "headline-made") return;
  const headline = form().elements.namedItem("headline");
  headline.placeholder = form().elements.namedItem("headline_made").value;
  if (headline === document.activeElement) whenLeft(headline, () => keepInStep(target.value));
  else keepInStep(target.value);
});
// The date is put in the place of its former self: days that were unfolded stay so, and one that is
// being typed stands as it is. When that is left, it asks again, or takes what was answered.
const carryOver = (from, to, asked) => {
  to.focus();
  if (to.type !== "text") return;
  const answered = to.value;
  to.value = from.value;
  to.setSelectionRange(from.selectionStart, from.selectionEnd);
  whenLeft(to, () => {
    if (to.value === asked) to.value = answered;
    else to.closest("#date").dispatchEvent(new Event("change"));
  });
};
let inHand = null; // what had the focus before the swap
document.addEventListener("htmx:beforeSwap", () => (inHand = document.activeElement));
document.addEventListener("htmx:afterSwap", ({ detail: { target, requestConfig } }) => {
  if (target?.id !== "date") return;
  document.querySelector("#date .ends").open = target.querySelector(".ends").open;
  const successor = target.contains(inHand) && document.getElementById(inHand.id);
  if (successor) carryOver(inHand, successor, requestConfig.parameters[inHand.name]);
});
// Not on the form itself, whose classes htmx sets anew when it puts one in the place of another.
document.querySelector(".panes").classList.add("scripted");
document.addEventListener("htmx:load", () => start(form()));
start(form());

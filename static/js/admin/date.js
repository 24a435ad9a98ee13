// Says at once what a printed date means, and fills in the days that it can mean.
// A bound that the editor sets by hand stands until the words change.

const printed = document.getElementById("id_date_printed");
const readOn = document.getElementById("id_read_on");
const meaning = document.getElementById("date-meaning");
const PAUSE = 250; // milliseconds without a key before the words are read

if (printed && meaning) {
  meaning.setAttribute("aria-live", "polite");
  const byHand = document.createElement("input");
  Object.assign(byHand, { type: "hidden", name: "by_hand", value: "1", disabled: true });
  printed.form.append(byHand);

  const names = ["earliest", "latest", "start_latest", "end_earliest", "precision", "lasted", "circa", "uncertain"];
  const fields = new Map(names.map((name) => [name, document.getElementById(`id_${name}`)]));
  let asked = 0;
  let timer = 0;

  const set = (field, value) => {
    if (field.type === "checkbox") field.checked = value;
    else field.value = value ?? "";
  };

  // A field is filled under nobody's hands: it waits until they leave it as it was.
  const fill = (values) => {
    for (const [name, field] of fields) {
      const whenLeft = () => byHand.disabled && set(field, values[name]);
      if (field === document.activeElement) field.addEventListener("blur", whenLeft, { once: true });
      else set(field, values[name]);
    }
  };

  const stand = (values) =>
    [...fields].some(([name, field]) => field.type === "text" && field.value !== (values?.[name] ?? ""));

  const read = async () => {
    const question = ++asked;
    const query = new URLSearchParams({ phrase: printed.value, read_on: readOn.value });
    const answer = await fetch(`${printed.dataset.readsAt}?${query}`);
    if (!answer.ok || question !== asked) return;
    const { html, values } = await answer.json();
    meaning.innerHTML = html;
    if (values && byHand.disabled) fill(values);
    return values;
  };

  const readSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(read, PAUSE);
  };

  printed.addEventListener("input", () => {
    byHand.disabled = true;
    readSoon();
  });
  readOn.addEventListener("input", readSoon);
  for (const field of fields.values()) {
    field.addEventListener("input", () => (byHand.disabled = false));
  }

  // The first article's day is what the words are read against.
  django.jQuery(document).on("select2:select", "#id_citations-0-article", ({ params }) => {
    readOn.value = params.data.published_on;
    read();
  });

  // Bounds that were there before were set by hand if the words do not lead to them.
  if (printed.value) {
    byHand.disabled = stand(null) === false;
    read().then((values) => (byHand.disabled = !stand(values)));
  }
}

// Shows the article's text beside its quotation, and quotes from it what is selected.

const reveal = (within) => {
  for (const source of within.querySelectorAll("details.source")) source.hidden = false;
};

const load = async (source) => {
  const article = source.closest(".inline-related").querySelector("select[name$='-article']");
  const text = source.querySelector(".text");
  if (!article.value || source.dataset.shows === article.value) return;
  const answer = await fetch(source.dataset.from.replace("/0/", `/${article.value}/`));
  if (!answer.ok) return;
  text.textContent = await answer.text();
  source.dataset.shows = article.value;
};

const quote = (source) => {
  const selection = document.getSelection();
  const words = selection.toString().trim();
  if (!words || !source.contains(selection.anchorNode)) return;
  const quotation = source.closest(".inline-related").querySelector("textarea[name$='-quotation']");
  quotation.value = words;
  quotation.focus();
};

reveal(document);
document.addEventListener("formset:added", ({ target }) => reveal(target));
document.addEventListener("toggle", ({ target }) => target.open && target.matches(".source") && load(target), true);
document.addEventListener("click", ({ target }) => target.matches(".source button") && quote(target.closest(".source")));

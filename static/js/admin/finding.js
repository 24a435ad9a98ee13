// Finds while words are being typed: a form with `data-finds` names the element that its answer,
// asked for with `part`, takes the place of.

const PAUSE = 250; // milliseconds without a key before the words are looked up

for (const search of document.querySelectorAll("form[data-finds]")) {
  let asked = 0;
  let timer = 0;

  const look = async () => {
    const question = ++asked;
    const query = new URLSearchParams(new FormData(search));
    const answer = await fetch(`${search.action}?part=1&${query}`);
    if (!answer.ok || question !== asked) return;
    document.getElementById(search.dataset.finds).outerHTML = await answer.text();
  };

  search.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  });
}

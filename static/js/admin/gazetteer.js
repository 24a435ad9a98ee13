// Offers cities of the gazetteer while a name is being typed.

const search = document.getElementById("gazetteer-search");
const PAUSE = 250; // milliseconds without a key before the name is looked up

if (search) {
  const name = search.querySelector("input[type=search]");
  let asked = 0;
  let timer = 0;

  const look = async () => {
    const question = ++asked;
    const answer = await fetch(`${search.action}?${new URLSearchParams({ name: name.value, part: "1" })}`);
    if (!answer.ok || question !== asked) return;
    document.getElementById("gazetteer-matches").outerHTML = await answer.text();
  };

  name.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  });
}

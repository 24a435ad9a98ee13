// Offers cities of the gazetteer while a name is being typed.

const search = document.getElementById("gazetteer-search");
const PAUSE = 250; // milliseconds without a key before the name is looked up

if (search) {
  let asked = 0;
  let timer = 0;

  const look = async () => {
    const question = ++asked;
    const query = new URLSearchParams(new FormData(search));
    const answer = await fetch(`${search.action}?part=1&${query}`);
    if (!answer.ok || question !== asked) return;
    document.getElementById("gazetteer-matches").outerHTML = await answer.text();
  };

  search.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  });
}

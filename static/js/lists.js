// Finds in a list while somebody types: any spelling, whatever its case and marks.

const look = document.getElementById("look");

// Letters that are written for one another, as in timeline/names.py.
const SAME = { ى: "ي", ی: "ي", ة: "ه", ک: "ك", "ـ": "", ء: "" };

function plain(words) {
  const letters = words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return letters.replace(/[ىیةکـء]/g, (letter) => SAME[letter]);
}

function find(rows, words) {
  let number = 0;
  for (const [row, names] of rows) {
    row.hidden = !names.includes(words);
    if (!row.hidden) number += 1;
  }
  for (const part of document.querySelectorAll(".listed tbody")) {
    part.hidden = !part.querySelector("tr[data-names]:not([hidden])");
  }
  return number;
}

if (look) {
  const rows = [...document.querySelectorAll("tr[data-names]")].map((row) => [
    row,
    plain(`${row.cells[0].textContent} ${row.dataset.names}`),
  ]);
  const found = document.getElementById("found");
  look.hidden = false;
  look.querySelector("input").addEventListener("input", (event) => {
    const words = plain(event.target.value.trim());
    const number = find(rows, words);
    const said = found.dataset.pattern.replace("{number}", number).replace("{all}", rows.length);
    found.textContent = words && said;
  });
}

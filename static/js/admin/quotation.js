// Takes the nearest passage of the article in place of words that it does not have.

for (const button of document.querySelectorAll("[data-takes]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const quotation = document.getElementById(button.dataset.takes);
    const nearest = button.closest(".nearest");
    quotation.value = nearest.querySelector("q").textContent;
    quotation.focus();
    nearest.remove();
  });
}

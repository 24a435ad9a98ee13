// Takes the nearest passage of the article in place of words that it does not have.

for (const button of document.querySelectorAll("button[data-takes]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const quotation = document.getElementById(button.dataset.takes);
    quotation.value = button.dataset.passage;
    quotation.focus();
    button.closest(".errorlist").remove();
  });
}

// Copies what is to be cited, and hands its address to the device's own way of sharing.

function words(id) {
  const element = document.getElementById(id);
  return element.value ?? element.textContent;
}

/** Buttons do nothing without this script, so they are hidden until it knows that they work. */
function offer() {
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = !navigator.clipboard;
  }
  for (const button of document.querySelectorAll("[data-share]")) {
    button.hidden = !navigator.share;
  }
}

async function copy(button) {
  await navigator.clipboard.writeText(words(button.dataset.copy));
  button.parentElement.querySelector("[role=status]").textContent = button.dataset.done;
}

function share({ dataset }) {
  // Whoever closes the device's sheet without choosing has changed their mind; that is no fault.
  return navigator.share({ title: dataset.title, url: words(dataset.share) }).catch(() => {});
}

document.addEventListener("click", ({ target }) => {
  if (target.matches("[data-copy]")) copy(target);
  if (target.matches("[data-share]")) share(target);
});
document.addEventListener("htmx:afterSwap", offer);
offer();

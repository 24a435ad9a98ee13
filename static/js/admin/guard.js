// The comparison by keyboard: 1 to 4 choose, o opens the record beside, Esc goes back to the form.

const guard = document.querySelector("[data-guard]");

function chosen(key) {
  const choices = guard.querySelectorAll('input[name="finding"]');
  return choices[Number(key) - 1];
}

function choose(choice) {
  choice.checked = true;
  choice.focus();
}

function isTyped(event) {
  return event.target.matches("input[type=text], textarea, select");
}

function pressed(event) {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    guard.querySelector(".go").click();
  } else if (event.key === "Escape") {
    guard.querySelector("[data-back]").click();
  } else if (isTyped(event) || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  } else if (chosen(event.key)) {
    choose(chosen(event.key));
  } else if (event.key === "o") {
    guard.querySelector("[data-opens]").click();
  } else {
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
}

if (guard) {
  // Before the desk's own keys, which have nothing to do while two events are compared.
  document.addEventListener("keydown", pressed, { capture: true });
  guard.scrollIntoView({ block: "nearest" });
  document.getElementById("guard-heading").focus({ preventScroll: true });
}

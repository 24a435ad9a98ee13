// The lanes by keys, while they have the focus.
import "./timeline.js";

const KEYS = { "+": "in", "=": "in", "-": "out", "−": "out", Home: "all" };

/** Which way an arrow points in time: lanes run the way that is read. */
function way(key) {
  const mirrored = document.documentElement.dir === "rtl";
  if (key === "ArrowLeft") return mirrored ? "later" : "earlier";
  if (key === "ArrowRight") return mirrored ? "earlier" : "later";
  return KEYS[key];
}

document.addEventListener("keydown", (event) => {
  const lanes = event.target.closest?.("#lanes");
  if (!lanes || event.ctrlKey || event.altKey || event.metaKey) return;
  const step = document.getElementById(`lanes-${way(event.key)}`);
  if (!step) return;
  event.preventDefault();
  if (step.href) {
    lanes.focus({ preventScroll: true }); // so that it has the focus again after the swap
    step.click();
  } else {
    document.getElementById("said").textContent = step.dataset.none;
  }
});

// Zooms and moves the map that the server drew: places keep their size, names those that have room.
import "./timeline.js";

const NEAREST = 8;
const STEP = 1.6;
const WHOLE = { x: 0, y: 0, zoom: 1 };
const AXES = { x: "width", y: "height" };
const PLACES = { cx: "x", x: "x", cy: "y", y: "y" }; // attributes, and the axis each is on
const KEYS = {
  "+": (map) => map.zoomBy(STEP, map.chosen()),
  "=": (map) => map.zoomBy(STEP, map.chosen()),
  "-": (map) => map.zoomBy(1 / STEP, map.chosen()),
  0: (map) => map.show(WHOLE),
  ArrowLeft: (map) => map.moveBy(-0.2, 0),
  ArrowRight: (map) => map.moveBy(0.2, 0),
  ArrowUp: (map) => map.moveBy(0, -0.2),
  ArrowDown: (map) => map.moveBy(0, 0.2),
};
const BUTTONS = { nearer: KEYS["+"], farther: KEYS["-"], all: KEYS[0] };

let last = { frame: "", view: WHOLE }; // what was looked at, for the next map of the same frame

const within = (value, least, most) => Math.min(Math.max(value, least), most);

/** A map; its view is the share of width and height at its upper left, and how near it is. */
class ZoomedMap {
  constructor(sheet) {
    this.sheet = sheet;
    this.svg = sheet.querySelector(".map");
    this.base = this.svg.querySelector(".base");
    this.size = this.base.viewBox.baseVal;
    this.whole = { width: this.size.width, height: this.size.height };
    this.places = [...this.svg.querySelectorAll("circle, text")].flatMap((element) =>
      Object.keys(PLACES)
        .filter((name) => element.getAttribute(name)?.endsWith("%"))
        .map((name) => ({ element, name, share: parseFloat(element.getAttribute(name)) / 100 })),
    );
    this.pointers = new Map();
    this.view = WHOLE;
  }

  show({ x, y, zoom }) {
    zoom = within(zoom, 1, NEAREST);
    this.view = { x: within(x, 0, 1 - 1 / zoom), y: within(y, 0, 1 - 1 / zoom), zoom };
    last = { frame: this.sheet.dataset.frame, view: this.view };
    cancelAnimationFrame(this.waiting);
    this.waiting = requestAnimationFrame(() => this.draw());
  }

  /** Nearer or farther, around a place on the sheet: shares of its width and height. */
  zoomBy(factor, at) {
    const { x, y, zoom } = this.view;
    const next = within(zoom * factor, 1, NEAREST);
    const shift = 1 / zoom - 1 / next;
    this.show({ x: x + at.x * shift, y: y + at.y * shift, zoom: next });
  }

  /** The place that is chosen, if it is in sight, else the middle. */
  chosen() {
    const at = this.seen(this.svg.querySelector(".chosen"));
    return at ?? { x: 0.5, y: 0.5 };
  }

  /** Where on the sheet a link stands; null where it does not. */
  seen(link) {
    if (!link) return null;
    const { x, y, zoom } = this.view;
    const { x: across, y: down } = this.place(link);
    const at = { x: (across - x) * zoom, y: (down - y) * zoom };
    return Object.values(at).every((share) => share >= 0 && share <= 1) ? at : null;
  }

  /** Where on the whole map a link stands. */
  place(link) {
    const of = (name) =>
      this.places.find((each) => each.name === name && link.contains(each.element)).share;
    return { x: of("cx"), y: of("cy") };
  }

  /** Shares of what is in sight. */
  moveBy(across, down) {
    const { x, y, zoom } = this.view;
    this.show({ x: x + across / zoom, y: y + down / zoom, zoom });
  }

  draw() {
    const { x, y, zoom } = this.view;
    for (const axis of ["x", "y"]) {
      this.size[axis] = this.view[axis] * this.whole[AXES[axis]];
      this.size[AXES[axis]] = this.whole[AXES[axis]] / zoom;
    }
    for (const { element, name, share } of this.places) {
      const start = PLACES[name] === "x" ? x : y;
      element.setAttribute(name, `${((share - start) * zoom * 100).toFixed(2)}%`);
    }
    this.sheet.classList.toggle("zoomed", zoom > 1);
    this.able("nearer", zoom < NEAREST);
    this.able("farther", zoom > 1);
    this.able("all", zoom > 1);
    this.name();
  }

  able(button, isAble) {
    this.sheet.querySelector(`[value=${button}]`).setAttribute("aria-disabled", String(!isAble));
  }

  /** Names where there is room for them, those of the places with the most events first. */
  name() {
    if (this.view.zoom === 1) return;
    const names = [...this.svg.querySelectorAll(".place")];
    for (const name of names) name.classList.remove("nameless");
    const taken = [...this.svg.querySelectorAll("a .edge")].map((mark) => box(mark));
    for (const name of names) {
      const room = box(name);
      const isFree = !taken.some((other) => meet(room, other));
      name.classList.toggle("nameless", !isFree);
      if (isFree) taken.push(room);
    }
  }

  at(event) {
    const { left, top, width, height } = this.svg.getBoundingClientRect();
    return { x: (event.clientX - left) / width, y: (event.clientY - top) / height };
  }

  press(event) {
    if (event.button === 0) this.pointers.set(event.pointerId, this.at(event));
  }

  /** The mouse moves the map, two fingers move and zoom it; from then on a click means nothing. */
  drag(event) {
    const before = this.pointers.get(event.pointerId);
    if (!before || (event.pointerType === "touch" && this.pointers.size < 2)) return;
    const now = this.at(event);
    const held = this.svg.hasPointerCapture(event.pointerId);
    if (!held && this.pixels(before, now) < 4) return;
    this.svg.setPointerCapture(event.pointerId);
    this.pointers.set(event.pointerId, now);
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    const share = other ? 0.5 : 1; // of two fingers each moves it by half
    this.moveBy((before.x - now.x) * share, (before.y - now.y) * share);
    if (!other) return;
    const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
    this.zoomBy(this.pixels(now, other) / (this.pixels(before, other) || 1), middle);
  }

  pixels(one, other) {
    const { width, height } = this.svg.getBoundingClientRect();
    return Math.hypot((one.x - other.x) * width, (one.y - other.y) * height);
  }

  release(event) {
    this.pointers.delete(event.pointerId);
  }

  /** Without the key the wheel scrolls the page; two fingers on a touchpad come with it. */
  wheel(event) {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.zoomBy(STEP ** within(-event.deltaY / 60, -1, 1), this.at(event));
  }

  key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const isArrow = event.key.startsWith("Arrow");
    if (!KEYS[event.key] || (isArrow && this.view.zoom === 1)) return;
    event.preventDefault();
    KEYS[event.key](this);
  }

  /** A place that was reached by the keyboard comes into sight. */
  reveal(link) {
    if (!link || this.seen(link)) return;
    const { zoom } = this.view;
    const { x, y } = this.place(link);
    this.show({ x: x - 0.5 / zoom, y: y - 0.5 / zoom, zoom });
  }

  listen() {
    const { svg, sheet } = this;
    svg.addEventListener("pointerdown", (event) => this.press(event));
    svg.addEventListener("pointermove", (event) => this.drag(event));
    for (const end of ["pointerup", "pointercancel", "pointerleave"]) {
      svg.addEventListener(end, (event) => this.release(event));
    }
    // Two fingers that move alike would scroll the page, and the map would hear no more of them.
    svg.addEventListener(
      "touchmove",
      (event) => event.touches.length > 1 && event.preventDefault(),
      { passive: false },
    );
    svg.addEventListener("dragstart", (event) => event.preventDefault());
    svg.addEventListener("focusin", (event) => this.reveal(event.target.closest("a")));
    svg.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    sheet.addEventListener("keydown", (event) => this.key(event));
    const zoom = sheet.querySelector(".zoom");
    zoom.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button?.getAttribute("aria-disabled") !== "true") BUTTONS[button?.value]?.(this);
    });
    zoom.hidden = false;
    sheet.classList.add("live");
    sheet.parentElement.querySelector(".keys").hidden = false;
  }
}

const box = (element) => element.getBoundingClientRect();

const meet = (one, other) =>
  one.left < other.right &&
  other.left < one.right &&
  one.top < other.bottom &&
  other.top < one.bottom;

function begin() {
  const sheet = document.querySelector(".sheet:not(.live)");
  if (!sheet) return;
  const map = new ZoomedMap(sheet);
  map.listen();
  if (last.frame === sheet.dataset.frame && last.view.zoom > 1) map.show(last.view);
}

begin();
document.addEventListener("htmx:afterSwap", begin);

// Lists of events that the reader narrows: by a span of time, chosen on the overview.
// The choice stands in the address, so that it can be kept and shared. Pages are whole without this.

const items = [...document.querySelectorAll(".events > li[data-first]")];
const tests = new Map();

/** Shows the items that pass every test, and says how many. */
function apply() {
  let shown = 0;
  for (const item of items) {
    const passes = [...tests.values()].every((test) => test(item));
    item.hidden = !passes;
    shown += passes ? 1 : 0;
  }
  for (const group of document.querySelectorAll(".group")) {
    group.hidden = ![...group.querySelectorAll(".events > li")].some((item) => !item.hidden);
  }
  document.dispatchEvent(new CustomEvent("dateline:shown", { detail: { shown, total: items.length } }));
  return shown;
}

/** Narrows the lists by a test, or no longer by it. */
export function narrow(name, test) {
  if (test) tests.set(name, test);
  else tests.delete(name);
  return apply();
}

/** Writes what is chosen into the address: no entry in the history for every step. */
export function address(changes) {
  const url = new URL(location.href);
  for (const [key, value] of Object.entries(changes)) {
    if (value) url.searchParams.set(key, value);
    else url.searchParams.delete(key);
  }
  history.replaceState(history.state, "", url);
}

/** The months or years of an overview, and their numbers. */
class Scale {
  constructor({ unit, from, to }) {
    this.byMonth = unit === "month";
    this.first = this.parse(from);
    this.length = this.parse(to) - this.first + 1;
  }

  parse(id) {
    const [year, month] = id.split("-").map(Number);
    return this.byMonth ? year * 12 + (month || 1) - 1 : year;
  }

  /** `2025-05` or `2025`. */
  id(at) {
    const number = at + this.first;
    const year = this.byMonth ? Math.floor(number / 12) : number;
    const digits = String(year).padStart(4, "0");
    return this.byMonth ? `${digits}-${String((number % 12) + 1).padStart(2, "0")}` : digits;
  }

  /** The number of a day's month or year; it may lie outside of what is drawn. */
  at(day) {
    return this.parse(this.byMonth ? day.slice(0, 7) : day.slice(0, 4)) - this.first;
  }

  /** The number of what the address names, as far as it is drawn. */
  named(id) {
    const number = id ? this.at(id) : NaN;
    return Number.isFinite(number) ? Math.min(Math.max(number, 0), this.length - 1) : null;
  }

  label(at) {
    const [year, month] = this.id(at).split("-").map(Number);
    const language = document.documentElement.lang || undefined;
    const form = this.byMonth ? { year: "numeric", month: "long" } : { year: "numeric" };
    const day = new Date(Date.UTC(year, (month || 1) - 1, 1));
    return new Intl.DateTimeFormat(language, { ...form, timeZone: "UTC" }).format(day);
  }
}

/** A span of an overview that the reader chooses: by dragging, by two sliders, by the arrow keys. */
class Brush {
  constructor(figure) {
    this.figure = figure;
    this.scale = new Scale(figure.dataset);
    this.plot = figure.querySelector(".overview-plot");
    this.drawing = this.plot.querySelector("svg");
    this.controls = this.makeControls();
    this.shade = this.makeShade();
    this.listen();
    const query = new URLSearchParams(location.search);
    const [from, to] = ["from", "to"].map((key) => this.scale.named(query.get(key)));
    this.choose(from ?? 0, to ?? this.scale.length - 1, false);
  }

  makeControls() {
    const { textFrom, textTo, textAll } = this.figure.dataset;
    const last = this.scale.length - 1;
    const controls = document.createElement("div");
    controls.className = "overview-controls";
    const range = Object.assign(document.createElement("div"), { className: "overview-range" });
    controls.append(range);
    const slider = (name, text) => {
      const input = Object.assign(document.createElement("input"), { type: "range", min: 0, max: last, name });
      input.setAttribute("aria-label", text);
      range.append(input);
      return input;
    };
    this.from = slider("from", textFrom);
    this.to = slider("to", textTo);
    this.all = Object.assign(document.createElement("button"), { type: "button", textContent: textAll });
    this.output = document.createElement("output");
    this.output.setAttribute("aria-live", "polite");
    controls.append(this.output, this.all);
    this.plot.after(controls);
    return controls;
  }

  /** What is not chosen, darkened in the drawing. */
  makeShade() {
    const make = () => {
      const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      rect.setAttribute("class", "unchosen");
      rect.setAttribute("height", this.drawing.viewBox.baseVal.height);
      this.drawing.append(rect);
      return rect;
    };
    return [make(), make()];
  }

  listen() {
    this.from.addEventListener("input", () => this.choose(+this.from.value, Math.max(+this.from.value, this.end)));
    this.to.addEventListener("input", () => this.choose(Math.min(+this.to.value, this.start), +this.to.value));
    this.all.addEventListener("click", () => {
      this.choose(0, this.scale.length - 1);
      this.from.focus();
    });
    let begun = null;
    const at = (event) => {
      const box = this.drawing.getBoundingClientRect();
      const part = (event.clientX - box.left) / box.width;
      // Where texts run from right to left, so does time.
      const place = getComputedStyle(this.plot).direction === "rtl" ? 1 - part : part;
      return Math.min(Math.max(Math.floor(place * this.scale.length), 0), this.scale.length - 1);
    };
    this.drawing.addEventListener("pointerdown", (event) => {
      if (event.button === 0 && event.pointerType !== "touch") begun = { at: at(event), moved: false };
    });
    addEventListener("pointermove", (event) => {
      if (!begun) return;
      const now = at(event);
      if (now !== begun.at) begun.moved = true;
      if (begun.moved) this.choose(Math.min(begun.at, now), Math.max(begun.at, now));
    });
    addEventListener("pointerup", () => {
      // The click that ends a drag is no click on a bar.
      const moved = begun?.moved;
      begun = null;
      if (moved) {
        const stop = (event) => event.preventDefault();
        this.drawing.addEventListener("click", stop, { capture: true, once: true });
        setTimeout(() => this.drawing.removeEventListener("click", stop, { capture: true }), 0);
      }
    });
    this.drawing.addEventListener("dragstart", (event) => event.preventDefault());
  }

  /** Chooses the months or years from one to another, both included. */
  choose(start, end, isTheirs = true) {
    [this.start, this.end] = [start, end];
    const { scale } = this;
    const isAll = start === 0 && end === scale.length - 1;
    for (const [input, value] of [[this.from, start], [this.to, end]]) {
      input.value = value;
      input.setAttribute("aria-valuetext", scale.label(value));
    }
    const step = this.drawing.viewBox.baseVal.width / scale.length;
    const [before, after] = this.shade;
    before.setAttribute("width", start * step);
    after.setAttribute("x", (end + 1) * step);
    after.setAttribute("width", (scale.length - 1 - end) * step);
    const isIn = (item) => {
      const { first, last } = item.dataset;
      return scale.at(first) <= end && scale.at(last) >= start;
    };
    const shown = narrow("span", isAll ? null : isIn);
    this.all.hidden = isAll;
    const labels = [scale.label(start), scale.label(end)];
    const span = start === end ? labels[0] : labels.join(" – ");
    this.output.textContent = isAll ? span : `${span}: ${shown} ${this.figure.dataset.textShown}`;
    if (isTheirs) address(isAll ? { from: null, to: null } : { from: scale.id(start), to: scale.id(end) });
  }
}

for (const figure of document.querySelectorAll("figure.overview")) new Brush(figure);

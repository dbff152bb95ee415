/*
 * Lists of events that the reader narrows: by a span of time, chosen on the overview, and by type, actor,
 * topic and attestation.
 *
 * What is chosen stands in the address, so that it survives reload and can be sent to others. Without this
 * script nothing is lost: bars and filters are links to the pages of months, types, actors and topics, and of classes of attestation. No
 * words are in here: texts come from the page.
 */

const language = document.documentElement.lang || undefined;
const figures = new Intl.NumberFormat(language);

/* What is shown ------------------------------------------------------------ */

const ids = (text) => new Set((text ?? "").split(" "));
const events = [...document.querySelectorAll("li[data-first]")].map((item) => ({
  item,
  first: item.dataset.first,
  last: item.dataset.last,
  type: ids(item.dataset.type),
  actor: ids(item.dataset.actors),
  topic: ids(item.dataset.topics),
  attestation: ids(item.dataset.attestation),
}));
const groups = [...document.querySelectorAll(".group")];
const panel = document.querySelector("[data-filters]");
const figure = document.querySelector("figure.overview");

/** The line that says how much is shown, with a button that shows all again. */
const shown = panel?.querySelector(".shown") ?? figure?.querySelector(".shown");
/** Each hears of every change, and shows it. */
const parts = [];

/** Shows the events that every part lets through, and says how many. */
const apply = () => {
  for (const part of parts) part.read(address.searchParams);
  const isNarrowed = parts.some((part) => part.isNarrowed());
  let count = 0;
  for (const event of events) {
    event.item.hidden = !parts.every((part) => part.fits(event));
    count += event.item.hidden ? 0 : 1;
  }
  for (const group of groups) group.hidden = !group.querySelector("li[data-first]:not([hidden])");
  for (const part of parts) part.show();
  const text = shown.dataset.shown.replace("{shown}", figures.format(count)).replace("{all}", figures.format(events.length));
  shown.querySelector("[role=status]").textContent = isNarrowed ? text : "";
  shown.querySelector("button").hidden = !isNarrowed;
};

/* The address -------------------------------------------------------------- */

/** The address as it is meant; that of the browser may be a little behind. */
let address = new URL(location);
let writing = null;

/** Browsers refuse to have their address written more often than this, in milliseconds, for long. */
const PAUSE = 350;

const write = (how) => {
  clearTimeout(writing);
  writing = null;
  if (address.href !== location.href) history[how](history.state, "", address);
};

/** Changes the address, and shows what it says. A change that is `kept` can be taken back by the browser's button. */
const choose = (change, { kept }) => {
  if (kept && writing) write("replaceState");
  change(address.searchParams);
  if (kept) write("pushState");
  else writing ??= setTimeout(write, PAUSE, "replaceState");
  apply();
};

/** The browser's button, or a link within the page. */
const follow = () => {
  clearTimeout(writing);
  writing = null;
  address = new URL(location);
  apply();
};

/* By type, actor, topic and attestation ------------------------------------ */

const FACETS = ["type", "actor", "topic", "attestation"];

class Filters {
  constructor() {
    this.fold = panel.querySelector("details");
    this.buttons = [...panel.querySelectorAll("[data-facet] a")].map((link) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = link.className;
      button.append(...link.childNodes);
      link.replaceWith(button);
      const { facet } = button.closest("[data-facet]").dataset;
      return { button, facet, id: link.dataset.id, count: button.querySelector(".count") };
    });
    panel.addEventListener("click", ({ target }) => {
      const pressed = this.buttons.find(({ button }) => button.contains(target));
      if (pressed && pressed.button.getAttribute("aria-disabled") !== "true") this.toggle(pressed);
    });
  }

  toggle({ facet, id }) {
    choose((parameters) => {
      const before = parameters.getAll(facet);
      parameters.delete(facet);
      for (const other of before.filter((other) => other !== id)) parameters.append(facet, other);
      if (!before.includes(id)) parameters.append(facet, id);
    }, { kept: true });
  }

  read(parameters) {
    this.chosen = new Map(FACETS.map((facet) => [facet, new Set(parameters.getAll(facet))]));
  }

  isNarrowed() {
    return FACETS.some((facet) => this.chosen.get(facet).size > 0);
  }

  /** Whether an event has one of the chosen types (it has but one), and all else that is chosen. */
  fits(event, but) {
    return FACETS.every((facet) => {
      const wanted = this.chosen.get(facet);
      if (facet === but || wanted.size === 0) return true;
      const has = (id) => event[facet].has(id);
      return facet === "type" ? [...wanted].some(has) : [...wanted].every(has);
    });
  }

  show() {
    const others = parts.filter((part) => part !== this);
    const open = events.filter((event) => others.every((part) => part.fits(event)));
    for (const { button, id, facet, count } of this.buttons) {
      const isPressed = this.chosen.get(facet).has(id);
      const fitting = open.filter((event) => event[facet].has(id) && this.fits(event, facet === "type" ? facet : null));
      button.setAttribute("aria-pressed", isPressed);
      // Not `disabled`: that would take the focus from a button that has just been pressed.
      button.setAttribute("aria-disabled", fitting.length === 0 && !isPressed);
      count.textContent = figures.format(fitting.length);
    }
    if (this.isNarrowed()) this.fold.open = true;
  }

  /** Where the reader goes on when everything is shown again. */
  home() {
    return this.fold.querySelector("summary");
  }
}

/* By time ------------------------------------------------------------------ */

/** The months or years of an overview, and their numbers. */
class Scale {
  constructor({ unit, from, to }) {
    this.byMonth = unit === "month";
    this.first = this.parse(from);
    this.length = this.parse(to) - this.first + 1;
    const words = (form) => new Intl.DateTimeFormat(language, { ...form, calendar: "gregory", timeZone: "UTC" });
    this.words = { year: words({ year: "numeric" }), month: words({ year: "numeric", month: "long" }) };
  }

  parse(id) {
    const [year, month] = id.split("-").map(Number);
    return this.byMonth ? year * 12 + (month || 1) - 1 : year;
  }

  /** Year, and month from 1. */
  start(at) {
    const number = at + this.first;
    return this.byMonth ? [Math.floor(number / 12), (number % 12) + 1] : [number, 1];
  }

  /** `2025-05` or `2025`. */
  id(at) {
    const [year, month] = this.start(at).map((number, place) => String(number).padStart(place ? 2 : 4, "0"));
    return this.byMonth ? `${year}-${month}` : year;
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

  label(at, unit = this.byMonth ? "month" : "year") {
    const [year, month] = this.start(at);
    const day = new Date(Date.UTC(2000, month - 1, 1));
    day.setUTCFullYear(year);
    return this.words[unit].format(day);
  }
}

/** A span of an overview that the reader chooses: by dragging, by two sliders, by the arrow keys. */
class Brush {
  constructor() {
    this.scale = new Scale(figure.dataset);
    this.plot = figure.querySelector(".overview-plot");
    this.drawing = this.plot.querySelector("svg");
    this.bars = [...this.drawing.querySelectorAll("a")];
    this.end = this.scale.length - 1;
    this.addControls();
    this.addShade();
    this.listen();
    this.listenToPointer();
  }

  addControls() {
    const { textFrom, textTo } = figure.dataset;
    const range = Object.assign(document.createElement("div"), { className: "overview-range" });
    [this.from, this.to] = [["from", textFrom], ["to", textTo]].map(([name, text]) => {
      const input = Object.assign(document.createElement("input"), { type: "range", min: 0, max: this.end, name });
      input.setAttribute("aria-label", text);
      range.append(input);
      return input;
    });
    this.label = Object.assign(document.createElement("p"), { className: "overview-span" });
    this.pages = Object.assign(document.createElement("p"), { className: "overview-pages", hidden: true });
    figure.querySelector(".overview-controls").append(range, this.label, this.pages);
  }

  /** What is not chosen, paled in the drawing. */
  addShade() {
    this.shade = [0, 1].map(() => {
      const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      rect.setAttribute("class", "unchosen");
      rect.setAttribute("height", this.drawing.viewBox.baseVal.height);
      this.drawing.append(rect);
      return rect;
    });
  }

  listen() {
    this.from.addEventListener("input", () => this.choose(+this.from.value, Math.max(+this.from.value, this.stop)));
    this.to.addEventListener("input", () => this.choose(Math.min(+this.to.value, this.start), +this.to.value));
  }

  listenToPointer() {
    let begun = null;
    const at = (event) => {
      const box = this.drawing.getBoundingClientRect();
      const part = (event.clientX - box.left) / box.width;
      // Where texts run from right to left, so does time.
      const place = getComputedStyle(this.plot).direction === "rtl" ? 1 - part : part;
      return Math.min(Math.max(Math.floor(place * this.scale.length), 0), this.end);
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
      const stop = (event) => event.preventDefault();
      if (begun?.moved) {
        this.drawing.addEventListener("click", stop, { capture: true, once: true });
        setTimeout(() => this.drawing.removeEventListener("click", stop, { capture: true }), 0);
      }
      begun = null;
      if (writing) write("replaceState");
    });
    this.drawing.addEventListener("dragstart", (event) => event.preventDefault());
  }

  /** Chooses the months or years from one to another, both included. */
  choose(start, stop) {
    const isAll = start === 0 && stop === this.end;
    const ends = isAll ? [] : [["from", this.scale.id(start)], ["to", this.scale.id(stop)]];
    choose((parameters) => {
      for (const key of ["from", "to"]) parameters.delete(key);
      for (const [key, id] of ends) parameters.set(key, id);
    }, { kept: false });
  }

  read(parameters) {
    const [from, to] = ["from", "to"].map((key) => this.scale.named(parameters.get(key)));
    this.start = from ?? 0;
    this.stop = Math.max(to ?? this.end, this.start);
  }

  isNarrowed() {
    return this.start > 0 || this.stop < this.end;
  }

  fits({ first, last }) {
    return !this.isNarrowed() || (this.scale.at(first) <= this.stop && this.scale.at(last) >= this.start);
  }

  show() {
    const { scale, start, stop } = this;
    for (const [input, value] of [[this.from, start], [this.to, stop]]) {
      input.value = value;
      input.setAttribute("aria-valuetext", scale.label(value));
    }
    const step = this.drawing.viewBox.baseVal.width / scale.length;
    const [before, after] = this.shade;
    before.setAttribute("width", start * step);
    after.setAttribute("x", (stop + 1) * step);
    after.setAttribute("width", (this.end - stop) * step);
    this.label.textContent = [...new Set([start, stop])].map((at) => scale.label(at)).join(" – ");
    this.lead();
  }

  /** A list that holds but the latest events leads to the pages that have the others, the latest first. */
  lead() {
    const isPart = events.length < +figure.dataset.total;
    const inside = this.bars.filter(({ dataset }) => +dataset.at >= this.start && +dataset.at <= this.stop);
    this.pages.hidden = !isPart || !this.isNarrowed() || inside.length === 0;
    if (this.pages.hidden) return;
    const byYear = this.scale.byMonth && inside.length > MOST_MONTHS;
    const pages = new Map(inside.reverse().map(({ href, dataset }) => {
      const { pathname } = new URL(byYear ? ".." : "", new URL(href.baseVal, location));
      return [pathname, this.scale.label(+dataset.at, byYear ? "year" : undefined)];
    }));
    const links = [...pages].map(([href, textContent]) => Object.assign(document.createElement("a"), { href, textContent }));
    this.pages.replaceChildren(`${figure.dataset.textPages} `, ...links.flatMap((link, place) => (place ? [" · ", link] : [link])));
  }

  home() {
    return this.from;
  }
}

/** Of more months than these, their years are named instead. */
const MOST_MONTHS = 12;

if (shown) {
  if (figure) parts.push(new Brush());
  if (panel) parts.push(new Filters());
  shown.querySelector("button").addEventListener("click", () => {
    const home = parts.findLast((part) => part.isNarrowed())?.home();
    choose((parameters) => [...FACETS, "from", "to"].forEach((key) => parameters.delete(key)), { kept: true });
    home?.focus();
  });
  addEventListener("popstate", follow);
  apply();
}

/*
 * What every page can do with a script: colours, light or dark, as the reader chooses them; keys that open
 * the search. Pages are whole without it. No words are in here: texts come from the page.
 */

/** Settings of the reader's; a browser may refuse to keep any, and they then hold for this page. */
const kept = {
  get(name) {
    try { return localStorage.getItem(name); } catch { return null; }
  },
  set(name, value) {
    try {
      if (value === null) localStorage.removeItem(name);
      else localStorage.setItem(name, value);
    } catch { /* For this page, then. */ }
  },
};

/* Colours ------------------------------------------------------------------ */

const SCHEME = "dateline.scheme";
const root = document.documentElement;
const systemIsDark = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : systemIsDark.matches);

/** Takes on what the reader has chosen, here or in another tab; else what the system says. */
const colour = () => {
  const chosen = kept.get(SCHEME);
  if (["light", "dark"].includes(chosen)) root.dataset.scheme = chosen;
  else delete root.dataset.scheme;
};
// At once, so that no page is seen in the other colours first.
colour();

const offerColours = (button) => {
  // The button says what it leads to.
  const say = () => { button.textContent = isDark() ? button.dataset.textLight : button.dataset.textDark; };
  const renew = () => {
    colour();
    say();
  };
  button.addEventListener("click", () => {
    const chosen = isDark() ? "light" : "dark";
    // Back at what the system says, nothing is kept: pages follow the system again.
    const isSystems = (chosen === "dark") === systemIsDark.matches;
    if (isSystems) delete root.dataset.scheme;
    else root.dataset.scheme = chosen;
    kept.set(SCHEME, isSystems ? null : chosen);
    say();
  });
  systemIsDark.addEventListener("change", say);
  addEventListener("storage", renew);
  // A page that the browser has kept aside may come back to other colours.
  addEventListener("pageshow", ({ persisted }) => { if (persisted) renew(); });
  say();
  button.hidden = false;
};

/* Keys that open the search ------------------------------------------------ */

const SLASH = "dateline.slash";
const search = document.querySelector("script[data-search]")?.dataset.search;
let slashOpens = kept.get(SLASH) !== "off";

const NO_TEXT = ["button", "checkbox", "color", "file", "image", "radio", "range", "reset", "submit"];
const isTyped = (target) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches("textarea, select") || (target.matches("input") && !NO_TEXT.includes(target.type)));

/** Ctrl-K, or Command-K, or a slash. In alphabets without a K the key at its place counts. */
const isOpening = (event) => {
  const control = event.ctrlKey || event.metaKey;
  if (event.altKey) return false;
  if (!control) return slashOpens && event.key === "/";
  return !event.shiftKey && (/^[a-z]$/i.test(event.key) ? event.key.toLowerCase() === "k" : event.code === "KeyK");
};

const openByKey = (event) => {
  if (event.defaultPrevented || event.isComposing || event.repeat) return;
  const [target] = event.composedPath();
  // A day takes slashes, but no letters.
  const takesKey = isTyped(target) && (target.type !== "date" || event.key === "/");
  if (takesKey || !isOpening(event)) return;
  event.preventDefault();
  const field = document.querySelector("form[data-index] [type=search]");
  if (field) field.select();
  else location.assign(`${search}#q`);
};

/** A single key is a nuisance to who speaks or switches instead of typing, so it can be turned off (WCAG 2.1.4). */
const offerSlash = (setting) => {
  setting.checked = slashOpens;
  setting.addEventListener("change", () => {
    slashOpens = setting.checked;
    kept.set(SLASH, slashOpens ? null : "off");
  });
};

const begin = () => {
  const [colours, slash] = ["button.scheme", "input[data-slash]"].map((pattern) => document.querySelector(pattern));
  if (colours) offerColours(colours);
  if (slash) offerSlash(slash);
};
if (search) document.addEventListener("keydown", openByKey);
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
else begin();

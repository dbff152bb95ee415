// What every page can do with a script: colours, light or dark, as the reader chooses them.
// Pages are whole without it.

const KEY = "dateline-scheme";
const root = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");

/** The reader's choice; a browser that keeps nothing has none. */
function kept() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function keep(scheme) {
  try {
    if (scheme) localStorage.setItem(KEY, scheme);
    else localStorage.removeItem(KEY);
  } catch {
    // The choice holds for this page then.
  }
}

function isDark() {
  return root.dataset.scheme ? root.dataset.scheme === "dark" : dark.matches;
}

if (["light", "dark"].includes(kept())) root.dataset.scheme = kept();

function setUp() {
  const button = document.querySelector("button.scheme");
  if (!button) return;
  // The button says what it leads to.
  const say = () => {
    button.textContent = isDark() ? button.dataset.textLight : button.dataset.textDark;
  };
  button.addEventListener("click", () => {
    const chosen = isDark() ? "light" : "dark";
    const isTheirs = (chosen === "dark") === dark.matches;
    root.dataset.scheme = chosen;
    // Back at what the system says, nothing is kept: the page follows the system again.
    keep(isTheirs ? null : chosen);
    say();
  });
  dark.addEventListener("change", say);
  say();
  button.hidden = false;
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", setUp);
else setUp();

/*
 * Buttons for what can be cited: the address, the citations, the entries for reference managers. Without
 * this script all of it can be selected and copied by hand, so it adds no text that is not on the page.
 *
 * A section says how its buttons are called (data-copy, data-copied, data-save); in it data-text marks
 * what can be copied, and data-file what can be saved, under which name.
 */

const types = {
  bib: "application/x-bibtex",
  ris: "application/x-research-info-systems",
  json: "application/vnd.citationstyles.csl+json",
};

/** What a reader would select: of the address the address alone. */
function selected(node) {
  return node.querySelector("a") ?? node;
}

/** What a text is called: the words before it. */
function nameOf(node) {
  const before = node.matches("pre") ? node.closest("details")?.querySelector("summary") : node.previousElementSibling;
  return before?.matches("dt, summary") ? before.textContent : "";
}

/** A button, with the name of what it is for where only screen readers need it. */
function add(place, label, name, click) {
  const button = document.createElement("button");
  const said = document.createElement("span");
  button.type = "button";
  button.setAttribute("aria-live", "polite");
  said.className = "visually-hidden";
  said.textContent = name && ` (${name})`;
  button.append(label, said);
  button.addEventListener("click", () => click((words) => { button.firstChild.textContent = words; }));
  place.append(" ", button);
}

/** Copies, and says so for a moment. Where the clipboard is not to be had the text is selected. */
async function copy(node, text, words, say) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    getSelection()?.selectAllChildren(selected(node));
    return;
  }
  say(words.copied);
  setTimeout(say, 2000, words.copy);
}

/** Saves a text as a file. */
function save(name, text) {
  const type = types[name.split(".").pop()] ?? "text/plain";
  const href = URL.createObjectURL(new Blob([text, "\n"], { type }));
  Object.assign(document.createElement("a"), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
}

for (const section of document.querySelectorAll("section[data-copy]")) {
  const words = { ...section.dataset };
  for (const node of section.querySelectorAll("[data-text]")) {
    const text = selected(node).textContent.trim();
    const name = nameOf(node);
    const place = node.matches("pre") ? document.createElement("p") : node;
    if (place !== node) node.after(place);
    add(place, words.copy, name, (say) => copy(node, text, words, say));
    if (node.dataset.file) add(place, words.save, name, () => save(node.dataset.file, text));
  }
}

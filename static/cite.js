/*
 * Buttons for what can be taken from a page: its address, citations, entries for reference managers, the
 * HTML of its frame. Without this script all of it can be selected and copied by hand, so it adds no
 * text that is not on the page.
 *
 * A part of the page says how its buttons are called (data-copy, data-copied, data-save); in it data-text
 * marks what can be copied, and data-file what can be saved, under which name.
 */

const types = {
  bib: "application/x-bibtex",
  ris: "application/x-research-info-systems",
  json: "application/vnd.citationstyles.csl+json",
};

/** What a text is called: the term that it stands under, or what unfolds it. */
function nameOf(node) {
  const term = node.closest("dd")?.previousElementSibling ?? node.closest("details")?.querySelector("summary");
  return term?.textContent.trim() ?? "";
}

/** A button, with the name of what it is for where only screen readers need it. */
function add(place, label, name, click) {
  const button = document.createElement("button");
  const said = document.createElement("span");
  button.type = "button";
  said.className = "visually-hidden";
  said.textContent = name && ` (${name})`;
  button.append(label, said);
  button.addEventListener("click", () => click(button.firstChild));
  place.append(button);
}

/** Selects a text, as a reader would. */
function select(node) {
  if (node.select) node.select();
  else getSelection().selectAllChildren(node.querySelector("a") ?? node);
}

/** Copies; where the page may not (it came by plain http, or the reader has forbidden it) the old way, which copies what is selected. */
async function copy(node, text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    select(node);
    return document.execCommand("copy");
  }
}

/** Saves a text as a file. */
function save(name, text) {
  const type = types[name.split(".").pop()] ?? "text/plain";
  const href = URL.createObjectURL(new Blob([text, "\n"], { type }));
  Object.assign(document.createElement("a"), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
}

for (const part of document.querySelectorAll("[data-copy]")) {
  const words = { ...part.dataset };
  const status = document.createElement("p");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  part.append(status);
  let timer;
  let told;
  const fallSilent = () => {
    clearTimeout(timer);
    status.textContent = "";
    if (told) told.data = words.copy;
  };
  /** Says for a moment, on the button and to screen readers, that it is done. */
  const say = (label) => {
    fallSilent();
    told = label;
    label.data = words.copied;
    status.textContent = words.copied;
    timer = setTimeout(fallSilent, 2000);
  };
  for (const node of part.querySelectorAll("[data-text]")) {
    const text = (node.value ?? node.textContent).trim();
    const name = nameOf(node);
    const place = document.createElement("p");
    place.className = "buttons";
    node.after(place);
    add(place, words.copy, name, async (label) => {
      if (await copy(node, text)) say(label);
    });
    if (node.dataset.file) add(place, words.save, name, () => save(node.dataset.file, text));
  }
}

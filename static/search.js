/*
 * The search page. Pagefind finds, in a worker; this asks it and shows what it answers.
 *
 * The address is the state: words, filters and order stand in it, and every change of it is shown. So
 * reload, back, forward and a link that is sent around all lead to the same results. No words are in
 * here: texts, and the pattern of a result, come from the page (templates/components/search.html).
 */

const form = document.querySelector("form[data-index]");
const field = form.querySelector("[type=search]");
const order = form.querySelector("select");
const status = form.querySelector("[role=status]");
const clear = form.querySelector("[type=reset]");
const browse = document.getElementById("browse");
const results = document.querySelector(".results");
const list = results.querySelector("ol");
const none = results.querySelector(".none");
const more = results.querySelector("button");
const pattern = document.getElementById("result").content.firstElementChild;
const { base, index } = form.dataset;
const figures = new Intl.NumberFormat(document.documentElement.lang || undefined);

/** How many results are shown, and how many more at a time. */
const STEP = 10;
/** How many choices a facet shows at first. */
const CHOICES = 12;
/** How many actors a result names. */
const ACTORS = 4;
/** How long typing has to rest, in milliseconds. */
const REST = 200;
/** Of these facets one of the chosen has to fit; of the others all, for an event has several actors and topics. */
const ONE_OF = ["type", "place", "publisher", "year"];

const facets = new Map([...form.querySelectorAll("[data-facet]")].map((fold) => [fold.dataset.facet, { fold, choices: new Map() }]));

/* The address -------------------------------------------------------------- */

const stateNow = () => {
  const parameters = new URLSearchParams(location.search);
  const chosen = new Map([...facets.keys()].map((facet) => [facet, new Set(parameters.getAll(facet))]));
  const sort = [...order.options].map(({ value }) => value).find((value) => value === parameters.get("sort")) ?? "";
  return { words: parameters.get("q") ?? "", sort, chosen };
};

const isFiltered = ({ chosen }) => [...chosen.values()].some((ids) => ids.size > 0);
const isAsked = (state) => state.words.trim() !== "" || isFiltered(state);

/** Changes the state, and shows it. A change that is `kept` can be taken back by the browser's button. */
const change = (edit, { kept }) => {
  const state = stateNow();
  edit(state);
  const address = new URL(location.pathname, location);
  if (state.words) address.searchParams.set("q", state.words);
  for (const [facet, ids] of state.chosen) for (const id of ids) address.searchParams.append(facet, id);
  if (state.sort) address.searchParams.set("sort", state.sort);
  if (address.href !== location.href) history[kept ? "pushState" : "replaceState"](null, "", address);
  show();
};

/* Pagefind ----------------------------------------------------------------- */

let loading;
/** Loads the index, once it is needed. */
const load = () => (loading ??= start().catch((error) => {
  loading = undefined;
  throw error;
}));

const start = async () => {
  const pagefind = await import(new URL(`${index}pagefind.js`, location));
  await pagefind.options({ excerptLength: 36, excerptEllipsis: "…" });
  offer(await pagefind.filters());
  return pagefind;
};

/** A value of a facet: `ID NAME`. */
const parsed = (value) => {
  const [id] = value.split(" ", 1);
  return { value, id, name: value.slice(id.length + 1) || id };
};

/** Makes the choices of each facet, the most frequent first, years in their order. */
const offer = (values) => {
  for (const [facet, { fold, choices }] of facets) {
    const all = Object.entries(values[facet] ?? {}).map(([value, total]) => ({ ...parsed(value), total }));
    all.sort((a, b) => (facet === "year" ? b.id - a.id : b.total - a.total || a.name.localeCompare(b.name)));
    for (const one of all) choices.set(one.id, choice(facet, one));
    fold.querySelector("ul").replaceChildren(...[...choices.values()].map(({ item }) => item));
    fold.hidden = choices.size === 0;
  }
  mark(stateNow());
  count(null);
};

const choice = (facet, { id, value, name, total }) => {
  const [item, label, input, count] = ["li", "label", "input", "span"].map((tag) => document.createElement(tag));
  input.type = "checkbox";
  input.addEventListener("change", () => change(({ chosen }) => chosen.get(facet)[input.checked ? "add" : "delete"](id), { kept: true }));
  count.className = "count";
  count.textContent = figures.format(total);
  label.append(input, ` ${name} `, count);
  item.append(label);
  return { item, input, count, value, total };
};

/** Sets the fields to the state, but for words that are just being typed. */
const mark = (state) => {
  if (!typing && field.value !== state.words) field.value = state.words;
  order.value = state.sort;
  clear.hidden = !isAsked(state);
  for (const [facet, { fold, choices }] of facets) {
    const ids = state.chosen.get(facet);
    for (const [id, { input }] of choices) input.checked = ids.has(id);
    fold.querySelector("summary .count").textContent = ids.size || "";
  }
};

/** Says at each choice how many events there would be. Those without any give way, and the rare ones of many. */
const count = (counts) => {
  for (const [facet, { fold, choices }] of facets) {
    let shown = 0;
    let rest = 0;
    for (const { item, input, count, value, total } of choices.values()) {
      const number = counts ? (counts[facet]?.[value] ?? 0) : total;
      count.textContent = figures.format(number);
      const isNone = number === 0 && !input.checked;
      const isRest = !isNone && !input.checked && shown >= CHOICES && !fold.hasAttribute("data-all");
      item.hidden = isNone || isRest;
      shown += item.hidden ? 0 : 1;
      rest += isRest ? 1 : 0;
    }
    fold.querySelector("button").hidden = rest === 0;
  }
};

/** Shows the rare choices of a facet too. */
for (const { fold, choices } of facets.values()) {
  fold.querySelector("button").addEventListener("click", () => {
    const rare = [...choices.values()].filter(({ item }) => item.hidden);
    fold.setAttribute("data-all", "");
    count(counted);
    rare.find(({ item }) => !item.hidden)?.input.focus();
  });
}

const filtersOf = ({ chosen }, but) => {
  const filters = {};
  for (const [facet, ids] of chosen) {
    if (ids.size === 0 || facet === but) continue;
    const values = [...ids].map((id) => facets.get(facet).choices.get(id)?.value ?? id);
    filters[facet] = ONE_OF.includes(facet) ? { any: values } : values;
  }
  return filters;
};

/** The events, and how many there are for each choice: where one of several is enough, as if none were chosen yet. */
const ask = async (state) => {
  const pagefind = await load();
  // Whatever marks a phrase is quoted with, Pagefind knows but these.
  const words = state.words.trim().replace(/[“”„«»]/g, '"') || null;
  const sort = state.sort === "oldest" ? { date: "asc" } : state.sort === "newest" || !words ? { date: "desc" } : {};
  const open = ONE_OF.filter((facet) => state.chosen.get(facet).size > 0);
  const [answer, ...others] = await Promise.all([
    pagefind.search(words, { filters: filtersOf(state), sort }),
    ...open.map((facet) => pagefind.search(words, { filters: filtersOf(state, facet) })),
  ]);
  const counts = { ...answer.filters };
  open.forEach((facet, at) => { counts[facet] = others[at].filters[facet]; });
  return { events: answer.results, counts };
};

/* Results ------------------------------------------------------------------ */

/** What was found last: it is shown piece by piece. */
let found = [];
/** How many events there are for each choice; null before anything is asked. */
let counted = null;
let turn = 0;
/** Runs while words are being typed. */
let typing = null;

const show = async (before = {}) => {
  const mine = ++turn;
  const state = stateNow();
  mark(state);
  browse.hidden = isAsked(state);
  results.hidden = !isAsked(state);
  if (!isAsked(state)) {
    status.textContent = "";
    found = [];
    list.replaceChildren();
    count((counted = null));
    return;
  }
  // On a slow line the first answer takes its time; a fast one is not announced twice.
  const slow = setTimeout(() => { status.textContent = form.dataset.searching; }, 500);
  try {
    const { events, counts } = await ask(state);
    const items = await itemsOf(events.slice(0, before.shown ?? STEP), state);
    if (mine !== turn) return;
    found = events;
    count((counted = counts));
    list.replaceChildren(...items);
    none.hidden = events.length > 0;
    more.hidden = items.length >= events.length;
    clearTimeout(slow);
    status.textContent = form.dataset.found.replace("{count}", figures.format(events.length));
    if (before.focus >= 0) links()[before.focus]?.focus({ preventScroll: true });
    if (before.top > 0) scrollTo({ top: before.top, behavior: "instant" });
  } catch (error) {
    console.warn(error);
    if (mine !== turn) return;
    browse.hidden = false;
    results.hidden = true;
    clearTimeout(slow);
    status.textContent = form.dataset.failed;
  } finally {
    clearTimeout(slow);
  }
};

const itemsOf = async (events, state) => {
  const marked = wordsOf(state.words);
  return (await Promise.all(events.map((event) => event.data()))).map((data) => itemOf(data, marked));
};

const itemOf = ({ raw_url, url, meta, filters, excerpt }, marked) => {
  const item = pattern.cloneNode(true);
  const of = (facet) => (filters[facet] ?? []).map(parsed);
  item.className = filters.class?.[0] ?? "";
  item.querySelector(".on").textContent = meta.date;
  const title = item.querySelector(".what a");
  title.href = base + (raw_url ?? url);
  title.append(...highlighted(meta.title, marked));
  item.querySelector(".excerpt").append(...ofExcerpt(excerpt));
  const type = item.querySelector(".type");
  const [kind] = of("type");
  type.href = `${base}types/${kind.id}/`;
  type.textContent = kind.name;
  const marks = [...(filters.mark ?? []), ...of("attestation").map(({ id }) => id)];
  for (const place of item.querySelectorAll("[data-mark]")) {
    if (!marks.includes(place.dataset.mark)) place.remove();
  }
  const about = item.querySelector(".about");
  const actors = of("actor");
  const named = actors.slice(0, ACTORS).flatMap((actor, at) => [at ? form.dataset.comma : " · ", link("actors", actor)]);
  about.append(...named, actors.length > ACTORS ? `${form.dataset.comma}…` : "", ...of("place").flatMap((place) => [" · ", link("places", place)]));
  return item;
};

const link = (folder, { id, name }) => {
  const link = document.createElement("a");
  link.href = `${base}${folder}/${id}/`;
  link.textContent = name;
  link.dir = "auto";
  return link;
};

const highlight = (text) => {
  const mark = document.createElement("mark");
  mark.textContent = text;
  return mark;
};

/** An excerpt as nodes: Pagefind gives it as HTML in which only `<mark>` is not escaped. */
const ofExcerpt = (html) => {
  const text = (part) => part.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  return html.split(/<mark>(.*?)<\/mark>/s).flatMap((part, at) => {
    if (at % 2 === 0) return text(part);
    // The mark is for the word, not for the comma after it.
    const [, before, word, after] = text(part).match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su);
    return [before, highlight(word), after];
  });
};

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const wordsOf = (text) => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** A headline as nodes. Pagefind marks none in it; here words are, of which one is the beginning of the other. */
const highlighted = (text, words) => {
  const isFound = (part) => {
    const own = plain(part);
    return words.some((word) => own.startsWith(word) || (own.length > 3 && word.startsWith(own)));
  };
  return text.split(/([\p{L}\p{M}\p{N}]+)/u).map((part, at) => (at % 2 && isFound(part) ? highlight(part) : part));
};

more.addEventListener("click", async () => {
  const [mine, from] = [turn, list.children.length];
  const items = await itemsOf(found.slice(from, from + STEP), stateNow());
  if (mine !== turn) return;
  list.append(...items);
  more.hidden = list.children.length >= found.length;
  items[0]?.querySelector(".what a").focus();
});

/* What the reader does ----------------------------------------------------- */

/** What was typed is done with. */
const settle = () => {
  clearTimeout(typing);
  typing = null;
};
field.addEventListener("input", () => {
  settle();
  typing = setTimeout(() => {
    settle();
    change((state) => { state.words = field.value; }, { kept: false });
  }, REST);
});
order.addEventListener("change", () => change((state) => { state.sort = order.value; }, { kept: true }));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  settle();
  change((state) => { state.words = field.value; }, { kept: true });
});
form.addEventListener("reset", (event) => {
  event.preventDefault();
  settle();
  field.focus();
  change((state) => {
    state.words = state.sort = "";
    for (const ids of state.chosen.values()) ids.clear();
  }, { kept: true });
});
addEventListener("popstate", () => {
  settle();
  show();
});

/** The choices are there once somebody turns to the form, and the first answer is then fast. */
for (const turnedTo of ["focusin", "pointerdown", "toggle"]) {
  form.addEventListener(turnedTo, () => { load().catch(() => { status.textContent = form.dataset.failed; }); }, { capture: true, once: true });
}

/** From the field down to the results, along them, and back up. */
const links = () => [...list.querySelectorAll(".what a")];
document.querySelector("main").addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return;
  const all = links();
  const at = event.target === field ? -1 : all.indexOf(event.target);
  if (event.target !== field && at < 0) return;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Escape: -1 }[event.key];
  if (to === undefined || to === at || to < -1 || to >= all.length || (at < 0 && to < 0)) return;
  event.preventDefault();
  (to < 0 ? field : all[to]).focus();
});

/* Coming back -------------------------------------------------------------- */

const PLACE = "dateline.search";
addEventListener("pagehide", () => {
  const place = { address: location.href, shown: list.children.length || undefined, focus: links().indexOf(document.activeElement), top: scrollY };
  try { sessionStorage.setItem(PLACE, JSON.stringify(place)); } catch { /* The page then begins at its top. */ }
});

const placeBefore = () => {
  const [{ type }] = performance.getEntriesByType("navigation");
  if (type !== "back_forward" && type !== "reload") return {};
  try {
    const place = JSON.parse(sessionStorage.getItem(PLACE)) ?? {};
    return place.address === location.href ? place : {};
  } catch {
    return {};
  }
};

if (location.hash === "#q") {
  history.replaceState(null, "", location.pathname + location.search);
  field.focus();
}
show(placeBefore());

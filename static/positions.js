/*
 * Positions as of a day: `?on=2025-05-12`. The page holds the latest ones; this script asks for all of them once
 * a day is chosen. Without it there are the pages of the years. No words are in here: texts come from the page.
 */

const form = document.querySelector("form.as-of");
const status = form.querySelector("[role=status]");
const pattern = document.querySelector("#position");
const cells = [...document.querySelectorAll("td[data-topic]")].map((cell) => ({ cell, latest: [...cell.childNodes] }));
const { lang } = document.documentElement;
// The day before the month, as the page has it.
const dates = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, { dateStyle: "long", timeZone: "UTC" });

let positions = null;

/** All positions by topic and actor, each list in order of time. */
const load = async () => {
  const response = await fetch(form.dataset.positions);
  if (!response.ok) throw new Error(response.statusText);
  const file = await response.json();
  return Map.groupBy(file.positions, ({ topic, actor }) => `${topic} ${actor}`);
};

/** What stands in a cell: a position, under the actor's name where cells are no columns. */
const filled = (position, whose) => {
  const parts = pattern.content.cloneNode(true);
  const [when, text, conditions, source] = parts.children;
  when.textContent = position.date_words;
  text.textContent = position.text;
  const condition = conditions.firstElementChild;
  conditions.replaceChildren(...position.conditions.map((words) => {
    const item = condition.cloneNode(true);
    item.lastElementChild.textContent = words;
    return item;
  }));
  if (position.conditions.length === 0) conditions.remove();
  Object.assign(source.firstElementChild, { textContent: position.event_title, href: new URL(position.event_url).pathname });
  return whose ? [whose.cloneNode(true), ...parts.childNodes] : [...parts.childNodes];
};

/** The last position stated by a day; several where reports of its event give it in different words. */
const latestOf = (all, day) => {
  const last = all.findLast((position) => position.first_day <= day);
  const words = ({ text, conditions }) => JSON.stringify([text, conditions]);
  const ofEvent = all.filter((position) => position.event === last?.event);
  return ofEvent.filter((one, at) => ofEvent.findIndex((other) => words(other) === words(one)) === at);
};

/** A topic on which nothing is shown has no row. */
const showRows = () => {
  for (const row of document.querySelectorAll("tbody tr")) row.hidden = [...row.querySelectorAll("td")].every((cell) => !cell.hasChildNodes());
};

/** Shows the positions of the day in the address, or the latest. */
const show = async () => {
  const day = new URL(location).searchParams.get("on") ?? "";
  const isDay = /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day));
  form.elements.on.value = isDay ? day : "";
  if (!isDay) {
    for (const { cell, latest } of cells) cell.replaceChildren(...latest);
    showRows();
    status.textContent = "";
    return;
  }
  try {
    positions ??= await load();
  } catch {
    status.textContent = status.dataset.failed;
    return;
  }
  for (const { cell, latest } of cells) {
    const { topic, actor } = cell.dataset;
    const whose = latest.find((node) => node.className === "whose");
    cell.replaceChildren(...latestOf(positions.get(`${topic} ${actor}`) ?? [], day).flatMap((position, at) => filled(position, at === 0 ? whose : null)));
  }
  showRows();
  status.textContent = status.dataset.text.replace("{date}", dates.format(new Date(day)));
};

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const address = new URL(location);
  if (form.elements.on.value) address.searchParams.set("on", form.elements.on.value);
  else address.searchParams.delete("on");
  history.pushState(null, "", address);
  show();
});
addEventListener("popstate", show);
form.hidden = false;
show();

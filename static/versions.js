/*
 * How an event stood on a day: `?on=2025-05-12`. The versions stand on the page, each with an address of its own; this
 * script says which of them it was. No words are in here: texts come from the page.
 */

const notice = document.querySelector("[data-as-known]");
const form = document.querySelector(".versions")?.parentElement.querySelector("form");
const versions = [...document.querySelectorAll(".versions > li")];
const { lang } = document.documentElement;
// The day before the month, as the page has it.
const dates = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, { dateStyle: "long", timeZone: "UTC" });

/** What to say of a day, and the version that it is about, if it is not the present one. */
const judged = (day) => {
  const { published, before, same, then, unknown } = notice.dataset;
  const at = versions.findIndex((version) => (version.dataset.from ?? "") <= day);
  const version = versions[at];
  if (versions.length === 0) return { text: day < published ? before : same };
  if (!version) return { text: before };
  if (at === 0) return { text: same, version };
  return { text: version.dataset.from ? then : unknown, version };
};

const day = new URL(location).searchParams.get("on") ?? "";
if (/^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day))) {
  const { text, version } = judged(day);
  const parts = text.replace("{date}", dates.format(new Date(day))).split("{version}");
  const link = version?.querySelector("a").cloneNode(true);
  notice.replaceChildren(parts[0], ...parts.slice(1).flatMap((part) => [link, part]));
  notice.hidden = false;
  version?.setAttribute("aria-current", "true");
  if (form) form.elements.on.value = day;
}
if (form) form.hidden = false;

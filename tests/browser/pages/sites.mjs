// The built sites whose pages are tested, and which of their pages.
import fs from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const REPOSITORY = fileURLToPath(new URL("../../..", import.meta.url));

/** Where `pages/build.mjs` puts the sites. */
export const WORK = process.env.PAGES ?? path.join(REPOSITORY, "target/pages");

/** The sites: each a name, the folder, the path below its host, its address, and its language. */
export const sites = async () => {
    const list = await fs.readFile(path.join(WORK, "sites.json"), "utf8").catch(() => {
        throw new Error("the sites are not built: run `.ci/test pages`, or first `node pages/build.mjs`");
    });
    return JSON.parse(list);
};

/** All pages of a site: the path below the site's, and the size of the file. */
export const pagesOf = async ({ folder }) => {
    const files = await fs.readdir(folder, { recursive: true });
    const pages = files.filter((file) => file.endsWith(".html")).sort();
    return Promise.all(pages.map(async (file) => ({
        file: path.join(folder, file),
        path: file.replace(/(^|\/)index\.html$/, "$1"),
        bytes: (await fs.stat(path.join(folder, file))).size,
    })));
};

/** What kind of page stands at a path: `events/ID`, `YYYY/MM`, `actors/ID/part`, `actors/ID/embed`; a page at the top is a kind by itself. */
export const kindOf = (page) => {
    const [first = "home", ...rest] = page.split("/").filter((part) => part);
    if (/^\d+$/.test(first)) return [first, ...rest].map((part) => "N".repeat(part.length)).join("/");
    if (/^\d{4}$/.test(rest[0]) && ["positions", "contacts"].includes(first)) return `${first}/NNNN`;
    return [first, ...rest.slice(0, 2).map((part, at) => (part === "embed" ? part : ["ID", "part"][at]))].join("/");
};

/** The kind of a page of which the path does not tell all: an event's address may lead to one that was withdrawn, or to a choice. */
const kindWithin = (kind, html) => {
    if (kind !== "events/ID") return kind;
    if (!html.includes("<article")) return "events/choice";
    return html.includes('<article class="event">') ? "events/withdrawn" : kind;
};

/** The classes that a page uses: what it is made of. */
const classesOf = (html) => [...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, names]) => names.split(" "));

/**
 * A page of every kind: the largest, for what goes wrong on a smaller one goes wrong there too. With `allParts`, of a small
 * site as many more as it takes to see all that pages of the kind are made of.
 */
export const pagesOfEveryKind = async (site, { allParts = false } = {}) => {
    const seen = new Map();
    const chosen = [];
    const pages = (await pagesOf(site)).sort((a, b) => b.bytes - a.bytes);
    for (const page of pages) {
        // Only of the small site every file is read: it has some of each.
        if (seen.has(kindOf(page.path)) && !site.isSmall) continue;
        const html = await fs.readFile(page.file, "utf8");
        if (/http-equiv="refresh"/.test(html)) continue;
        const kind = kindWithin(kindOf(page.path), html);
        if (seen.has(kind) && !allParts) continue;
        const before = seen.get(kind) ?? new Set();
        const after = new Set([...before, ...classesOf(html)]);
        if (!seen.has(kind) || after.size > before.size) chosen.push({ ...page, kind });
        seen.set(kind, after);
    }
    return chosen;
};

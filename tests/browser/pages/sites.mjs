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

/** What kind of page stands at a path: `events/ID`, `YYYY/MM`, `actors/ID/YYYY`; a page at the top is a kind by itself. */
export const kindOf = (page) => {
    const [first, ...rest] = page.split("/").filter((part) => part);
    const isNumber = (part) => /^\d+$/.test(part);
    const named = (part) => (isNumber(part) ? "N".repeat(part.length) : "ID");
    return [first && isNumber(first) ? named(first) : (first ?? "home"), ...rest.map(named)].join("/");
};

/** The classes that a page uses: two pages of a kind that use the same look alike. */
const classesOf = (html) => [...new Set([...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, names]) => names.split(" ")))].sort().join(" ");

/**
 * A page of every kind: the largest, for what goes wrong on a smaller one goes wrong there too. Of the
 * small site with a bit of everything, one of every kind and look.
 */
export const pagesOfEveryKind = async (site) => {
    const largest = new Map();
    for (const page of await pagesOf(site)) {
        const kind = kindOf(page.path);
        const html = await fs.readFile(page.file, "utf8");
        if (/http-equiv="refresh"/.test(html)) continue;
        const key = site.name === "fixture" ? `${kind} ${classesOf(html)}` : kind;
        if (!(largest.get(key)?.bytes >= page.bytes)) largest.set(key, { ...page, kind });
    }
    return [...largest.values()];
};

// Every address within a site leads somewhere, with its fragment; nothing is loaded from another host; no two elements have one id.
import assert from "node:assert/strict";
import fs from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";

import { Parser } from "htmlparser2";

import { pagesOf, sites } from "./sites.mjs";

/** Elements that load what their attribute names. */
const LOADING = { img: "src", script: "src", source: "src", iframe: "src", use: "href", image: "href" };

/** What a page holds: ids, links, and what is wrong with it by itself. */
const read = (html) => {
    const page = { ids: new Set(), links: [], loads: [], styles: 0, faults: [] };
    const add = (list, address) => address !== undefined && list.push(address);
    const open = (name, attributes) => {
        const { id, href, rel = "" } = attributes;
        if (id !== undefined && page.ids.has(id)) page.faults.push(`two elements have the id ${id}`);
        if (id !== undefined) page.ids.add(id);
        if (name === "a" || (name === "link" && /canonical|alternate|next|prev/.test(rel))) add(page.links, href);
        else if (name === "link") add(page.loads, href);
        if (name in LOADING) add(page.loads, attributes[LOADING[name]]);
        if (/\bstylesheet\b/.test(rel)) page.styles += 1;
        if (name === "script" && (attributes.type !== "module" || attributes.src === undefined)
            && attributes.type !== "application/ld+json") page.faults.push("a script that is no module of its own file");
        if (name === "style" || attributes.style !== undefined) page.faults.push("style in the page");
        if (name === "img" && !["alt", "width", "height"].every((key) => key in attributes)) page.faults.push(`an image without words or size: ${attributes.src}`);
        // The mark stands in the header, and is the icon, which is loaded anyhow.
        if (name === "img" && attributes.loading !== "lazy" && attributes.class !== "site-mark") page.faults.push(`an image that does not wait: ${attributes.src}`);
    };
    const parser = new Parser({ onopentag: open }, { decodeEntities: true });
    parser.end(html);
    return page;
};

const readAll = async (site) => {
    const pages = new Map();
    for (const { path: at, file } of await pagesOf(site)) pages.set(at, read(await fs.readFile(file, "utf8")));
    return pages;
};

/** What an address on a page leads to within the site: path and fragment. Nothing for other sites. */
const within = (site, at, address) => {
    const own = new URL(site.address);
    const url = new URL(address, new URL(at, own));
    if (url.origin !== own.origin || !url.pathname.startsWith(own.pathname)) return null;
    return { path: decodeURIComponent(url.pathname.slice(own.pathname.length)), fragment: decodeURIComponent(url.hash.slice(1)) };
};

const faultsOf = (site, pages, files) => {
    const faults = [];
    let seen = 0;
    for (const [at, page] of pages) {
        faults.push(...page.faults.map((fault) => `/${at}: ${fault}`));
        for (const address of [...page.links, ...page.loads]) {
            const target = within(site, at, address);
            if (!target) continue;
            seen += 1;
            const there = pages.get(target.path.replace(/(^|\/)index\.html$/, "$1"));
            if (!there && !files.has(target.path)) faults.push(`/${at}: nothing is at ${address}`);
            else if (target.fragment && !there?.ids.has(target.fragment)) faults.push(`/${at}: no such place: ${address}`);
        }
        for (const address of page.loads) {
            if (!within(site, at, address) && !address.startsWith("data:")) faults.push(`/${at}: loads from elsewhere: ${address}`);
        }
        if (page.styles > 1) faults.push(`/${at}: ${page.styles} style sheets`);
    }
    return { faults, seen };
};

for (const site of await sites()) {
    test(`all links and fragments of ${site.name} resolve`, async (t) => {
        const files = new Set((await fs.readdir(site.folder, { recursive: true })).map((file) => file.split(path.sep).join("/")));
        const pages = await readAll(site);
        const { faults, seen } = faultsOf(site, pages, files);
        t.diagnostic(`${seen} links on ${pages.size} pages`);
        assert.deepEqual(faults.slice(0, 50), []);
        assert.ok(seen > 10 * pages.size, `only ${seen} links`);
        const styled = [...pages.values()].filter((page) => page.styles === 1).length;
        assert.ok(styled > pages.size / 2, `only ${styled} pages have a style sheet`);
    });
}

test("broken links would be found", () => {
    const site = { address: "https://h.example/t/" };
    const pages = new Map([
        ["", read("<p id=a><a href='/t/x/#b'></a><a href=/elsewhere/></a><a href='#a'></a><a href='y/'></a><a href='z.txt'></a><i id=a></i><img src=//e.example/i.png alt>")],
        ["x/", read("<a href='../#b'></a><a href='https://h.example/t/x/index.html'></a><link rel=stylesheet href=/t/s.css><script>1</script>")],
    ]);
    const { faults } = faultsOf(site, pages, new Set(["z.txt"]));
    const parts = ["two elements", "an image without", "does not wait", "no such place: /t/x/#b", "nothing is at y/", "loads from elsewhere: //e.", "a script", "no such place: ../#b", "nothing is at /t/s.css"];
    for (const part of parts) assert.ok(faults.some((fault) => fault.includes(part)), `${part} in ${faults}`);
    assert.equal(faults.length, parts.length, faults.join("\n"));
});

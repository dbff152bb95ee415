// What a page may cost: bytes, requests, and nothing that moves while it loads.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

import { serve } from "./server.mjs";
import { pagesOf } from "./sites.mjs";
import { built, everyKind, inTab, setUp, site } from "./visit.mjs";

const KB = 1024;
const HOME = { events: 200, bytes: 60 * KB, requests: 6 };
const PAGE = 300 * KB;

setUp();

const tooLarge = (pages) => pages.filter((page) => page.bytes > PAGE);

/** Every request of a page to the end, and the icon, which a browser without a window does not ask for. */
const requests = (one, page) => inTab({}, async (tab) => {
    const begin = one.server.sent.length;
    await tab.goto(one.server.url(page), { waitUntil: "networkidle" });
    const sent = one.server.sent.slice(begin);
    const icon = await tab.locator("link[rel~=icon]").getAttribute("href");
    if (icon && !icon.startsWith("data:") && !sent.some((request) => request.path === icon)) {
        const body = gzipSync(await fs.readFile(path.join(one.folder, icon.slice(one.base.length))), { level: 9 });
        sent.push({ path: icon, status: 200, bytes: body.length });
    }
    return sent;
});

const weight = (sent) => sent.reduce((sum, request) => sum + request.bytes, 0);

/** What is wrong with the requests of a home page. */
const overBudget = (sent) => [
    ...sent.filter((request) => request.status !== 200).map((request) => `${request.path}: status ${request.status}`),
    ...weight(sent) > HOME.bytes ? [`${weight(sent)} bytes`] : [],
    ...sent.length > HOME.requests ? [`${sent.length} requests`] : [],
];

for (const name of ["included", "generated"]) {
    test(`the home page of ${name} keeps its budget`, async (t) => {
        const sent = await requests(site(name), "");
        t.diagnostic(`${(weight(sent) / KB).toFixed(1)} KB by gzip, ${sent.length} requests: ${sent.map((request) => `${request.path} ${request.bytes}`).join(", ")}`);
        assert.deepEqual(overBudget(sent), []);
    });
}

/** Runs with a site of its own: one page, and the files that it names. */
const withSite = async (files, body) => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), "dateline-budget-"));
    try {
        for (const [name, content] of Object.entries(files)) await fs.writeFile(path.join(folder, name), content);
        const one = { name: "heavy", folder, base: "/" };
        one.server = await serve(one);
        try {
            return await body(one);
        } finally {
            one.server.close();
        }
    } finally {
        await fs.rm(folder, { recursive: true });
    }
};

test("a home page over its budget would be seen", async () => {
    const names = Array.from({ length: HOME.requests }, (_, at) => `${at}.css`);
    const files = {
        ...Object.fromEntries(names.map((name) => [name, ""])),
        // What no compression makes smaller.
        "0.css": `/* ${randomBytes(HOME.bytes).toString("base64")} */`,
        "index.html": `<!doctype html><link rel=icon href=data:,>${names.map((name) => `<link rel=stylesheet href=/${name}>`).join("")}${" ".repeat(PAGE)}`,
    };
    await withSite(files, async (heavy) => {
        assert.match(overBudget(await requests(heavy, "")).join(", "), /^\d{5} bytes, 7 requests$/);
        assert.deepEqual(tooLarge(await pagesOf(heavy)).map((page) => page.path), [""]);
    });
});

test("the home page of the generated site shows 200 events", () => inTab({}, async (tab) => {
    await tab.goto(site("generated").server.url(""));
    const links = await tab.locator("main a[href^='/events/']").evaluateAll((all) => new Set(all.map((link) => link.href)).size);
    assert.ok(links >= HOME.events, `${links} events`);
}));

for (const one of built) {
    test(`no page of ${one.name} is too large`, async (t) => {
        const pages = await pagesOf(one);
        const [largest] = pages.sort((a, b) => b.bytes - a.bytes);
        t.diagnostic(`the largest of ${pages.length}: /${largest.path}, ${(largest.bytes / KB).toFixed(1)} KB`);
        assert.deepEqual(tooLarge(pages).map((page) => `${page.path}: ${page.bytes}`), []);
    });
}

/** A line like that of a telephone: what comes late is seen to come. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 7.5e5 / 8 };

/** How far things move that the reader has not moved, from the first paint to the end of the page. */
const shifts = async (tab, address) => {
    const session = await tab.context().newCDPSession(tab);
    await session.send("Network.emulateNetworkConditions", SLOW);
    await tab.addInitScript(() => {
        window.shifts = [];
        new PerformanceObserver((entries) => {
            for (const { value, hadRecentInput, sources } of entries.getEntries()) {
                const moved = sources.map(({ node }) => (node?.outerHTML ?? node?.textContent ?? "").slice(0, 80));
                if (!hadRecentInput) window.shifts.push(`${value.toFixed(4)}: ${moved.join(" | ")}`);
            }
        }).observe({ type: "layout-shift", buffered: true });
    });
    await tab.goto(address, { waitUntil: "networkidle" });
    await tab.evaluate(async () => {
        const frame = () => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });
        // As a reader goes through a page, screen by screen.
        for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
            scrollTo({ top, behavior: "instant" });
            await frame();
        }
        for (let rest = 0; rest < 4; rest += 1) await frame();
    });
    await tab.waitForLoadState("networkidle");
    return tab.evaluate(() => window.shifts);
};

/** Where to look: the fixture is there for its pictures, and wide screens show the same parts. */
const LOOKS = [
    ["included", 360, () => true], ["included", 1280, () => true], ["generated", 360, () => true],
    ["generated", 1280, ({ kind }) => ["home", "actors/ID", "NNNN/NN"].includes(kind)],
    ["fixture", 360, ({ kind }) => kind === "pictures"], ["fixture", 1280, ({ kind }) => kind === "pictures"], ["arabic", 360, ({ kind }) => kind === "home"],
];

for (const [name, width, only] of LOOKS) {
    const options = { viewport: { width, height: 800 }, isOpen: false, only };
    test(`nothing moves while a page of ${name} loads, ${width} px wide`, () => everyKind(site(name), options, (tab, { path: page }) => shifts(tab, site(name).server.url(page))));
}

test("what moves would be seen", () => inTab({ viewport: { width: 360, height: 800 }, bypassCSP: true }, async (tab) => {
    await tab.route("**/about/", async (route) => {
        const response = await route.fetch();
        // Again and again, for a busy machine paints late, and what moves before that is not seen.
        const late = "<script>setInterval(() => document.querySelector('main').prepend(Object.assign(document.createElement('p'), { style: 'height: 50px' })), 200)</script></body>";
        await route.fulfill({ response, body: (await response.text()).replace("</body>", late) });
    });
    assert.ok((await shifts(tab, site("included").server.url("about/"))).length > 0);
}));

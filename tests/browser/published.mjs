// A published site in a browser: built by the real program, served as any host serves files, below a path.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs/promises";
import http from "node:http";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";

import { DATELINE, Site, soon, watched } from "./bench.mjs";

const AXE = await fs.readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const TYPES = {
    css: "text/css", html: "text/html; charset=utf-8", js: "text/javascript", json: "application/json", svg: "image/svg+xml",
};

/** The path that the sites of these tests are published below. */
export const BASE = "/the/talks/";

/** A site of many events: three actors, two topics, three types, two years, two places; every other month of a year has some. */
export const manyEvents = async (count = 24, { latest = count, language = "en", years = [2023, 2024] } = {}) => {
    const site = new Site();
    site.folder = await fs.mkdtemp(path.join(os.tmpdir(), "dateline-browser-"));
    await site.write("site.yaml", `title: The talks\nbase_url: https://talks.example${BASE}\nlanguage: ${language}\noptions:\n  latest: ${latest}\n`);
    for (const [folder, id, name, more] of [
        ["actors", "northern-republic", "Northern Republic", "kind: state\naliases: [The North]\n"],
        ["actors", "southern-republic", "Southern Republic", "kind: state\n"],
        ["actors", "mediators", "Mediators", "kind: group\n"],
        ["topics", "ceasefire", "ceasefire", ""],
        ["topics", "prisoners", "prisoners", ""],
        ["places", "geneva", "Geneva", "country: CH\n"],
        ["places", "vienna", "Vienna", "country: AT\n"],
    ]) await site.write(`content/${folder}/${id}.md`, `---\nname: ${name}\n${more}---\n`);
    const pick = (at, ...values) => values[at % values.length];
    for (let at = 1; at <= count; at += 1) {
        const type = pick(at, "consult", "accuse", "propose");
        const actors = pick(at, "northern-republic", "southern-republic", "northern-republic,southern-republic", "mediators");
        const date = `${pick(at, ...years)}-${String((at % 12) + 1).padStart(2, "0")}-${String(at).padStart(2, "0")}`;
        await site.write(`content/articles/report-${at}.md`, [
            `---\ntitle: Report ${at}\npublisher: ${pick(at, "Example Gazette", "Example Herald")}\n---\n`,
            `## ${date}: Delegation ${at} is seen {#event-${at} .${type} actors="${actors}" topics=${pick(at, "ceasefire", "prisoners")} place=${pick(at, "geneva", "vienna")}}\n`,
            `They spoke of ${pick(at, "bridges", "rivers", "bridges and <b>rivers</b>")} in the hall.\n`,
        ].join("\n"));
    }
    return site;
};

const serve = async (folder) => {
    const answer = async (request, response) => {
        const { pathname } = new URL(request.url, "http://localhost");
        const below = decodeURIComponent(pathname).replace(BASE, "").replace(/(^|\/)$/, "$1index.html");
        try {
            const body = await fs.readFile(path.join(folder, below));
            response.setHeader("Content-Type", TYPES[below.split(".").pop()] ?? "application/octet-stream");
            response.end(body);
        } catch {
            response.writeHead(404, { "Content-Type": TYPES.html }).end(await fs.readFile(path.join(folder, "404.html")));
        }
    };
    const server = http.createServer(answer).listen(0, "127.0.0.1");
    await once(server, "listening");
    return server;
};

/** Builds sites once for all tests of a file, and serves them. */
export class Published {
    static async make(site, args = []) {
        const published = new Published();
        published.site = site;
        const output = site.path(`public-${args.join("")}`);
        await promisify(execFile)(DATELINE, ["build", site.folder, "--output", output, ...args]);
        published.server = await serve(output);
        return published;
    }

    url(page) {
        return `http://127.0.0.1:${this.server.address().port}${BASE}${page}`;
    }

    async stop() {
        this.server.closeAllConnections();
        this.server.close();
        await this.site.remove();
    }
}

/** Makes tests, each with tabs of its own, in which no script may fail and no rule of the pages be broken. */
export const checks = (browser, published) => (name, body, { site = published, faulty = false, ...options } = {}) => test(name, async () => {
    const faults = [];
    const context = await watched(browser(), new URL(site().url("")).host, faults, options);
    try {
        await body({
            context,
            open: async (page) => {
                const tab = await context.newPage();
                await tab.goto(site().url(page));
                return tab;
            },
        });
        if (!faulty) assert.deepEqual(faults, []);
    } finally {
        await context.close();
    }
});

/** Waits until the address has this query; a browser tells of a new one a little late. */
export const asks = (tab, query) => soon(`the address asks ${query || "nothing"}`, () => new URL(tab.url()).search === query);

/** Whether something has the focus. */
export const isFocused = (locator) => locator.evaluate((one) => one === document.activeElement);

/** What axe-core finds, and whether the page scrolls sideways. */
export const fits = async (tab) => {
    assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "scrolls sideways");
    await tab.evaluate(AXE);
    for (const colorScheme of ["light", "dark"]) {
        await tab.emulateMedia({ colorScheme });
        const { violations } = await tab.evaluate(() => window.axe.run());
        assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`), [], colorScheme);
    }
};

// The bench of the browser tests: a copy of the fixture site, a preview server, a browser.
import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs/promises";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));
export const DATELINE = process.env.DATELINE ?? path.join(REPOSITORY, "target/debug/dateline");
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** The most that is waited for anything, in milliseconds: long, for a busy machine. */
export const PATIENCE = 30_000;

export const launch = () => chromium.launch({ executablePath: CHROMIUM });

const temporaryFolder = () => fs.mkdtemp(path.join(os.tmpdir(), "dateline-browser-"));

/** The article that the tests edit; `/events/letter/` is of it. */
export const GAZETTE = "content/articles/gazette-geneva.md";

/** A site's folder: the fixture without its mistakes, and with a page that is long enough to scroll. */
export class Site {
    static async make() {
        const site = new Site();
        site.folder = await temporaryFolder();
        await fs.cp(path.join(REPOSITORY, "tests/snapshots/fixture"), site.folder, { recursive: true });
        await fs.cp(path.join(REPOSITORY, "static"), path.join(site.folder, "static"), { recursive: true });
        await site.edit(GAZETTE, (text) => text.replace("javascript:alert(1)", "https://gazette.example/"));
        await site.write("content/pages/long.md", `---\ntitle: Long\n---\n\n${paragraphs(1, 80)}`);
        return site;
    }

    path(file) {
        return path.join(this.folder, file);
    }

    async write(file, text) {
        await fs.mkdir(path.dirname(this.path(file)), { recursive: true });
        await fs.writeFile(this.path(file), text);
    }

    /** Changes a file; a change that changes nothing is a mistake in the test. */
    async edit(file, change) {
        const before = await fs.readFile(this.path(file), "utf8");
        const after = change(before);
        if (after === before) throw new Error(`${file} is as it was`);
        await fs.writeFile(this.path(file), after);
    }

    async remove() {
        await fs.rm(this.folder, { recursive: true, force: true });
    }
}

/** Paragraphs with a number, and after each of them one that is always the same. */
export const paragraphs = (first, last) => {
    const all = Array.from({ length: last - first + 1 }, (_, at) => `Paragraph ${first + at}. ${"Word after word. ".repeat(20)}\n\nThe same.\n`);
    return all.join("\n");
};

/** An article that is right, with an event of its own at `/events/ID/`. */
export const article = (id, headline) => `---\ntitle: ${headline}\n---\n\n## 2025-01-02: ${headline} {#${id}}\n\nText.\n`;

/** An article with one mistake: an unknown key on line 3. */
export const broken = (key) => `---\ntitle: Broken\n${key}: Example Gazette\n---\n\n## 2025-01-01: Broken {#broken}\n\nText.\n`;

const freePort = async () => {
    const server = net.createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address();
    server.close();
    await once(server, "close");
    return port;
};

/** `dateline serve`, from its first line to Ctrl-C. */
export class Preview {
    static async start(site, { port, args = [] } = {}) {
        const preview = new Preview();
        preview.port = port ?? (await freePort());
        preview.output = "";
        preview.child = spawn(DATELINE, ["serve", site.folder, "--port", String(preview.port), ...args], { stdio: ["ignore", "pipe", "pipe"] });
        preview.ended = once(preview.child, "exit");
        for (const stream of [preview.child.stdout, preview.child.stderr]) {
            stream.setEncoding("utf8").on("data", (text) => { preview.output += text; });
        }
        const address = await soon("the address is printed", () => {
            if (preview.child.exitCode !== null) throw new Error(`the preview ended:\n${preview.output}`);
            return preview.output.match(/http:\/\/[^\s\u001b]+/)?.[0];
        });
        preview.address = address.endsWith("/") ? address : `${address}/`;
        return preview;
    }

    /** The address of a page of the site. */
    url(page) {
        return new URL(page.replace(/^\//, ""), this.address).href;
    }

    async stop() {
        if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill("SIGINT");
        await this.ended;
    }
}

/** Asks until the answer is true. */
export const soon = async (what, ask) => {
    const end = Date.now() + PATIENCE;
    for (;;) {
        const answer = await ask();
        if (answer) return answer;
        if (Date.now() > end) throw new Error(`in vain: ${what}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
    }
};

/**
 * Runs a test with a site, its preview and a browser of its own, and holds every page to having no
 * violation of the Content-Security-Policy, no script error, and no request to another host.
 */
export const withPreview = (browser, test, { prepare = () => {}, args = [] } = {}) => async () => {
    const site = await Site.make();
    const faults = [];
    let preview, context;
    try {
        await prepare(site);
        preview = await Preview.start(site, { args });
        const open = async (page = "/", options = {}) => {
            context ??= await watched(browser(), new URL(preview.address).host, faults, options);
            const tab = await context.newPage();
            await tab.goto(preview.url(page));
            return tab;
        };
        await test({ site, preview, open });
        if (faults.length) throw new Error(faults.join("\n"));
    } catch (error) {
        if (preview) error.message += `\n--- the preview said:\n${preview.output}`;
        throw error;
    } finally {
        await context?.close();
        await preview?.stop();
        await site.remove();
    }
};

/** What must be on no page: errors and warnings of scripts and of the Content-Security-Policy, and other hosts. */
export const watched = async (browser, host, faults, options = {}) => {
    const context = await browser.newContext({ viewport: { width: 1000, height: 700 }, ...options });
    context.setDefaultTimeout(PATIENCE);
    context.on("weberror", (error) => faults.push(`script error: ${error.error().stack}`));
    context.on("console", (message) => {
        // What the network says is looked at where it matters: a page may be missing on purpose.
        if (["error", "warning"].includes(message.type()) && !/^Failed to load resource/.test(message.text())) {
            faults.push(`console: ${message.text()}`);
        }
    });
    context.on("request", (request) => {
        if (new URL(request.url()).host !== host) faults.push(`another host: ${request.url()}`);
    });
    return context;
};

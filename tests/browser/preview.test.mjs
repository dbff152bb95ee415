// The live preview in a real browser, with the real program: what an editor sees while writing.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import fs from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { createRequire } from "node:module";
import { promisify } from "node:util";

import { article, broken, DATELINE, GAZETTE, launch, paragraphs, Preview, Site, soon, withPreview } from "./bench.mjs";

const AXE = await fs.readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const EVENT = "/events/letter/";

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());
const check = (name, body, options) => test(name, withPreview(() => browser, body, options));

/** A mark on the page, which a reload wipes away. */
const mark = (tab) => tab.evaluate(() => { window.marked = true; });
const isMarked = (tab) => tab.evaluate(() => window.marked === true);

const shows = (tab, text) => tab.getByText(text).first().waitFor();

/** What is asked may meet a page that is just being replaced. Then the next answer counts. */
const asked = (question) => question.catch((error) => {
    if (/context was destroyed|navigat/i.test(error.message)) return null;
    throw error;
});

/** What the panel lists: file, line and column of each mistake; nothing where there is no panel. */
const places = (tab) => asked(tab.evaluate(() => {
    const root = document.querySelector("dateline-preview").shadowRoot;
    if (!root.querySelector("section")?.checkVisibility()) return [];
    return [...root.querySelectorAll("li .where .place")].map((place) => place.textContent);
}));
const listed = (tab, count) => soon(`${count} mistakes in the panel`, async () => (await places(tab))?.length === count);
const panel = (tab) => tab.getByRole("region", { name: "Mistakes in the site" });
const foldButton = (tab) => panel(tab).getByRole("button");
const expanded = (tab) => foldButton(tab).getAttribute("aria-expanded");

/** Where an element stands in the window. */
const topOf = (tab, text) => asked(tab.getByText(text).first().evaluate((one) => one.getBoundingClientRect().top));

const scrollTo = async (tab, text) => {
    await tab.getByText(text).first().evaluate((one) => {
        one.scrollIntoView({ block: "start", behavior: "instant" });
        scrollBy({ top: -37, behavior: "instant" });
    });
};

const settled = (tab) => tab.evaluate(() => new Promise((resolve) => {
    const wait = () => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50)));
    if (document.readyState === "complete") wait();
    else addEventListener("load", wait);
}));

/** The browser of a test shows all its tabs at once; so a tab is told that it is hidden, or shown again. */
const setVisibility = (tab, state) => tab.evaluate((value) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => value });
    document.dispatchEvent(new Event("visibilitychange"));
}, state);
const reconnect = async (tab) => {
    await setVisibility(tab, "hidden");
    await setVisibility(tab, "visible");
};

const countLoads = (tab) => {
    const loads = { count: 0 };
    // Requests, for a second one would take the place of the first before that is loaded.
    tab.on("request", (request) => { loads.count += request.isNavigationRequest() ? 1 : 0; });
    return loads;
};

// --- Reload ---------------------------------------------------------------------------------------

check("an edit shows without touching the browser", async ({ site, open }) => {
    const tab = await open(EVENT);
    await site.edit(GAZETTE, (text) => text.replace("The letter.", "The letter came by boat."));
    await shows(tab, "The letter came by boat.");
});

check("a changed headline shows on a list", async ({ site, open }) => {
    const tab = await open("/");
    await site.edit(GAZETTE, (text) => text.replace("A letter arrives", "A second letter arrives"));
    await shows(tab, "A second letter arrives in Vienna");
});

check("a changed template shows", async ({ site, open }) => {
    const tab = await open("/nothing/");
    await shows(tab, "Page not found");
    await site.write("templates/404.html", "<!doctype html><title>Changed</title><p>Nothing at all.</p>");
    await shows(tab, "Nothing at all.");
});

check("an edit of what the page does not show leaves it alone", async ({ site, open }) => {
    const about = await open("/about/");
    const event = await open(EVENT);
    await mark(about);
    await site.edit(GAZETTE, (text) => text.replace("The letter.", "The letter came by boat."));
    await shows(event, "The letter came by boat.");
    await about.waitForTimeout(500);
    assert.ok(await isMarked(about));
});

check("an address with nothing at it shows the page as soon as there is one", async ({ site, open }) => {
    const tab = await open("/events/new-one/");
    await shows(tab, "Page not found");
    await site.write("content/articles/new.md", article("new-one", "Something new"));
    await tab.getByRole("heading", { name: "Something new" }).first().waitFor();
});

check("a burst of changes reloads once or twice, not once a file", async ({ site, open }) => {
    const tab = await open("/");
    const events = Number(await tab.locator(".numbers b").first().innerText());
    const loads = countLoads(tab);
    await Promise.all(Array.from({ length: 40 }, (_, at) => site.write(`content/articles/burst-${at}.md`, article(`burst-${at}`, `Burst ${at}`))));
    await shows(tab, `${events + 40} events`);
    await tab.waitForTimeout(700);
    assert.ok(loads.count <= 2, `${loads.count} loads`);
});

for (const [what, tags, expected] of [
    ["a burst of events reloads once", ["one", "two", "three"], 1],
    ["an edit that is taken back at once reloads nothing", ["one", null], 0],
]) {
    check(what, async ({ open }) => {
        const tab = await open("/about/");
        const tag = await tab.locator("script[data-tag]").getAttribute("data-tag");
        const events = tags.map((name) => `event: page\ndata: ${name ?? tag}\n\n`).join("");
        await tab.route("**/__dateline/events*", (route) => route.fulfill({ contentType: "text/event-stream", body: events }), { times: 1 });
        const loads = countLoads(tab);
        await reconnect(tab);
        await tab.waitForTimeout(1000);
        assert.equal(loads.count, expected);
    });
}

// --- The view stays -------------------------------------------------------------------------------

for (const [where, edit] of [
    ["below", (text) => text.replace("Paragraph 70.", "Paragraph seventy.")],
    ["above", (text) => text.replace("Paragraph 3.", `${paragraphs(201, 206)}\nParagraph 3.`)],
    ["of the first visible paragraph", (text) => text.replace("Paragraph 40.", "Paragraph forty.")],
]) {
    check(`the scroll position is kept over an edit ${where}`, async ({ site, open }) => {
        const tab = await open("/long/#main");
        await scrollTo(tab, "Paragraph 40.");
        const top = await topOf(tab, "Paragraph 41.");
        await mark(tab);
        await site.edit("content/pages/long.md", edit);
        await soon("the page is reloaded", async () => (await asked(isMarked(tab))) === false);
        await settled(tab);
        const now = await topOf(tab, "Paragraph 41.");
        assert.ok(Math.abs(now - top) <= 3, `from ${top} to ${now}`);
        assert.equal(await tab.evaluate(() => history.scrollRestoration), "auto");
    });
}

check("the focus and what is unfolded are kept", async ({ site, open }) => {
    const tab = await open("/notes/");
    await tab.locator("summary").click();
    await tab.getByRole("link", { name: "the talks" }).focus();
    await site.edit("content/pages/notes.md", (text) => text.replace("First", "Very first"));
    await shows(tab, "Very first");
    await soon("the focus is back", async () => (await asked(tab.evaluate(() => document.activeElement.textContent))) === "the talks");
    assert.ok(await tab.locator("details").evaluate((details) => details.open));
}, { prepare: (site) => site.write("content/pages/notes.md", "---\ntitle: Notes\n---\n\nFirst [the talks](/events/geneva-talks/).\n\n<details><summary>More</summary>\n\nFolded.\n\n</details>\n") });

// --- Styles ---------------------------------------------------------------------------------------

const colour = (tab) => tab.evaluate(() => getComputedStyle(document.querySelector("h1")).color);

check("a change of a style sheet is swapped in without a reload", async ({ site, open }) => {
    const tab = await open(EVENT);
    await mark(tab);
    await tab.evaluate(() => {
        window.unstyled = 0;
        const look = () => {
            if (getComputedStyle(document.body).maxWidth === "none") window.unstyled += 1;
            requestAnimationFrame(look);
        };
        look();
    });
    for (const red of [101, 102, 103]) {
        await site.edit("static/style.css", (text) => `${text}\nh1 { color: rgb(${red}, 2, 3); }\n`);
        await soon("the new colour", async () => (await colour(tab)) === `rgb(${red}, 2, 3)`);
    }
    assert.ok(await isMarked(tab));
    assert.equal(await tab.evaluate(() => window.unstyled), 0, "frames without style");
    await soon("one sheet is left", () => tab.evaluate(() => document.querySelectorAll("head link[rel=stylesheet]").length === 1));
});

check("a change of an imported style sheet shows too", async ({ site, open }) => {
    const tab = await open(EVENT);
    await mark(tab);
    assert.equal(await colour(tab), "rgb(1, 1, 1)");
    await site.write("static/more.css", "h1 { color: rgb(9, 9, 9) !important; }\n");
    await soon("the new colour", async () => (await colour(tab)) === "rgb(9, 9, 9)");
    assert.ok(await isMarked(tab));
}, {
    prepare: async (site) => {
        await site.write("static/more.css", "h1 { color: rgb(1, 1, 1) !important; }\n");
        await site.edit("static/style.css", (text) => `@import "more.css";\n${text}`);
    },
});

check("a style sheet that changes before the page is connected is shown", async ({ site, preview, open }) => {
    const tab = await open("/about/");
    let release;
    const released = new Promise((resolve) => { release = resolve; });
    await tab.route("**/__dateline/events*", async (route) => {
        await released;
        await route.continue();
    });
    await tab.goto(preview.url(EVENT));
    await mark(tab);
    await site.edit("static/style.css", (text) => `${text}\nh1 { color: rgb(1, 2, 3); }\n`);
    await tab.waitForTimeout(1000);
    assert.notEqual(await colour(tab), "rgb(1, 2, 3)");
    release();
    await soon("the new colour", async () => (await colour(tab)) === "rgb(1, 2, 3)");
    assert.ok(await isMarked(tab));
});

const withModule = async (site) => {
    await site.write("templates/header.html", `<script type="module" src="{{ asset(path="main.js") }}"></script>`);
    await site.write("static/main.js", `import { word } from "./word.js";\ndocument.title = word;\n`);
    await site.write("static/word.js", `export const word = "first";\n`);
};

check("a change of a module that another imports loads the page anew", async ({ site, open }) => {
    const tab = await open(EVENT);
    await soon("the module runs", async () => (await asked(tab.title())) === "first");
    await site.write("static/word.js", `export const word = "second";\n`);
    await soon("the new module runs", async () => (await asked(tab.title())) === "second");
}, { prepare: withModule });

// --- Mistakes -------------------------------------------------------------------------------------

check("the panel lists the mistakes, grows and shrinks, and goes", async ({ site, open }) => {
    const tab = await open(EVENT);
    await mark(tab);
    assert.deepEqual(await places(tab), []);
    await site.write("content/articles/first.md", broken("publsher"));
    await listed(tab, 1);
    await site.write("content/articles/second.md", broken("publishd"));
    await listed(tab, 2);
    assert.deepEqual(await places(tab), ["content/articles/first.md:3:1", "content/articles/second.md:3:1"]);
    const text = await panel(tab).innerText();
    for (const part of ["2 mistakes – the last good version is shown", "publsher: Example Gazette", "unknown-key"]) {
        assert.ok(text.includes(part), `${part} in ${text}`);
    }
    assert.deepEqual(await panel(tab).locator("mark").allInnerTexts(), ["publsher", "publishd"]);
    await fs.rm(site.path("content/articles/first.md"));
    await listed(tab, 1);
    assert.ok((await panel(tab).innerText()).includes("1 mistake –"));
    assert.ok(await isMarked(tab), "the last good version stays");
    await shows(tab, "The letter.");
    await fs.rm(site.path("content/articles/second.md"));
    await listed(tab, 0);
});

check("a site that begins with mistakes is shown as far as it goes, until it is good", async ({ site, open }) => {
    const tab = await open("/about/");
    await listed(tab, 1);
    assert.match(await panel(tab).innerText(), /1 mistake – the site is shown as far as it goes/);
    await fs.rm(site.path("content/articles/first.md"));
    await listed(tab, 0);
    await site.write("content/articles/second.md", broken("publsher"));
    await listed(tab, 1);
    assert.match(await panel(tab).innerText(), /1 mistake – the last good version is shown/);
}, { prepare: (site) => site.write("content/articles/first.md", broken("publsher")) });

check("a mistake that stays is the same element, with its focus", async ({ site, open }) => {
    const tab = await open(EVENT);
    await site.write("content/articles/m.md", broken("publsher"));
    await listed(tab, 1);
    await panel(tab).locator("li").evaluate((item) => { item.tabIndex = -1; item.focus(); });
    await site.write("content/articles/a.md", broken("publsher"));
    await site.write("content/articles/z.md", broken("publsher"));
    await listed(tab, 3);
    const focused = await panel(tab).locator("li:focus .place").innerText();
    assert.equal(focused, "content/articles/m.md:3:1");
});

check("the panel folds by button and by Escape, and stays folded", async ({ site, open }) => {
    const tab = await open(EVENT);
    await site.write("content/articles/first.md", broken("publsher"));
    await listed(tab, 1);
    assert.equal(await expanded(tab), "true");
    await foldButton(tab).click();
    assert.equal(await expanded(tab), "false");
    assert.equal(await panel(tab).locator("li").isVisible(), false);
    assert.ok((await panel(tab).boundingBox()).height < 80);
    await tab.reload();
    await foldButton(tab).waitFor();
    assert.equal(await expanded(tab), "false");
    await foldButton(tab).click();
    await panel(tab).locator("li").waitFor();
    await panel(tab).getByRole("group").focus();
    await tab.keyboard.press("Escape");
    assert.equal(await expanded(tab), "false");
    assert.ok(await foldButton(tab).evaluate((button) => button.getRootNode().activeElement === button), "the focus is on the button");
});

check("the panel lets the keyboard out, and the end of the page into view", async ({ site, open }) => {
    const tab = await open(EVENT);
    for (const name of ["one", "two", "three", "four", "five"]) await site.write(`content/articles/${name}.md`, broken("publsher"));
    await listed(tab, 5);
    await tab.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" }));
    const footer = await tab.locator("footer.site").boundingBox();
    const { y, height } = await panel(tab).boundingBox();
    assert.ok(height <= 0.6 * 700 + 1, `${height} px high`);
    assert.ok(footer.y + footer.height <= y + 1, `the page ends at ${footer.y + footer.height}, the panel begins at ${y}`);
    // Not every browser lets the keyboard scroll what is not marked so.
    assert.equal(await panel(tab).getByRole("group").getAttribute("tabindex"), "0");
    const stops = new Set();
    for (let at = 0; at < 60; at += 1) {
        await tab.keyboard.press("Tab");
        stops.add(await tab.evaluate(() => document.activeElement.localName));
    }
    assert.ok(stops.has("dateline-preview") && stops.has("a"));
    await tab.emulateMedia({ media: "print" });
    assert.equal(await panel(tab).isVisible(), false);
});

check("a mistake's text is never taken for HTML", async ({ site, open }) => {
    const tab = await open(EVENT);
    await site.write("content/articles/first.md", broken("\"<img src=x><script>alert(1)</script>\""));
    await listed(tab, 1);
    assert.equal(await panel(tab).locator("img, script").count(), 0);
    assert.ok((await panel(tab).innerText()).includes("<img src=x>"));
});

check("the panel marks the part of the line that is wrong, and links to the editor", async ({ site, open }) => {
    const tab = await open(EVENT);
    const link = "[“talks”](javascript:alert(1))";
    await site.edit(GAZETTE, (text) => text.replace("[talks](https://gazette.example/)", link));
    await listed(tab, 1);
    assert.equal(await panel(tab).locator("mark").innerText(), link);
    const place = panel(tab).getByRole("link", { name: `${GAZETTE}:33:32` });
    assert.match(await place.getAttribute("href"), /^editor:.*gazette-geneva\.md:33$/);
}, { args: ["--editor-url", "editor:{path}:{line}"] });

check("the panel shows on a page without a body", async ({ site, open }) => {
    const tab = await open("/nothing/");
    await site.write("content/articles/first.md", broken("publsher"));
    await listed(tab, 1);
}, { prepare: (site) => site.write("templates/404.html", "<!doctype html><title>Bare</title>") });

check("axe finds no fault with the panel", async ({ site, open }) => {
    // Axe adds style of its own; that the panel does not is tested everywhere else.
    const tab = await open(EVENT, { bypassCSP: true });
    await site.write("content/articles/first.md", broken("publsher"));
    await site.write("content/articles/second.md", broken("publishd"));
    await listed(tab, 2);
    await tab.evaluate(AXE);
    for (const width of [360, 1280]) {
        for (const colorScheme of ["light", "dark"]) {
            await tab.setViewportSize({ width, height: 740 });
            await tab.emulateMedia({ colorScheme });
            const { violations } = await tab.evaluate(() => globalThis.axe.run(document, {
                runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
            }));
            const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
            assert.deepEqual(found, [], `${width} px, ${colorScheme}`);
            const wide = await tab.evaluate(() => document.documentElement.scrollWidth > innerWidth);
            assert.equal(wide, false, `scrolls sideways at ${width} px`);
        }
    }
});

// --- The connection -------------------------------------------------------------------------------

check("ten tabs can be open, and the hidden ones catch up", async ({ site, open }) => {
    const tabs = [];
    for (let at = 0; at < 10; at += 1) {
        const tab = await open(EVENT);
        tabs.push(tab);
        if (at < 9) await setVisibility(tab, "hidden");
    }
    await site.edit(GAZETTE, (text) => text.replace("The letter.", "The letter came by boat."));
    await shows(tabs[9], "The letter came by boat.");
    await shows(tabs[0], "The letter.");
    await setVisibility(tabs[0], "visible");
    await shows(tabs[0], "The letter came by boat.");
});

check("a hidden tab catches up on styles too", async ({ site, open }) => {
    const tab = await open(EVENT);
    await shows(tab, "The letter.");
    await mark(tab);
    await setVisibility(tab, "hidden");
    await site.edit("static/style.css", (text) => `${text}\nh1 { color: rgb(1, 2, 3); }\n`);
    await tab.waitForTimeout(1000);
    assert.notEqual(await colour(tab), "rgb(1, 2, 3)");
    await setVisibility(tab, "visible");
    await soon("the new colour", async () => (await colour(tab)) === "rgb(1, 2, 3)");
    assert.ok(await isMarked(tab));
});

const NOTE = "The preview has stopped.";

check("a preview that ends is said, and found again", async ({ site, preview, open }) => {
    const tab = await open(EVENT);
    await mark(tab);
    await preview.stop();
    await shows(tab, NOTE);
    const same = await Preview.start(site, { port: preview.port });
    try {
        await soon("the note goes", async () => !(await tab.getByText(NOTE).isVisible()));
        assert.ok(await isMarked(tab), "nothing has changed, nothing is reloaded");
    } finally {
        await same.stop();
    }
    await shows(tab, NOTE);
    await site.edit(GAZETTE, (text) => text.replace("The letter.", "The letter came by boat."));
    const next = await Preview.start(site, { port: preview.port });
    try {
        await shows(tab, "The letter came by boat.");
    } finally {
        await next.stop();
    }
});

// --- The published site ---------------------------------------------------------------------------

test("the published site has nothing of the preview", async () => {
    const site = await Site.make();
    try {
        await promisify(execFile)(DATELINE, ["build", site.folder]);
        const files = await fs.readdir(site.path("public"), { recursive: true });
        assert.ok(files.includes("index.html"));
        assert.deepEqual(files.filter((file) => /__dateline|preview\.(js|css)$/.test(file)), []);
        for (const file of files.filter((name) => /\.(html|css|js)$/.test(name))) {
            const text = await fs.readFile(path.join(site.path("public"), file), "utf8");
            assert.ok(!/__dateline|dateline-preview/.test(text), file);
        }
    } finally {
        await site.remove();
    }
});

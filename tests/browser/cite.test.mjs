// What readers take from a page: its address, its citations, the HTML of its frame; and the frame on a page of another site.
import assert from "node:assert/strict";
import fs from "node:fs/promises";
import { after, before } from "node:test";
import { once } from "node:events";
import http from "node:http";

import { launch, soon } from "./bench.mjs";
import { checks, fits, isFocused, manyEvents, Published } from "./published.mjs";

let browser, published, other;
before(async () => {
    browser = await launch();
    published = await Published.make(await manyEvents(6), ["--no-search", "--today", "2025-10-01"]);
    // A site that shows some of our frames, each as narrow as a phone.
    other = http.createServer((request, response) => {
        const frame = (page) => `<iframe src="${published.url(page)}" width="300" height="280" title="${page}"></iframe>`;
        response.setHeader("Content-Type", "text/html; charset=utf-8");
        response.end(`<!doctype html><title>Another site</title><h1>Another site</h1>${["events/event-3/embed/", "actors/mediators/embed/", "embed/"].map(frame).join("\n")}`);
    }).listen(0, "127.0.0.1");
    await once(other, "listening");
});
after(async () => {
    await browser?.close();
    other?.closeAllConnections();
    other?.close();
    await published?.stop();
});

const check = checks(() => browser, () => published);

const EVENT = "events/event-3/";
const ADDRESS = `https://talks.example/the/talks/${EVENT}`;
/** What the page of the event has to say of itself, each by its name. */
const STYLES = ["Chicago", "APA", "MLA"];
const ENTRIES = { BibTeX: "bib", RIS: "ris", "CSL-JSON": "json", Wikipedia: null };

const panel = (tab) => tab.getByRole("region", { name: "Cite this event" });
const unfold = async (tab) => {
    for (const fold of await tab.locator(".cite details, .embed").all()) await fold.locator("summary").click();
};
const button = (tab, name) => tab.getByRole("main").getByRole("button", { name, exact: true });
const clipboard = (tab) => tab.evaluate(() => navigator.clipboard.readText());
/** What stands beside a name, as the browser shows it. */
const shown = (tab, name) => panel(tab).locator(`dt:text-is("${name}") + dd [data-text]`).evaluate((one) => one.textContent.trim());
const granted = { permissions: ["clipboard-read", "clipboard-write"] };

check("what is cited most stands open, all else is folded away", async ({ open }) => {
    const tab = await open(EVENT);
    await panel(tab).getByRole("link", { name: ADDRESS }).waitFor();
    assert.deepEqual(await panel(tab).locator("dt").filter({ visible: true }).allInnerTexts(), ["Permanent address", "Chicago"]);
    await panel(tab).locator("summary").click();
    const all = ["Permanent address", ...STYLES, ...Object.keys(ENTRIES)];
    assert.deepEqual(await panel(tab).locator("dt").filter({ visible: true }).allInnerTexts(), all);
    const expected = all.flatMap((name) => [`Copy (${name})`, ...ENTRIES[name] ? [`Save as a file (${name})`] : []]);
    assert.deepEqual((await panel(tab).getByRole("button").allTextContents()).sort(), expected.sort());
});

check("each button copies what stands beside it, no more and no less", async ({ open }) => {
    const tab = await open(EVENT);
    await unfold(tab);
    for (const name of ["Permanent address", ...STYLES, ...Object.keys(ENTRIES)]) {
        await button(tab, `Copy (${name})`).click();
        const expected = await shown(tab, name);
        await soon(`${name} is in the clipboard`, async () => (await clipboard(tab)) === expected);
        assert.ok(expected.includes(ADDRESS), expected);
        assert.doesNotMatch(expected, /Copy|Save/);
    }
    assert.equal(await shown(tab, "Permanent address"), ADDRESS);
}, granted);

check("entries for reference managers are saved as files", async ({ open }) => {
    const tab = await open(EVENT);
    await unfold(tab);
    for (const [name, ending] of Object.entries(ENTRIES)) {
        const save = button(tab, `Save as a file (${name})`);
        if (!ending) {
            assert.equal(await save.count(), 0);
            continue;
        }
        const [file] = await Promise.all([tab.waitForEvent("download"), save.click()]);
        assert.equal(file.suggestedFilename(), `event-3.${ending}`);
        assert.equal(await fs.readFile(await file.path(), "utf8"), `${await shown(tab, name)}\n`);
    }
});

check("by keyboard the same, and it is said that it is done", async ({ open }) => {
    const tab = await open(EVENT);
    const status = panel(tab).getByRole("status");
    assert.equal(await status.textContent(), "");
    const copy = button(tab, "Copy (Chicago)");
    await copy.focus();
    await tab.keyboard.press("Enter");
    await button(tab, "Copied (Chicago)").waitFor();
    assert.equal(await status.textContent(), "Copied");
    assert.ok(await isFocused(button(tab, "Copied (Chicago)")));
    // Again before the word is gone, and for something else.
    await button(tab, "Copy (Permanent address)").focus();
    await tab.keyboard.press("Space");
    await soon("the address is in the clipboard", async () => (await clipboard(tab)) === ADDRESS);
    await soon("the buttons are as they were", async () => (await status.textContent()) === "" && (await panel(tab).getByText("Copied").count()) === 0);
    // The fold is a stop on the way, and opens by a key.
    await tab.keyboard.press("Tab");
    await tab.keyboard.press("Tab");
    assert.ok(await isFocused(panel(tab).locator("summary")));
    await tab.keyboard.press("Enter");
    await button(tab, "Copy (APA)").waitFor();
}, granted);

check("where the page may not write to the clipboard, it copies the old way, or leaves the text selected", async ({ open, context }) => {
    await context.addInitScript(() => {
        Object.defineProperty(navigator, "clipboard", { value: undefined });
    });
    const tab = await open(EVENT);
    const copied = () => tab.evaluate(() => new Promise((resolve) => {
        document.addEventListener("copy", () => resolve(getSelection().toString().trim()), { once: true });
        document.querySelector(".cite .buttons button").click();
    }));
    assert.equal(await copied(), ADDRESS);
    await tab.reload();
    await tab.evaluate(() => {
        document.execCommand = () => false;
    });
    await button(tab, "Copy (Chicago)").click();
    assert.equal(await tab.evaluate(() => getSelection().toString().trim()), await shown(tab, "Chicago"));
    assert.equal(await panel(tab).getByRole("status").textContent(), "");
});

for (const [page, name] of [[EVENT, "Embed this event"], ["actors/mediators/", "Embed this timeline"], ["data/", "Embed this timeline"]]) {
    check(`the HTML of the frame of /${page} can be copied, and shows that page`, async ({ open }) => {
        const tab = await open(page);
        await tab.getByText(name, { exact: true }).click();
        const code = await tab.getByRole("textbox").inputValue();
        await button(tab, `Copy (${name})`).click();
        await soon("it is in the clipboard", async () => (await clipboard(tab)) === code);
        const address = code.match(/ src="https:\/\/talks\.example\/the\/talks\/([^"]*embed\/)"/)[1];
        assert.equal(await tab.getByRole("link", { name: "What it shows" }).evaluate((one) => one.href), published.url(address));
        const response = await tab.goto(published.url(address));
        assert.equal(response.status(), 200);
    }, granted);
}

check("a report's page has what Wikipedia needs", async ({ open }) => {
    const tab = await open("articles/report-3/");
    await button(tab, "Copy (Wikipedia)").click();
    await soon("it is in the clipboard", async () => /^\{\{cite news .*\}\}$/.test(await clipboard(tab)));
}, granted);

check("without a script all can be read and selected, and no button does nothing", async ({ open }) => {
    const tab = await open(EVENT);
    assert.equal(await tab.getByRole("main").getByRole("button").count(), 0);
    await unfold(tab);
    for (const name of [...STYLES, ...Object.keys(ENTRIES)]) {
        const text = panel(tab).locator(`dt:text-is("${name}") + dd [data-text]`);
        assert.ok((await text.innerText()).includes(ADDRESS), name);
        assert.notEqual(await text.evaluate((one) => getComputedStyle(one).userSelect), "none");
    }
    assert.match(await tab.getByRole("textbox", { name: "Put this into your page" }).inputValue(), /^<iframe .*<\/iframe>$/);
}, { javaScriptEnabled: false });

check("the panel fits a narrow screen, and axe-core finds nothing in it", async ({ open }) => {
    for (const page of [EVENT, "actors/mediators/", "data/", "articles/report-3/"]) {
        const tab = await open(page);
        await unfold(tab);
        await fits(tab);
    }
}, { viewport: { width: 320, height: 640 }, bypassCSP: true, colorScheme: "dark" });

check("an account's link leads to the account", async ({ open }) => {
    const tab = await open(EVENT);
    await tab.getByRole("link", { name: "Link to this account" }).click();
    const { hash } = new URL(tab.url());
    assert.match(hash, /^#account-/);
    assert.equal(await tab.locator(".account:target").getAttribute("id"), hash.slice(1));
});

check("paper has the address and one citation, and nothing to press or unfold", async ({ open }) => {
    const tab = await open(EVENT);
    await tab.emulateMedia({ media: "print" });
    const text = await panel(tab).innerText();
    assert.ok(text.includes(ADDRESS) && text.includes("Chicago") && text.includes(await shown(tab, "Chicago")), text);
    for (const what of ["Copy", "BibTeX", "Embed this event", "Link to this account"]) {
        assert.equal(await tab.getByRole("main").getByText(what).filter({ visible: true }).count(), 0, what);
    }
});

const FRAMES = { "events/event-3/embed/": "events/event-3/", "actors/mediators/embed/": "actors/mediators/", "embed/": "" };

// The page around the frames is not the site's own.
check("a frame on another site runs no script, fits, and leads to pages in windows of their own", async ({ context }) => {
    // Our own host, which is not on this machine.
    await context.route("https://talks.example/**", (route) => route.fulfill({ body: "A page" }));
    const tab = await context.newPage();
    await tab.goto(`http://localhost:${other.address().port}/`);
    for (const [page, leadsTo] of Object.entries(FRAMES)) {
        const frame = tab.frame({ url: published.url(page) });
        assert.ok(frame, page);
        await frame.getByRole("heading").waitFor();
        assert.equal(await frame.locator("script").count(), 0, page);
        const room = await frame.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        assert.ok(room[0] <= room[1], `${page}: ${room}`);
        const [opened] = await Promise.all([context.waitForEvent("page"), frame.getByRole("heading").getByRole("link").click()]);
        await opened.waitForURL(`https://talks.example/the/talks/${leadsTo}`);
        await opened.close();
        assert.equal(tab.frame({ url: published.url(page) }), frame, "the frame stays");
    }
}, { faulty: true });

check("a frame is readable in both colours, whatever the page around it", async ({ open }) => {
    for (const page of Object.keys(FRAMES)) {
        const tab = await open(page);
        await fits(tab);
    }
}, { viewport: { width: 300, height: 280 }, bypassCSP: true });

// Light and dark as the reader chooses them, over all pages of a published site.
import assert from "node:assert/strict";
import { after, before } from "node:test";

import { launch, soon } from "./bench.mjs";
import { checks, manyEvents, Published } from "./published.mjs";

let browser, published;
before(async () => {
    browser = await launch();
    published = await Published.make(await manyEvents(6), ["--no-search"]);
});
after(async () => {
    await browser?.close();
    await published?.stop();
});

const check = checks(() => browser, () => published);

/** Whether the page is drawn dark: its paper, as the browser computes it. */
const isDark = (tab) => tab.evaluate(() => {
    const canvas = document.createElement("canvas").getContext("2d");
    canvas.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
    return red + green + blue < 3 * 128;
});
const system = (tab, colorScheme) => tab.emulateMedia({ colorScheme });
const choose = (tab, name) => tab.getByRole("banner").getByRole("button", { name, exact: true }).click();
const offers = (tab) => tab.getByRole("banner").getByRole("button").innerText();

for (const [light, dark, isSystemDark] of [["Light", "Dark", false], ["Dark", "Light", true]]) {
    const before = isSystemDark ? "dark" : "light";
    check(`the other colours than the system's, ${before}, are kept over pages, reloads and tabs`, async ({ open }) => {
        const tab = await open("");
        assert.equal(await isDark(tab), isSystemDark);
        await choose(tab, dark);
        assert.equal(await isDark(tab), !isSystemDark);
        assert.equal(await offers(tab), light);
        await tab.reload();
        assert.equal(await isDark(tab), !isSystemDark);
        for (const page of ["events/event-3/", "actors/", "404.html"]) {
            await tab.goto(published.url(page));
            assert.equal(await isDark(tab), !isSystemDark, page);
            assert.equal(await offers(tab), light, page);
        }
        const other = await open("2024/");
        await system(other, before);
        assert.equal(await isDark(other), !isSystemDark);
        // Chosen stands over the system's, whatever it says.
        await system(tab, isSystemDark ? "light" : "dark");
        assert.equal(await isDark(tab), !isSystemDark);
    }, { colorScheme: before });

    check(`back at the system's colours, ${before}, pages follow it again, at once`, async ({ open }) => {
        const tab = await open("");
        await choose(tab, dark);
        await choose(tab, light);
        assert.equal(await isDark(tab), isSystemDark);
        await system(tab, isSystemDark ? "light" : "dark");
        assert.equal(await isDark(tab), !isSystemDark);
        await soon("the button leads back", async () => (await offers(tab)) === light);
        await tab.goto(published.url("actors/"));
        assert.equal(await isDark(tab), !isSystemDark);
        await system(tab, before);
        assert.equal(await isDark(tab), isSystemDark);
        await soon("the button leads on", async () => (await offers(tab)) === dark);
    }, { colorScheme: before });
}

check("other tabs take on the colours, and so does a page that the browser has kept", async ({ open }) => {
    const [tab, other] = [await open(""), await open("actors/")];
    await choose(tab, "Dark");
    await soon("the other tab is dark", () => isDark(other));
    assert.equal(await offers(other), "Light");
    // Chromium keeps no pages where it is driven: the event is what tells.
    await tab.evaluate(() => {
        localStorage.clear();
        dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    });
    assert.equal(await isDark(tab), false);
    assert.equal(await offers(tab), "Dark");
});

check("no page is painted in the other colours first", async ({ context, open }) => {
    const tab = await open("");
    await choose(tab, "Dark");
    const late = 1500;
    await context.route("**/site*.js", async (route) => {
        await new Promise((resolve) => { setTimeout(resolve, late); });
        await route.continue();
    });
    await tab.goto(published.url("actors/"));
    const painted = await soon("the first paint", () => tab.evaluate(() => performance.getEntriesByName("first-paint")[0]?.startTime));
    assert.ok(painted >= late, `${painted} ms`);
    assert.ok(await isDark(tab));
});

check("where nothing can be kept, the colours are for the page", async ({ context, open }) => {
    await context.addInitScript(() => {
        Object.defineProperty(window, "localStorage", { get() { throw new DOMException("refused", "SecurityError"); } });
    });
    const tab = await open("");
    await choose(tab, "Dark");
    assert.ok(await isDark(tab));
    await tab.reload();
    assert.equal(await isDark(tab), false);
});

check("paper is white, whatever is chosen", async ({ open }) => {
    const tab = await open("");
    await choose(tab, "Dark");
    await tab.emulateMedia({ media: "print" });
    assert.equal(await isDark(tab), false);
});

check("the switch works by keyboard, and tells what it leads to", async ({ open }) => {
    const tab = await open("");
    await tab.getByRole("button", { name: "Dark", exact: true }).focus();
    await tab.keyboard.press("Enter");
    assert.ok(await isDark(tab));
    await tab.keyboard.press("Space");
    assert.equal(await isDark(tab), false);
});

check("without a script there is no switch, and the system decides", async ({ open }) => {
    const tab = await open("");
    assert.equal(await tab.getByRole("banner").getByRole("button").count(), 0);
    assert.ok(await isDark(tab));
}, { javaScriptEnabled: false, colorScheme: "dark" });

// Lists as a reader narrows them, on a published site: by a span of the overview, by type, actor and topic, and by both.
import assert from "node:assert/strict";
import { after, before } from "node:test";

import { launch, soon } from "./bench.mjs";
import { BASE, asks, checks, fits, isFocused, manyEvents, Published } from "./published.mjs";

/** Besides the site whose home page lists all events: two that list six, one in Arabic, one of many years. */
const SITES = { full: [24], part: [24, { latest: 6 }], dense: [24, { latest: 6, years: [2023, 2024, 2024, 2023, 2023] }], arabic: [24, { language: "ar" }], long: [24, { years: [2001, 2011, 2024] }] };

let browser;
const built = {};
before(async () => {
    browser = await launch();
    for (const [name, events] of Object.entries(SITES)) built[name] = await Published.make(await manyEvents(...events), ["--no-search"]);
});
after(async () => {
    await browser?.close();
    for (const site of Object.values(built)) await site.stop();
});

const check = checks(() => browser, () => built.full);
const on = (name) => ({ site: () => built[name] });

const shown = (tab) => tab.locator("main .events > li").filter({ visible: true }).count();
const chip = (tab, name) => tab.locator(".filters").getByRole("button", { name });
const said = (tab) => tab.locator(".shown [role=status]").innerText();
const showAll = (tab) => tab.getByRole("button", { name: "Show all" });
const unfold = (tab) => tab.getByText("Filter by type").click();

// --- By type, actor and topic -------------------------------------------------------------------------

check("a list is filtered by what its events have", async ({ open }) => {
    const tab = await open("");
    assert.equal(await shown(tab), 24);
    assert.equal(await said(tab), "");
    const groups = () => tab.locator("main .group").filter({ visible: true }).count();
    const all = await groups();
    await unfold(tab);
    await chip(tab, "Meeting").click();
    assert.equal(await shown(tab), 8);
    assert.equal(await said(tab), "Events shown: 8 of 24");
    assert.equal(await chip(tab, "Meeting").getAttribute("aria-pressed"), "true");
    assert.ok((await groups()) < all, "headings without events go");
    await chip(tab, "Accusation").click();
    assert.equal(await shown(tab), 16);
    await chip(tab, "Northern Republic").click();
    assert.equal(await shown(tab), 8);
    await chip(tab, "Southern Republic").click();
    assert.equal(await shown(tab), 4);
    await asks(tab, "?type=consult&type=accuse&actor=northern-republic&actor=southern-republic");
    assert.equal(await chip(tab, "Mediators").getAttribute("aria-disabled"), "true");
    await chip(tab, "Mediators").click({ force: true });
    assert.equal(await shown(tab), 4);
    await tab.goBack();
    assert.equal(await shown(tab), 8);
    await tab.reload();
    assert.equal(await shown(tab), 8);
    assert.ok(await chip(tab, "Accusation").isVisible(), "what is chosen is unfolded");
    await chip(tab, "Northern Republic").click();
    assert.equal(await shown(tab), 16);
    await showAll(tab).click();
    assert.equal(await shown(tab), 24);
    assert.equal(await groups(), all);
    await asks(tab, "");
});

check("a list is filtered by keys alone", async ({ open }) => {
    const tab = await open("2024/");
    await tab.getByText("Filter by type").focus();
    for (const key of ["Enter", "Tab", "Space"]) await tab.keyboard.press(key);
    assert.match(await said(tab), /^Events shown: \d+ of 12$/);
    const pressed = tab.locator(".filters [aria-pressed=true]");
    assert.ok(await isFocused(pressed));
    await tab.keyboard.press("Space");
    assert.equal(await said(tab), "");
});

check("a shared address filters, keeps what else is in it, and may ask for what is not there", async ({ open }) => {
    const tab = await open("actors/northern-republic/?ref=mail&actor=southern-republic#events");
    assert.equal(await said(tab), "Events shown: 6 of 12");
    await chip(tab, "Meeting").click();
    await asks(tab, "?ref=mail&actor=southern-republic&type=consult");
    await tab.goto(built.full.url("2024/?actor=nobody"));
    assert.equal(await said(tab), "Events shown: 0 of 12");
    await showAll(tab).click();
    assert.equal(await shown(tab), 12);
});

check("lists of every kind have filters, without what all their events have", async ({ open }) => {
    const tab = await open("2024/");
    for (const page of ["2024/", "actors/southern-republic/", "topics/ceasefire/", "places/vienna/", "types/consult/"]) {
        await tab.goto(built.full.url(page));
        await unfold(tab);
        const facets = await tab.locator(".filters [data-facet]").evaluateAll((all) => all.map((one) => one.dataset.facet));
        assert.ok(facets.includes("actor"), page);
        assert.equal(facets.includes("type"), page !== "types/consult/", page);
        assert.equal(await chip(tab, "Southern Republic").count(), page === "actors/southern-republic/" ? 0 : 1, page);
    }
    await tab.goto(built.full.url("2024/02/"));
    assert.equal(await tab.locator(".filters").count(), 0, "a few events need none");
});

// --- By time ----------------------------------------------------------------------------------------

const slider = (tab, at) => tab.getByRole("slider").nth(at);
/** What the two sliders say that they stand at. */
const span = async (tab) => (await tab.getByRole("slider").evaluateAll((all) => all.map((one) => one.getAttribute("aria-valuetext")))).join(" – ");
const isSpan = async (tab, words, { address, events }) => {
    assert.equal(await span(tab), words);
    await asks(tab, address);
    assert.equal(await shown(tab), events);
    assert.equal(await said(tab), address ? `Events shown: ${events} of 24` : "");
};
const ALL = ["January 2023 – December 2024", { address: "", events: 24 }];

/** Where the middle of a month is in the window, of so many; the first is where texts begin. */
const places = async (tab, months = 24) => {
    const { isLeft, box } = await tab.locator(".overview-plot svg").first().evaluate((drawing) => ({
        isLeft: getComputedStyle(drawing).direction === "ltr", box: drawing.getBoundingClientRect(),
    }));
    return (month) => {
        const part = (month + 0.5) / months;
        return { x: box.left + box.width * (isLeft ? part : 1 - part), y: box.top + box.height / 2 };
    };
};
const drag = async (tab, months) => {
    const place = await places(tab);
    for (const [at, month] of months.entries()) {
        const { x, y } = place(month);
        await tab.mouse.move(x, y);
        if (at === 0) await tab.mouse.down();
    }
    await tab.mouse.up();
};

check("arrow keys choose a span, and the list follows", async ({ open }) => {
    const tab = await open("");
    await isSpan(tab, ...ALL);
    const from = tab.getByRole("slider", { name: "Start of the span" });
    await from.focus();
    for (let press = 0; press < 3; press += 1) await from.press("ArrowRight");
    await isSpan(tab, "April 2023 – December 2024", { address: "?from=2023-04&to=2024-12", events: 20 });
    const to = tab.getByRole("slider", { name: "End of the span" });
    await to.focus();
    await to.press("ArrowLeft");
    await to.press("ArrowDown");
    await isSpan(tab, "April 2023 – October 2024", { address: "?from=2023-04&to=2024-10", events: 18 });
    const dates = await tab.locator("main .events > li").filter({ visible: true }).evaluateAll((all) => all.map((one) => one.dataset.first.slice(0, 7)));
    assert.deepEqual([...new Set(dates)].sort(), ["2023-05", "2023-07", "2023-09", "2023-11", "2024-02", "2024-04", "2024-06", "2024-08", "2024-10"]);
    assert.equal(await tab.locator("main .group").filter({ visible: true }).count(), new Set(dates).size, "headings without events go");
    // An end that is pushed beyond the other takes it along.
    await to.press("Home");
    await isSpan(tab, "January 2023 – January 2023", { address: "?from=2023-01&to=2023-01", events: 2 });
    await from.focus();
    await from.press("End");
    await isSpan(tab, "December 2024 – December 2024", { address: "?from=2024-12&to=2024-12", events: 2 });
    await from.press("Home");
    await isSpan(tab, ...ALL);
});

check("a span is kept over reload, a way on and back, and in an address that is sent around", async ({ open }) => {
    const words = "April 2023 – October 2024";
    const chosen = { address: "?from=2023-04&to=2024-10", events: 18 };
    const tab = await open("");
    await drag(tab, [3, 12, 21]);
    await isSpan(tab, words, chosen);
    await tab.reload();
    await isSpan(tab, words, chosen);
    await tab.locator("main .what a").filter({ visible: true }).last().click();
    await tab.waitForURL(/\/events\//);
    await tab.goBack();
    await isSpan(tab, words, chosen);
    await showAll(tab).click();
    await isSpan(tab, ...ALL);
    assert.equal(await showAll(tab).isVisible(), false);
    assert.ok(await isFocused(slider(tab, 0)), "the focus is where the reader goes on");
    // That all is shown again can be taken back.
    await tab.goBack();
    await isSpan(tab, words, chosen);
    await tab.goForward();
    await isSpan(tab, ...ALL);
    const other = await open("?from=2023-04&to=2024-10#latest");
    await isSpan(other, words, chosen);
});

check("what an address asks for and the overview does not have is taken for the nearest", async ({ open }) => {
    for (const [address, words, events] of [
        ["?from=1066&to=2023-02", "January 2023 – February 2023", 2],
        ["?from=2024", "January 2024 – December 2024", 12],
        ["?to=2023-06", "January 2023 – June 2023", 6],
        ["?from=2024-03&to=2023-03", "March 2024 – March 2024", 0],
        ["?from=soon&to=2999-99", "January 2023 – December 2024", 24],
    ]) {
        const tab = await open(address);
        assert.equal(await span(tab), words, address);
        assert.equal(await shown(tab), events, address);
        await tab.close();
    }
});

check("dragging chooses a span, either way, and a click on a bar still leads to its month", async ({ open }) => {
    const tab = await open("");
    await drag(tab, [20, 10]);
    await isSpan(tab, "November 2023 – September 2024", { address: "?from=2023-11&to=2024-09", events: 10 });
    // On a bar, and back to where it began: one month, and no way on.
    await drag(tab, [6, 4, 6]);
    await isSpan(tab, "July 2023 – July 2023", { address: "?from=2023-07&to=2023-07", events: 2 });
    // To the edges and beyond.
    await drag(tab, [12, 40]);
    await isSpan(tab, "January 2024 – December 2024", { address: "?from=2024-01&to=2024-12", events: 12 });
    const { x, y } = (await places(tab))(2);
    await tab.mouse.click(x, y);
    await tab.waitForURL(built.full.url("2023/03/"));
});

check("a drag to and fro ends where it ends, and the address is not written at every move", async ({ context, open }) => {
    await context.addInitScript(() => {
        const write = history.replaceState;
        window.written = 0;
        history.replaceState = function replaceState(...all) {
            window.written += 1;
            return write.apply(this, all);
        };
    });
    const tab = await open("");
    const begin = Date.now();
    await drag(tab, [0, ...Array.from({ length: 60 }, (_, at) => 1 + (at % 23)), 4]);
    await isSpan(tab, "January 2023 – May 2023", { address: "?from=2023-01&to=2023-05", events: 6 });
    // Safari bears a hundred in thirty seconds, and then refuses.
    const written = await tab.evaluate(() => window.written);
    assert.ok(written <= 2 + (Date.now() - begin) / 300, `${written} times`);
});

check("a finger scrolls the page, and does not drag", async ({ context, open }) => {
    const tab = await open("");
    const session = await context.newCDPSession(tab);
    const { x, y } = (await places(tab))(4);
    const touch = (type, ...points) => session.send("Input.dispatchTouchEvent", { type, touchPoints: points });
    await touch("touchStart", { x, y });
    for (let step = 1; step <= 5; step += 1) await touch("touchMove", { x: x + 25 * step, y: y - 40 * step });
    await touch("touchEnd");
    await soon("the page is scrolled", () => tab.evaluate(() => scrollY > 50));
    await isSpan(tab, ...ALL);
}, { hasTouch: true });

check("where texts run from right to left, time does, under the mouse and the keys", async ({ open }) => {
    const tab = await open("");
    await drag(tab, [3, 21]);
    await asks(tab, "?from=2023-04&to=2024-10");
    assert.equal(await shown(tab), 18);
    const [left, right] = [await slider(tab, 0), await slider(tab, 1)];
    await left.press("ArrowLeft");
    await asks(tab, "?from=2023-05&to=2024-10");
    await right.press("ArrowRight");
    await asks(tab, "?from=2023-05&to=2024-09");
    // What is paled lies where the list has nothing: in the drawing, which is mirrored, after December 2023.
    await tab.goto(built.arabic.url("?to=2023-12"));
    const pale = await tab.locator(".overview-plot .unchosen").last().boundingBox();
    const plot = await tab.locator(".overview-plot svg").first().boundingBox();
    assert.ok(Math.abs(pale.x - plot.x) < 2 && Math.abs(pale.width - plot.width / 2) < 2, JSON.stringify({ pale, plot }));
}, on("arabic"));

check("an overview of many years chooses years", async ({ open }) => {
    const tab = await open("");
    assert.equal(await span(tab), "2001 – 2024");
    await drag(tab, [9, 14]);
    assert.equal(await span(tab), "2010 – 2015");
    await asks(tab, "?from=2010&to=2015");
    assert.equal(await said(tab), "Events shown: 8 of 24");
}, on("long"));

check("where a page lists but a part of its events, a span leads to the pages that have them all", async ({ open }) => {
    const tab = await open("");
    const pages = () => tab.locator("figure.overview").getByRole("link").filter({ visible: true });
    assert.equal(await shown(tab), 6);
    assert.equal(await pages().count(), 0);
    await drag(tab, [0, 4]);
    assert.equal(await said(tab), "Events shown: 0 of 6");
    await tab.getByText("All events of the span:").waitFor();
    assert.deepEqual(await pages().allInnerTexts(), ["May 2023", "March 2023", "January 2023"]);
    const addresses = await pages().evaluateAll((all) => all.map((link) => new URL(link.href).pathname));
    assert.deepEqual(addresses, ["05", "03", "01"].map((month) => `${BASE}2023/${month}/`));
    await pages().last().click();
    await tab.waitForURL(built.part.url("2023/01/"));
    assert.equal(await shown(tab), 2);
    await tab.goBack();
    assert.deepEqual(await pages().allInnerTexts(), ["May 2023", "March 2023", "January 2023"]);
    await showAll(tab).click();
    assert.equal(await pages().count(), 0);
}, on("part"));

check("a span of many months leads to their years, so that none is left out", async ({ open }) => {
    const tab = await open("?from=2023-02&to=2024-12");
    const pages = tab.locator("figure.overview").getByRole("link").filter({ visible: true });
    assert.deepEqual(await pages.allInnerTexts(), ["2024", "2023"]);
    assert.deepEqual(await pages.evaluateAll((all) => all.map((link) => new URL(link.href).pathname)), [`${BASE}2024/`, `${BASE}2023/`]);
}, on("dense"));

check("a page that lists all of its events leads nowhere else", async ({ open }) => {
    const tab = await open("?from=2023-01&to=2023-05");
    assert.equal(await tab.locator("figure.overview").getByRole("link").filter({ visible: true }).count(), 0);
});

check("an actor's and a topic's page has an overview of its own events", async ({ open }) => {
    const tab = await open("actors/northern-republic/");
    assert.equal(await span(tab), "January 2023 – December 2023");
    await slider(tab, 0).press("ArrowRight");
    assert.equal(await said(tab), "Events shown: 10 of 12");
    await tab.goto(built.full.url("topics/prisoners/"));
    await slider(tab, 1).press("ArrowLeft");
    assert.equal(await said(tab), "Events shown: 10 of 12");
});

check("without a script bars are links, and a table says the same", async ({ open }) => {
    const tab = await open("?from=2023-04&to=2023-05");
    assert.equal(await tab.locator("input[type=range], button").filter({ visible: true }).count(), 0);
    assert.equal(await shown(tab), 24);
    const { x, y } = (await places(tab))(4);
    await tab.mouse.click(x, y);
    await tab.waitForURL(built.full.url("2023/05/"));
    await tab.goto(built.full.url(""));
    await tab.getByText("The same as a table").click();
    const rows = tab.getByRole("row");
    assert.equal(await rows.count(), 13);
    assert.equal((await rows.nth(1).innerText()).trim().split(/\s+/).at(-1), "2");
    await rows.getByRole("link", { name: "March 2023" }).click();
    await tab.waitForURL(built.full.url("2023/03/"));
}, { javaScriptEnabled: false });

// --- By both ----------------------------------------------------------------------------------------

check("a span and chips narrow a list together, and are taken away together", async ({ open }) => {
    const tab = await open("");
    await unfold(tab);
    const meetings = () => chip(tab, "Meeting").innerText();
    assert.match(await meetings(), /8$/);
    await chip(tab, "Meeting").click();
    await slider(tab, 1).focus();
    for (let press = 0; press < 12; press += 1) await slider(tab, 1).press("ArrowLeft");
    await asks(tab, "?type=consult&from=2023-01&to=2023-12");
    assert.equal(await said(tab), "Events shown: 4 of 24");
    // The chips count what the span has.
    assert.match(await meetings(), /4$/);
    assert.equal(await chip(tab, "Mediators").getAttribute("aria-disabled"), "true");
    await tab.reload();
    assert.equal(await said(tab), "Events shown: 4 of 24");
    // Back takes the chip away: a drag leaves no steps.
    await chip(tab, "Accusation").click();
    assert.equal(await said(tab), "Events shown: 8 of 24");
    await tab.goBack();
    assert.equal(await said(tab), "Events shown: 4 of 24");
    await chip(tab, "Meeting").click();
    await asks(tab, "?from=2023-01&to=2023-12");
    assert.equal(await said(tab), "Events shown: 12 of 24");
    await chip(tab, "Proposal").click();
    await showAll(tab).click();
    await asks(tab, "");
    assert.equal(await shown(tab), 24);
    assert.equal(await said(tab), "");
    assert.equal(await tab.locator("[aria-pressed=true]").count(), 0);
});

// What is open or chosen, and pages as they are: tests/browser/pages/axe.test.mjs.
for (const width of [320, 768, 1280]) {
    for (const [name, page] of [["full", "?type=consult&from=2023-03&to=2024-08"], ["part", "?from=2023-01&to=2024-10"], ["arabic", "?type=consult&to=2024-08"]]) {
        check(`a narrowed list (${name}) fits ${width} px, and axe finds nothing`, async ({ open }) => {
            const tab = await open(page);
            assert.match(await said(tab), /./);
            await fits(tab);
        }, { viewport: { width, height: 700 }, bypassCSP: true, ...on(name) });
    }
}

// The site by keyboard alone: every stop is seen, none is a trap, and the way leads from home to an event and back.
import assert from "node:assert/strict";
import { test } from "node:test";

import { built, everyKind, inTab, ofItsOwn, setUp, site } from "./visit.mjs";

setUp();

const VIEW = { viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" };

/** How many stops of a page are looked at: long lists repeat themselves. */
const STOPS = 25;

/** What has the focus: its name, whether it is in view and marked; nothing at the end of the page. */
const focused = (tab) => tab.evaluate(() => {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    window.stops ??= new Map();
    if (!window.stops.has(one)) window.stops.set(one, window.stops.size);
    const box = one.getClientRects()[0] ?? { width: 0, height: 0 };
    const style = getComputedStyle(one);
    return {
        number: window.stops.get(one),
        name: `${one.localName} ${(one.innerText || one.ariaLabel || "").trim().slice(0, 40)}`,
        href: one.getAttribute("href"),
        kind: one.type || one.localName,
        isFilter: one.closest(".filters") !== null,
        isSeen: one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && box.width > 2 && box.height > 2
            && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight,
        isMarked: style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2,
    };
});

const walk = async (tab, { kind = "" } = {}) => {
    // A frame is a part of somebody else's page: it has no menu to skip, and no search.
    const isFrame = kind.endsWith("embed");
    const faults = [];
    let last = -1;
    for (let number = 0; number < STOPS; number += 1) {
        await tab.keyboard.press("Tab");
        const stop = await focused(tab);
        if (!stop) {
            if (number === 0) faults.push("nothing takes the focus");
            break;
        }
        if (stop.number < last) break;
        // A day is one stop of several parts.
        if (stop.number === last) continue;
        last = stop.number;
        if (!stop.isSeen) faults.push(`not in view: ${stop.name}`);
        if (!stop.isMarked) faults.push(`not marked: ${stop.name}`);
        if (number === 0 && !isFrame && stop.href !== "#main") faults.push(`the first stop is ${stop.name}`);
    }
    if (isFrame) return faults;
    // As soon as the way there is taken: the next page waits.
    const leads = tab.waitForURL(/\/search\/(#q)?$/, { waitUntil: "commit" }).catch(() => faults.push("Ctrl-K does not open the search"));
    await tab.keyboard.press("Control+k");
    await leads;
    return faults;
};

for (const one of built) {
    test(`every stop in ${one.name} is seen and marked, and the search is a key away`, () => everyKind(one, { ...VIEW, only: ofItsOwn(one) }, walk));
}

test("a stop that is not seen or not marked would be found", () => inTab({ ...VIEW, bypassCSP: true }, async (tab) => {
    await tab.goto(site("included").server.url(""));
    await tab.addStyleTag({ content: "main a { outline: none !important }" });
    assert.match((await walk(tab)).join("\n"), /^not marked: a /m);
    await tab.waitForLoadState();
    await tab.goto(site("included").server.url(""));
    await tab.addStyleTag({ content: "main { display: none } footer a { position: fixed; left: -300px; width: 100px }" });
    assert.match((await walk(tab)).join("\n"), /^not in view: a /m);
}));

/** Tab until what has the focus is that. */
const reach = async (tab, what, isIt) => {
    for (let number = 0; number < 200; number += 1) {
        await tab.keyboard.press("Tab");
        const stop = await focused(tab);
        if (stop && isIt(stop)) return;
    }
    throw new Error(`${what} cannot be reached by keyboard from ${tab.url()}`);
};

const follow = async (tab, what, isIt) => {
    const address = tab.url();
    await reach(tab, what, isIt);
    await Promise.all([tab.waitForURL((url) => url.href !== address), tab.keyboard.press("Enter")]);
};

const leadsTo = (pattern) => ({ href }) => pattern.test(href ?? "");
const below = (tab) => new URL(tab.url()).pathname;

/** The browser's own key for it does nothing where the browser has no window. */
const back = async (tab, expected) => {
    await tab.goBack();
    await tab.waitForURL(expected);
};

for (const name of ["included", "generated"]) {
    test(`from home to an actor, an event and back in ${name}, by keyboard`, () => inTab(VIEW, async (tab) => {
        const home = site(name).server.url("");
        await tab.goto(home);
        // Past the menu, into the content.
        await follow(tab, "the skip link", leadsTo(/^#main$/));
        await tab.keyboard.press("Tab");
        assert.ok(await tab.evaluate(() => document.querySelector("main").contains(document.activeElement)), "the skip link leads into the content");
        await follow(tab, "an event", leadsTo(/^\/events\/./));
        const event = tab.url();
        assert.match(below(tab), /^\/events\/[^/]+\/$/);
        await follow(tab, "an actor", leadsTo(/^\/actors\/./));
        assert.match(below(tab), /^\/actors\/[^/]+\/$/);
        await back(tab, event);
        await follow(tab, "the search page", leadsTo(/^\/search\/$/));
        await follow(tab, "a type", leadsTo(/^\/types\/./));
        await follow(tab, "an event of the type", leadsTo(/^\/events\/./));
        for (let steps = 0; steps < 3; steps += 1) {
            const address = tab.url();
            await back(tab, (url) => url.href !== address);
        }
        assert.equal(tab.url(), event);
    }));
}

for (const name of ["included", "generated"]) {
    test(`from home over a span, a filter and the search to events and back in ${name}, by keyboard`, () => inTab(VIEW, async (tab) => {
        const asks = (pattern) => tab.waitForURL((url) => pattern.test(url.search));
        await tab.goto(site(name).server.url(""));
        await reach(tab, "a slider", ({ kind }) => kind === "range");
        await tab.keyboard.press("ArrowRight");
        await asks(/^\?from=[\d-]+&to=[\d-]+$/);
        await reach(tab, "the filters", ({ kind, isFilter }) => isFilter && kind === "summary");
        await tab.keyboard.press("Enter");
        await reach(tab, "a filter", ({ kind, isFilter }) => isFilter && kind === "button");
        await tab.keyboard.press("Space");
        await asks(/^\?from=[\d-]+&to=[\d-]+&type=\w+$/);
        const narrowed = tab.url();
        const shown = () => tab.locator("main .events > li").filter({ visible: true }).count();
        const count = await shown();
        assert.ok(count > 0);
        await follow(tab, "an event", leadsTo(/^\/events\/./));
        const headline = await tab.getByRole("heading", { level: 1 }).innerText();
        await back(tab, narrowed);
        assert.equal(await shown(), count);
        await tab.keyboard.press("/");
        await tab.waitForURL(site(name).server.url("search/"));
        await tab.keyboard.type(headline);
        await tab.locator(".results .what a").first().waitFor();
        await tab.keyboard.press("ArrowDown");
        const found = await focused(tab);
        assert.match(found.href, /^\/events\//);
        const search = tab.url();
        await Promise.all([tab.waitForURL((url) => url.pathname === found.href), tab.keyboard.press("Enter")]);
        await back(tab, search);
        await tab.locator(".results .what a:focus").waitFor();
        assert.equal(await tab.getByRole("searchbox").inputValue(), headline);
    }));
}

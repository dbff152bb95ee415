// Every kind of page on a narrow screen, enlarged, without JavaScript, and on paper.
import assert from "node:assert/strict";
import { test } from "node:test";

import { built, everyKind, inTab, ofItsOwn, setUp, site, unfold } from "./visit.mjs";

setUp();

/** How far the page scrolls sideways, and which texts their boxes cut off. */
const room = (tab) => tab.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const faults = scrollWidth > clientWidth ? [`scrolls sideways by ${scrollWidth - clientWidth} px`] : [];
    const cuts = (overflow) => overflow === "hidden" || overflow === "clip";
    for (const one of document.body.querySelectorAll("*")) {
        const hasText = [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
        if (!hasText) continue;
        const style = getComputedStyle(one);
        if (!cuts(style.overflowX) && !cuts(style.overflowY)) continue;
        const { width, height } = one.getBoundingClientRect();
        // What is one pixel large is for screen readers.
        if (width <= 2 || height <= 2 || !one.checkVisibility({ visibilityProperty: true })) continue;
        const isCut = (cuts(style.overflowX) && one.scrollWidth > one.clientWidth + 2) || (cuts(style.overflowY) && one.scrollHeight > one.clientHeight + 2);
        if (isCut) faults.push(`text is cut off: ${one.outerHTML.slice(0, 100)}`);
    }
    return faults;
});

const SPACING = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";

/** WCAG 2.2: 1.4.10 reflow, 1.4.4 text to 200 %, 1.4.12 text spacing. A page enlarged to 200 % has half the room. */
const CASES = [
    ["320 px wide", 320],
    ["enlarged to 200 %", 640],
    ["with text of 200 %", 1280, "html { font-size: 200% !important }"],
    ["with wide spacing", 360, SPACING],
];

for (const one of built) {
    // The styles that are added here are not the pages' own.
    test(`nothing is lost in ${one.name} on a small screen, enlarged or on paper`, () => everyKind(one, { bypassCSP: true, only: ofItsOwn(one) }, async (tab) => {
        await tab.emulateMedia({ media: "screen" });
        const faults = [];
        await unfold(tab);
        for (const [what, width, style] of CASES) {
            await tab.setViewportSize({ width, height: 640 });
            const added = style && await tab.addStyleTag({ content: style });
            faults.push(...(await room(tab)).map((fault) => `${what}: ${fault}`));
            await added?.evaluate((element) => element.remove());
        }
        faults.push(...(await onPaper(tab)).map((fault) => `on paper: ${fault}`));
        return faults;
    }));
}

test("what is lost would be seen", () => inTab({ viewport: { width: 320, height: 640 }, bypassCSP: true }, async (tab) => {
    await tab.goto(site("included").server.url("about/"));
    assert.deepEqual(await room(tab), []);
    await tab.addStyleTag({ content: "h1 { height: 0.5em; overflow: hidden } main { width: 400px }" });
    assert.match((await room(tab)).join("\n"), /^scrolls sideways by \d+ px\ntext is cut off: <h1/);
}));

/** What a page says to everybody: the words of its main part, without the search form, which needs a script. */
const words = (tab) => tab.evaluate(() => {
    // What the browser has not drawn yet counts too.
    for (const group of document.querySelectorAll(".group")) group.style.contentVisibility = "visible";
    const count = (part) => (part?.checkVisibility() && part.innerText.match(/[\p{L}\p{N}]+/gu)?.length) || 0;
    return count(document.querySelector("main")) - count(document.querySelector(".search")) - count(document.querySelector(".keys"));
});

for (const name of ["included", "generated"]) {
    // The kinds are the same; of the generated site the home page is of interest, which lists but a part of the events.
    const only = name === "included" ? () => true : ({ kind }) => kind === "home" || kind === "actors/ID";
    test(`${name} can be read and browsed without JavaScript`, () => everyKind(site(name), { only }, async (tab, page) => {
        const withScripts = await words(tab);
        const address = tab.url();
        return inTab({ javaScriptEnabled: false }, async (plain) => {
            await plain.goto(address);
            const faults = [];
            // Playwright can still ask a page that runs no script of its own.
            const without = await words(plain);
            if (without < 0.9 * withScripts) faults.push(`${without} of ${withScripts} words without JavaScript`);
            if (await plain.locator("main h1, header h1").count() !== 1) faults.push("no heading");
            const links = await plain.locator("main a[href]").count();
            if (links === 0 && !["about", "methodology", "corrections"].includes(page.kind)) faults.push("no way on");
            return faults;
        });
    }));
}

test("without JavaScript the way leads from home over an actor and a date to an event", () => inTab({ javaScriptEnabled: false }, async (tab) => {
    await tab.goto(site("included").server.url(""));
    const follow = async (selector, expected) => {
        await tab.locator(selector).filter({ visible: true }).first().click();
        await tab.waitForURL(expected);
    };
    await follow("a[href^='/actors/'][href$='/']:not([href='/actors/'])", /\/actors\/[^/]+\/$/);
    await follow("main a[href^='/events/']", /\/events\/[^/]+\/$/);
    await follow("a[href*='/20']", /\/\d{4}\/(\d\d\/)*$/);
    await follow("a[href='/search/']", /\/search\/$/);
    await follow("main a[href^='/types/']", /\/types\/[^/]+\/$/);
}));

/** What stands on paper that is of no use there, and what is missing. */
const onPaper = async (tab) => {
    await tab.emulateMedia({ media: "print" });
    return tab.evaluate(() => {
        const faults = [];
        const isShown = (element) => element.checkVisibility({ visibilityProperty: true });
        for (const part of document.querySelectorAll("nav, .skip, button, input, select")) {
            if (isShown(part)) faults.push(`printed: ${part.outerHTML.slice(0, 80)}`);
        }
        for (const link of document.querySelectorAll("main a[rel~=external]")) {
            const says = [link.innerText, getComputedStyle(link, "::after").content].join(" ");
            if (isShown(link) && !says.includes(link.getAttribute("href"))) faults.push(`no address: ${link.outerHTML.slice(0, 120)}`);
        }
        const colour = getComputedStyle(document.documentElement).backgroundColor;
        if (!["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"].includes(colour)) faults.push(`paper is ${colour}`);
        if (!isShown(document.querySelector("main"))) faults.push("nothing is printed");
        for (const part of document.querySelectorAll(".group")) {
            const { contentVisibility, position } = getComputedStyle(part.querySelector("h3") ?? part);
            if (getComputedStyle(part).contentVisibility !== "visible" || contentVisibility !== "visible") faults.push(`perhaps not printed: ${part.innerText.slice(0, 40)}`);
            if (position === "sticky") faults.push(`sticks: ${part.innerText.slice(0, 40)}`);
        }
        return faults;
    });
};

test("what prints badly would be seen", () => inTab({ bypassCSP: true }, async (tab) => {
    await tab.goto(site("fixture").server.url("events/geneva-talks/"));
    assert.deepEqual(await onPaper(tab), []);
    await tab.addStyleTag({ content: "nav { display: block !important } main a::after { content: none !important } html { background: #eee !important }" });
    const faults = (await onPaper(tab)).join("\n");
    for (const fault of [/^printed: <nav/m, /^no address: <a/m, /^paper is rgb\(238/m]) assert.match(faults, fault);
    await tab.goto(site("included").server.url(""));
    assert.deepEqual(await onPaper(tab), []);
    await tab.addStyleTag({ content: ".group { content-visibility: auto !important } .group h3 { position: sticky !important }" });
    for (const fault of [/^perhaps not printed: /m, /^sticks: /m]) assert.match((await onPaper(tab)).join("\n"), fault);
}));

test("a printed event says where it stands", () => inTab({}, async (tab) => {
    await tab.goto(site("included").server.url("events/putin-open-to-meeting/"));
    await tab.emulateMedia({ media: "print", colorScheme: "dark" });
    const printed = await tab.locator("body").innerText();
    assert.ok(printed.includes("https://talks.example.org/events/putin-open-to-meeting/"), printed);
}));

// What the browser tests of the pages share: a browser, every site on a server of its own, and a look at every kind of page.
import { after, before } from "node:test";

import { launch, PATIENCE } from "../bench.mjs";
import { serve } from "./server.mjs";
import { pagesOfEveryKind, sites } from "./sites.mjs";

/** How many pages are looked at together. */
const TABS = 2;

export const built = await sites();
export const site = (name) => built.find((one) => one.name === name);

let browser;

/** For every test of a file: the browser, and the servers. */
export const setUp = () => {
    before(async () => {
        browser = await launch();
        for (const one of built) one.server = await serve(one);
    });
    after(async () => {
        await browser?.close();
        for (const one of built) one.server?.close();
    });
};

/** Tabs that share nothing with others, closed at the end. What their scripts or their policy complain of is a fault. */
const inContext = async (options, body) => {
    const context = await browser.newContext(options);
    context.setDefaultTimeout(PATIENCE);
    const faults = [];
    context.on("weberror", (error) => faults.push(`script error: ${error.error().stack}`));
    context.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) faults.push(`console: ${message.text()}`);
    });
    context.on("request", (request) => {
        if (new URL(request.url()).hostname !== "127.0.0.1") faults.push(`another host: ${request.url()}`);
    });
    try {
        return await body(context, faults);
    } finally {
        await context.close();
    }
};

/** A tab of its own. */
export const inTab = (options, body) => inContext(options, async (context, faults) => {
    const result = await body(await context.newPage());
    if (faults.length) throw new Error(faults.join("\n"));
    return result;
});

/** Of the fixture only what the included site has no like of: events of all sorts, parts of lists, pictures. */
export const ofItsOwn = ({ name }) => ({ kind }) => name !== "fixture" || /^events|part$|^pictures|^long|^corrections/.test(kind);

/** Opens what can be opened on a page. */
export const unfold = (tab) => tab.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
});

/**
 * Looks at a page of every kind of a site. `look` returns what is wrong, a list of texts; all of it
 * is told together. With `isOpen: false` the tab is still empty, and a new one; `only` leaves pages out; `allParts` takes more of small sites.
 */
export const everyKind = async (one, { isOpen = true, only = () => true, allParts = false, ...options }, look) => {
    const pages = (await pagesOfEveryKind(one, { allParts })).filter(only);
    if (pages.length === 0) throw new Error(`${one.name} has no such pages`);
    const all = [];
    const worker = () => inContext(options, async (context, faults) => {
        let tab = await context.newPage();
        for (let page = pages.shift(); page; page = pages.shift()) {
            const open = isOpen ? tab.goto(one.server.url(page.path)) : tab.close().then(() => context.newPage()).then((fresh) => { tab = fresh; });
            const found = await open.then(() => look(tab, page)).catch((error) => [error.message]);
            all.push(...[...found, ...faults.splice(0)].map((fault) => `/${page.path}: ${fault}`));
        }
    });
    await Promise.all(Array.from({ length: TABS }, worker));
    if (all.length) throw new Error(`${all.length} faults in ${one.name}\n${all.sort().join("\n")}`);
};

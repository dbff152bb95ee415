// Finding events as a reader does, on a published site: the search from any page, and its filters.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, PATIENCE, soon, withPreview } from "./bench.mjs";
import { BASE, checks, fits, isFocused, manyEvents, Published } from "./published.mjs";

let browser, published, bare;
before(async () => {
    browser = await launch();
    published = await Published.make(await manyEvents());
    bare = await Published.make(await manyEvents(6), ["--no-search"]);
});
after(async () => {
    await browser?.close();
    await published?.stop();
    await bare?.stop();
});

const check = checks(() => browser, () => published);

const field = (tab) => tab.getByRole("searchbox");
const status = (tab) => tab.locator("form [role=status]");
const titles = (tab) => tab.locator(".results .what a").allInnerTexts();
const says = (tab, text) => soon(`“${text}” is said`, async () => (await status(tab).innerText()) === text);
const found = (tab, count) => says(tab, `Events found: ${count}`);
const query = (tab) => new URL(tab.url()).search;
const focused = (locator) => soon("the focus", () => isFocused(locator));
const searched = async (tab, words) => {
    await field(tab).fill(words);
    await soon("the words are in the address", () => new URLSearchParams(query(tab)).get("q") === words);
};
const facet = (tab, name) => tab.locator("details[data-facet]").filter({ has: tab.locator("summary", { hasText: name }) });
const choose = async (tab, name, choice) => {
    if (!(await facet(tab, name).evaluate((fold) => fold.open))) await facet(tab, name).locator("summary").click();
    await facet(tab, name).getByLabel(choice).click();
};

// --- The way to the search --------------------------------------------------------------------------

for (const [page, key] of [["", "/"], ["events/event-3/", "/"], ["actors/", "Control+k"], ["2024/", "Meta+k"], ["404.html", "/"]]) {
    check(`${key} opens the search from /${page}`, async ({ open }) => {
        const tab = await open(page);
        await tab.keyboard.press(key);
        await tab.waitForURL(published.url("search/"));
        await focused(field(tab));
        await tab.keyboard.type("bridges");
        await found(tab, 16);
        assert.equal(query(tab), "?q=bridges");
    });
}

check("keys that mean something else are left alone", async ({ open }) => {
    const tab = await open("search/");
    for (const key of ["Alt+/", "Control+/", "Control+Shift+k", "k"]) {
        await tab.keyboard.press(key);
        assert.equal(await isFocused(field(tab)), false, key);
    }
    await field(tab).focus();
    await tab.keyboard.type("a/b");
    assert.equal(await field(tab).inputValue(), "a/b");
    await tab.getByLabel("Order").focus();
    await tab.keyboard.press("/");
    assert.equal(await isFocused(field(tab)), false);
});

check("the single key can be turned off, for all pages and for good", async ({ open }) => {
    const tab = await open("search/");
    await tab.getByLabel("The key /").uncheck();
    await tab.goto(published.url("about-nothing/"));
    await tab.goto(published.url("2024/"));
    await tab.keyboard.press("/");
    await tab.keyboard.press("Control+k");
    await tab.waitForURL(published.url("search/"));
    assert.equal(await tab.getByLabel("The key /").isChecked(), false);
    await tab.getByLabel("The key /").check();
    await tab.keyboard.press("/");
    await focused(field(tab));
}, { faulty: true });

// --- What is found ----------------------------------------------------------------------------------

check("results tell when, what, who and where, and the words are marked", async ({ open }) => {
    const tab = await open("search/?q=bridges+delegation");
    await found(tab, 16);
    const first = tab.locator(".results li").first();
    assert.deepEqual(await first.locator(".excerpt mark").allInnerTexts(), ["bridges"]);
    assert.deepEqual(await first.locator(".what mark").allInnerTexts(), ["Delegation"]);
    assert.match(await first.locator(".on").innerText(), /^\d+ \w+ 202[34]$/);
    const links = await first.getByRole("link").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    assert.match(links.join(" "), RegExp(`^${BASE}events/event-\\d+/ ${BASE}types/\\w+/( ${BASE}actors/[\\w-]+/)+ ${BASE}places/\\w+/$`));
    assert.match(await first.getAttribute("class"), /^(verbal|material)-/);
    for (const link of links) assert.equal((await tab.request.get(new URL(link, tab.url()).href)).status(), 200, link);
});

check("words that are typed while the index is loaded stay", async ({ context, open }) => {
    let go;
    const loaded = new Promise((resolve) => { go = resolve; });
    await context.route("**/pagefind.js", async (route) => {
        await loaded;
        await route.continue();
    });
    const tab = await open("search/");
    // Typed in the page, so that typing never rests before the choices are there.
    const typed = field(tab).evaluate(async (input, text) => {
        input.focus();
        const isThere = () => document.querySelector("[data-facet] input") !== null;
        for (let at = 0; at < text.length || !isThere(); at += 1) {
            input.value += text[at] ?? "";
            input.dispatchEvent(new Event("input", { bubbles: true }));
            await new Promise((resolve) => { setTimeout(resolve, 30); });
        }
    }, "Delegation 7");
    go();
    await typed;
    await found(tab, 1);
    assert.equal(await field(tab).inputValue(), "Delegation 7");
});

for (const [words, count] of [
    ["Delegation 7", 1],
    ['"bridges and rivers"', 8],
    ["the north", 12],
    ["Example Herald", 12],
    ["2024-04-15", 1],
    ["April 2024", 2],
    ["rivers <b>", 16],
]) {
    check(`${words} finds ${count}`, async ({ open }) => {
        const tab = await open("search/");
        await searched(tab, words);
        await found(tab, count);
    });
}

check("that nothing is found is said, and what to do", async ({ open }) => {
    const tab = await open("search/?q=zzzz&actor=northern-republic");
    await found(tab, 0);
    await tab.getByText("Try fewer or other words").waitFor();
    await tab.getByRole("button", { name: "Clear the search" }).click();
    assert.equal(query(tab), "");
    await tab.getByRole("heading", { name: "By date" }).waitFor();
    await focused(field(tab));
    assert.equal(await field(tab).inputValue(), "");
    assert.equal(await tab.getByRole("region", { name: "Results" }).isVisible(), false);
});

check("more results are shown on demand, and the focus goes on to them", async ({ open }) => {
    const tab = await open("search/?q=hall");
    await found(tab, 24);
    assert.equal((await titles(tab)).length, 10);
    await tab.getByRole("button", { name: "Show more" }).click();
    await soon("twenty results", async () => (await titles(tab)).length === 20);
    assert.ok(await isFocused(tab.locator(".results .what a").nth(10)));
    await tab.getByRole("button", { name: "Show more" }).click();
    await soon("all results", async () => (await titles(tab)).length === 24);
    assert.equal(await tab.getByRole("button", { name: "Show more" }).isVisible(), false);
    assert.equal(new Set(await titles(tab)).size, 24);
});

// --- Filters and order ------------------------------------------------------------------------------

check("filters narrow what is found, say how many there are, and stand in the address", async ({ open }) => {
    const tab = await open("search/?q=hall");
    await found(tab, 24);
    await choose(tab, "Type", "Meeting");
    await found(tab, 8);
    assert.equal(query(tab), "?q=hall&type=consult");
    // One of the types is enough; the other types still say how many they would add.
    assert.match(await facet(tab, "Type").getByRole("listitem").filter({ hasText: "Accusation" }).innerText(), /8$/);
    await choose(tab, "Type", "Accusation");
    await found(tab, 16);
    // All of the actors have to be there.
    await choose(tab, "Actor", "Northern Republic");
    await found(tab, 8);
    await choose(tab, "Actor", "Southern Republic");
    await found(tab, 4);
    assert.equal(await facet(tab, "Actor").getByLabel("Mediators").isVisible(), false);
    assert.match(await facet(tab, "Actor").locator("summary").innerText(), /2/);
    const address = tab.url();
    await tab.reload();
    await found(tab, 4);
    await facet(tab, "Actor").locator("summary").click();
    assert.ok(await facet(tab, "Actor").getByLabel("Southern Republic").isChecked());
    await tab.goBack();
    await found(tab, 8);
    await tab.goBack();
    await found(tab, 16);
    await tab.goForward();
    await tab.goForward();
    await found(tab, 4);
    assert.equal(tab.url(), address);
});

check("every facet filters, without words too", async ({ open }) => {
    const tab = await open("search/");
    for (const [name, choice, address, count] of [
        ["Topic", "prisoners", "?topic=prisoners", 12],
        ["Place", "Vienna", "?topic=prisoners&place=vienna", 12],
        ["Publisher", "Example Herald", "?topic=prisoners&place=vienna&publisher=example-herald", 12],
        ["Year", "2024", "?topic=prisoners&place=vienna&publisher=example-herald&year=2024", 12],
    ]) {
        await choose(tab, name, choice);
        await found(tab, count);
        assert.equal(query(tab), address);
    }
    assert.equal(await facet(tab, "Year").getByLabel("2023").isVisible(), false, "what nothing has is not offered");
});

check("an order by date, the newest first where no words are", async ({ open }) => {
    const tab = await open("search/?type=consult");
    await found(tab, 8);
    const dates = async () => (await tab.locator(".results .on").allInnerTexts()).map((text) => Date.parse(`${text} UTC`));
    const sorted = (order) => async () => {
        const all = await dates();
        return all.length === 8 && all.every((date, at) => at === 0 || (all[at - 1] - date) * order >= 0);
    };
    assert.ok(await sorted(1)());
    await tab.getByLabel("Order").selectOption("Oldest");
    await soon("the oldest first", sorted(-1));
    assert.equal(query(tab), "?type=consult&sort=oldest");
    await tab.getByLabel("Order").selectOption("Newest");
    await soon("the newest first", sorted(1));
    await tab.goBack();
    await soon("the oldest first", sorted(-1));
    assert.equal(await tab.getByLabel("Order").inputValue(), "oldest");
});

check("what an address asks for and no event has is said, and can be taken away", async ({ open }) => {
    const tab = await open("search/?actor=nobody&sort=wild");
    await found(tab, 0);
    await tab.getByRole("button", { name: "Clear the search" }).click();
    assert.equal(query(tab), "");
});

// --- By keyboard ------------------------------------------------------------------------------------

check("by keys alone to an event, and back to where the reader was", async ({ open }) => {
    const tab = await open("topics/");
    await tab.keyboard.press("/");
    await focused(field(tab));
    await tab.keyboard.type("hall");
    await found(tab, 24);
    const link = (at) => tab.locator(".results .what a").nth(at);
    await tab.keyboard.press("ArrowDown");
    await focused(link(0));
    await tab.keyboard.press("ArrowUp");
    await focused(field(tab));
    for (const at of [0, 1, 2]) {
        await tab.keyboard.press("ArrowDown");
        await focused(link(at));
    }
    await tab.keyboard.press("Escape");
    await focused(field(tab));
    await tab.getByRole("button", { name: "Show more" }).focus();
    await tab.keyboard.press("Enter");
    await focused(link(10));
    await tab.keyboard.press("ArrowDown");
    await focused(link(11));
    const name = await link(11).innerText();
    const top = await tab.evaluate(() => scrollY);
    assert.ok(top > 300, `${top}`);
    await tab.keyboard.press("Enter");
    await tab.getByRole("heading", { level: 1, name }).waitFor();
    await tab.goBack();
    await found(tab, 24);
    assert.equal(await field(tab).inputValue(), "hall");
    await focused(link(11));
    assert.equal(await link(11).innerText(), name);
    await soon("the place on the page", () => tab.evaluate((before) => Math.abs(scrollY - before) < 40, top));
}, { reducedMotion: "reduce" });

check("filters by keys alone", async ({ open }) => {
    const tab = await open("search/#q");
    await focused(field(tab));
    for (const key of ["Tab", "Tab", "Enter", "Tab", "Space"]) {
        await tab.keyboard.press(key);
        if (key === "Enter") await facet(tab, "Type").getByRole("checkbox").first().waitFor();
    }
    await found(tab, 8);
    assert.match(query(tab), /^\?type=\w+$/);
});

// --- Where it does not work -------------------------------------------------------------------------

check("where no worker is to be had, the page itself searches", async ({ context, open }) => {
    await context.route("**/pagefind-worker.js", (route) => route.abort());
    const tab = await open("search/?q=hall");
    await found(tab, 24);
}, { faulty: true });

check("an index that cannot be loaded is said, and the lists stay", async ({ context, open }) => {
    await context.route("**/pagefind/**", (route) => route.abort());
    const tab = await open("search/?q=hall");
    await soon("it is said", async () => /cannot be loaded/.test(await status(tab).innerText()));
    assert.ok(await tab.getByRole("heading", { name: "By date" }).isVisible());
}, { faulty: true });

check("nothing is loaded before it is needed", async ({ open }) => {
    const tab = await open("");
    const requests = [];
    tab.on("request", (request) => requests.push(new URL(request.url()).pathname));
    await tab.goto(published.url("search/"), { waitUntil: "networkidle" });
    assert.ok(requests.some((path) => /\/search\.\w+\.js$/.test(path)), requests.join(" "));
    assert.deepEqual(requests.filter((path) => path.includes("pagefind")), []);
    await field(tab).focus();
    await soon("the index is loaded", () => requests.some((path) => path.endsWith(".pf_meta")));
});

check("without a script the search says how to browse, and filters are links", async ({ open }) => {
    const tab = await open("search/");
    assert.equal(await tab.locator("form").isVisible(), false);
    assert.equal(await tab.getByLabel("The key /").isVisible(), false);
    // Playwright looks for no text within it.
    assert.ok(await tab.locator("noscript p").isVisible());
    assert.match(await tab.locator("noscript p").textContent(), /^The full-text search needs JavaScript/);
    assert.ok(await tab.getByRole("link", { name: "2024" }).isVisible());
    await tab.goto(published.url(""));
    await tab.getByText("Filter by type").click();
    assert.equal(await tab.locator(".filters button").filter({ visible: true }).count(), 0);
    await tab.locator(".filters").getByRole("link", { name: "Meeting" }).click();
    await tab.waitForURL(published.url("types/consult/"));
}, { javaScriptEnabled: false });

check("a site without search has no key for it, and lists that filter", async ({ open }) => {
    const tab = await open("");
    await tab.keyboard.press("/");
    await tab.keyboard.press("Control+k");
    await tab.getByText("Filter by type").click();
    await tab.getByRole("button", { name: "Meeting" }).click();
    assert.equal(tab.url(), bare.url("?type=consult"));
}, { site: () => bare });

// --- On all screens ---------------------------------------------------------------------------------

for (const width of [320, 768, 1280]) {
    check(`the search fits ${width} px, and axe finds nothing`, async ({ open }) => {
        const tab = await open("search/?q=hall&type=consult");
        await found(tab, 8);
        await facet(tab, "Actor").locator("summary").click();
        await fits(tab);
    }, { viewport: { width, height: 700 }, bypassCSP: true });
}

// --- In the preview ---------------------------------------------------------------------------------

test("the preview finds what has just been written", withPreview(() => browser, async ({ site, open }) => {
    const tab = await open("/search/?q=letter");
    await soon("it is found", async () => (await titles(tab)).includes("A letter arrives in Vienna"));
    await site.edit("content/articles/gazette-geneva.md", (text) => text.replace("The letter.", "The letter came by boat."));
    await soon("the edit is found", async () => {
        await tab.goto(tab.url().replace(/q=\w+/, "q=boat"));
        await soon("an answer", async () => /\d/.test(await status(tab).innerText()));
        return (await titles(tab)).includes("A letter arrives in Vienna");
    });
}), { timeout: 4 * PATIENCE });

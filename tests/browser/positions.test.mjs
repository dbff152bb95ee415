// Positions as of a day: chosen by the reader, kept in the address, and read without a script from the pages of the years.
import assert from "node:assert/strict";
import { after, before } from "node:test";

import { launch, soon } from "./bench.mjs";
import { asks, checks, fits, manyEvents, Published } from "./published.mjs";

let browser, published;
before(async () => {
    browser = await launch();
    const site = await manyEvents(2);
    const speaks = (day, id, words) => site.write(`content/articles/${id}.md`, [
        `---\ntitle: Report ${id}\n---\n`, `## ${day}: They speak {#${id} .statement}\n`, "Text.\n", `Northern Republic on ceasefire\n: ${words}\n`,
    ].join("\n"));
    await speaks("2023-03-01", "first", "Never.");
    await speaks("2023-06-01", "second", "Perhaps.\n: only if the <b>guns</b> fall silent");
    await speaks("2024-02-01", "third", "Soon.");
    published = await Published.make(site, ["--no-search"]);
});
after(async () => {
    await browser?.close();
    await published?.stop();
});

const check = checks(() => browser, () => published);
const cell = (tab) => tab.locator("td[data-topic=ceasefire][data-actor=northern-republic]");
const shows = (tab, words) => soon(`the cell shows ${words}`, async () => words.test(await cell(tab).innerText()));

check("a day is chosen, said, kept in the address, and taken back by the browser's button", async ({ open }) => {
    const tab = await open("positions/");
    await shows(tab, /Soon\./);
    await tab.getByLabel("As of").fill("2023-07-15");
    await tab.getByRole("button", { name: "Show", exact: true }).click();
    await shows(tab, /1 June 2023[^]*Perhaps\.[^]*only if the guns fall silent[^]*They speak/);
    await asks(tab, "?on=2023-07-15");
    assert.match(await tab.getByRole("main").getByRole("status").innerText(), /15 July 2023/);
    assert.equal(await cell(tab).getByRole("link").evaluate((link) => link.pathname.replace(/.*(\/events\/)/, "$1")), "/events/second/");
    await tab.goBack();
    await shows(tab, /Soon\./);
    await tab.goForward();
    await shows(tab, /Perhaps\./);
});

check("an address with a day shows that day, and one that is none the latest", async ({ open }) => {
    await shows(await open("positions/?on=2023-04-01"), /Never\./);
    const before = await open("positions/?on=2020-01-01");
    await shows(before, /^$/);
    for (const day of ["2023-13-01", "yesterday", ""]) await shows(await open(`positions/?on=${day}`), /Soon\./);
});

check("without a script the pages of the years show the same", async ({ open }) => {
    const tab = await open("positions/");
    assert.equal(await tab.getByLabel("As of").isVisible(), false);
    await tab.getByRole("link", { name: "2023", exact: true }).click();
    await shows(tab, /Perhaps\./);
    await tab.getByRole("link", { name: "Latest" }).click();
    await shows(tab, /Soon\./);
}, { javaScriptEnabled: false });

for (const width of [320, 768, 1280]) {
    check(`the table of positions fits ${width} px, and axe finds nothing`, async ({ open }) => {
        const tab = await open("positions/?on=2023-07-15");
        await shows(tab, /Perhaps\./);
        await fits(tab);
    }, { viewport: { width, height: 800 }, bypassCSP: true });
}

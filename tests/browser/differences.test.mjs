// On what sources differ and how well events are attested, on a published site: the tables, the filters, the search.
import assert from "node:assert/strict";
import { after, before } from "node:test";

import { launch, soon } from "./bench.mjs";
import { asks, checks, fits, manyEvents, Published } from "./published.mjs";

/** Eight events; two are told of by another report, which differs, and one by its own side's press alone. */
const site = async () => {
    const site = await manyEvents(8);
    await site.write("content/actors/northern-republic.md", "---\nname: Northern Republic\nkind: state\ncountry: NO\n---\n");
    await site.write("content/publishers/example-gazette.md", "---\nname: Example Gazette\ncountry: NO\nkind: newspaper\n---\n\nA paper.\n");
    for (const at of [1, 2]) {
        await site.write(`content/articles/other-${at}.md`, [
            `---\ntitle: Another report ${at}\npublisher: Example Courier\n---\n`,
            `## 2023-10-0${at}: Delegation ${at} is seen {#event-${at} .agree actors=mediators}\n\nThey signed.\n`,
        ].join("\n"));
    }
    await site.write("content/events/event-2.md", "---\ndecisions:\n  date:\n    value: 2023-10-02\n    why: The minutes bear that day.\n---\n");
    return site;
};

let browser;
let published;
before(async () => {
    browser = await launch();
    published = await Published.make(await site());
});
after(async () => {
    await browser?.close();
    await published?.stop();
});

const check = checks(() => browser, () => published);

check("a list is filtered by how well its events are attested", async ({ open }) => {
    const tab = await open("");
    await tab.getByText("Filter by type").click();
    const shown = () => tab.locator("main .events > li").filter({ visible: true }).count();
    const all = await shown();
    await tab.locator(".filters").getByRole("button", { name: "one origin only" }).click();
    assert.equal(await shown(), all - 2);
    await asks(tab, "?attestation=one-origin");
    await tab.locator(".filters").getByRole("button", { name: "one side’s press only" }).click();
    const left = await shown();
    assert.ok(left > 0 && left < all - 2);
    await tab.reload();
    assert.equal(await shown(), left);
});

check("the search is filtered by it, and results say it", async ({ open }) => {
    const tab = await open("search/?attestation=one-side");
    await soon("results are there", async () => (await tab.locator(".results .events > li").count()) > 0);
    assert.match(await tab.locator(".results .events > li").first().innerText(), /one side’s press only/);
    const several = await open("search/?attestation=several-origins");
    await soon("two are found", async () => (await several.locator(".results .events > li").count()) === 2);
    assert.doesNotMatch(await several.locator(".results").innerText(), /one origin only/);
});

check("the table of differences leads to the events and says why a value is shown", async ({ open }) => {
    const tab = await open("differences/");
    const row = tab.getByRole("table", { name: /^Date/ }).getByRole("row", { name: /Delegation 2/ });
    assert.match(await row.innerText(), /The minutes bear that day\./);
    assert.match(await row.innerText(), /set aside by the editors/);
    await row.getByRole("link", { name: "Delegation 2" }).click();
    assert.match(new URL(tab.url()).hash, /^#differences$/);
});

for (const width of [320, 1280]) {
    check(`differences, classes, method and publishers fit ${width} px, and axe finds nothing`, async ({ open }) => {
        for (const page of ["differences/", "attestation/one-origin/", "methodology/", "publishers/example-gazette/", "events/event-2/"]) {
            const tab = await open(page);
            await tab.setViewportSize({ width, height: 800 });
            await fits(tab);
        }
    });
}

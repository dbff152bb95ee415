// How an event stood on a day: asked for in the address or with the form, and read without a script from the list.
import assert from "node:assert/strict";
import { after, before } from "node:test";

import { launch, Site } from "./bench.mjs";
import { BASE, checks, fits, Published } from "./published.mjs";

let browser, published;
before(async () => {
    browser = await launch();
    const site = await Site.make();
    // Published on 5 September 2025, corrected on the 10th and the 12th; of `letter` nothing is corrected.
    await site.edit("permalinks.lock", (text) => `${text}\nevents/letter published=2025-09-05\n`);
    await site.edit("site.yaml", (text) => text.replace(/^base_url: .*$/m, `base_url: https://talks.example${BASE}`));
    published = await Published.make(site, ["--no-search", "--today", "2025-09-20"]);
});
after(async () => {
    await browser?.close();
    await published?.stop();
});

const check = checks(() => browser, () => published);
const EVENT = "events/northern-terms/";
const notice = async (tab) => (await tab.locator("[data-as-known]:visible").allInnerTexts()).join();

check("an address with a day says which version stood on it, and leads there", async ({ open }) => {
    const tab = await open(`${EVENT}?on=2025-09-11`);
    assert.match(await notice(tab), /On 11 September 2025 it stood as in the version of 10–11 September 2025\./);
    assert.equal(await tab.locator(".versions [aria-current=true]").getAttribute("id"), "as-of-2025-09-10");
    await tab.locator("[data-as-known] a").click();
    assert.equal(new URL(tab.url()).hash, "#as-of-2025-09-10");
});

check("a day before publication, a day of the present version and no day are told apart", async ({ open }) => {
    for (const [address, words] of [
        [`${EVENT}?on=2025-09-04`, /On 4 September 2025 this event was not published here yet\./],
        [`${EVENT}?on=2025-09-05`, /in the version of 5–9 September 2025\./],
        [`${EVENT}?on=2025-09-12`, /Nothing of this has been corrected since 12 September 2025\./],
        ["events/letter/?on=2025-09-04", /On 4 September 2025 this event was not published here yet\./],
        ["events/letter/?on=2025-09-06", /Nothing of this has been corrected since 6 September 2025\./],
        [`${EVENT}?on=2025-13-01`, /^$/],
        [`${EVENT}?on=yesterday`, /^$/],
        [EVENT, /^$/],
    ]) assert.match(await notice(await open(address)), words, address);
});

check("the form asks for a day", async ({ open }) => {
    const tab = await open(EVENT);
    await tab.getByLabel("As of").fill("2025-09-06");
    await tab.getByRole("button", { name: "Show", exact: true }).click();
    await tab.waitForURL(/\?on=2025-09-06$/);
    assert.match(await notice(tab), /5–9 September 2025/);
    assert.equal(await tab.getByLabel("As of").inputValue(), "2025-09-06");
});

check("without a script the versions stand on the page, and nothing asks for a day", async ({ open }) => {
    const tab = await open(`${EVENT}?on=2025-09-11`);
    assert.equal(await notice(tab), "");
    assert.equal(await tab.getByLabel("As of").isVisible(), false);
    assert.match(await tab.locator("#as-of-2025-09-10").innerText(), /10–11 September 2025[^]*Date[^]*2 June 2025/);
}, { javaScriptEnabled: false });

for (const width of [320, 1280]) {
    check(`the page of a corrected event fits ${width} px, and axe finds nothing`, async ({ open }) => {
        await fits(await open(`${EVENT}?on=2025-09-11`));
    }, { viewport: { width, height: 800 }, bypassCSP: true });
}

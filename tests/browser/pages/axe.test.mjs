// axe-core finds nothing on any kind of page, with all of it unfolded, at three widths, in both colour schemes.
import assert from "node:assert/strict";
import fs from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";

import { built, everyKind, inTab, ofItsOwn, setUp, unfold } from "./visit.mjs";

const AXE = await fs.readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
const WIDTHS = [360, 768, 1280];

setUp();

const violations = async (tab) => {
    const found = [];
    await tab.evaluate(AXE);
    await unfold(tab);
    // Axe passes over what the browser has not drawn yet.
    await tab.addStyleTag({ content: "* { content-visibility: visible !important }" });
    for (const colorScheme of ["light", "dark"]) {
        await tab.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        for (const width of WIDTHS) {
            await tab.setViewportSize({ width, height: 800 });
            const result = await tab.evaluate((rules) => globalThis.axe.run(document, { runOnly: rules, resultTypes: ["violations"] }), RULES);
            for (const { id, nodes } of result.violations) {
                found.push(`${id} at ${width} px, ${colorScheme}: ${nodes.length}, the first ${nodes[0].html.slice(0, 200)}`);
            }
        }
    }
    return found;
};

for (const site of built) {
    // Axe adds style of its own, which the pages' policy forbids.
    test(`axe finds nothing in ${site.name}`, () => everyKind(site, { bypassCSP: true, allParts: true, only: ofItsOwn(site) }, violations));
}

test("axe would find a fault", () => inTab({ bypassCSP: true }, async (tab) => {
    await tab.goto(built[0].server.url(""));
    await tab.evaluate(() => document.querySelector("h1").insertAdjacentHTML("afterend", "<a href='#main'></a><p style='color: #888'>Pale</p><details><summary>More</summary><button></button></details>"));
    await tab.addStyleTag({ content: "@media (prefers-color-scheme: dark) { h1 { color: #222 !important } }" });
    const found = await violations(tab);
    assert.match(found.join("\n"), /^color-contrast at 768 px, dark: 1, the first <h1/m);
    const rules = new Set(found.map((fault) => fault.split(" ")[0]));
    assert.deepEqual([...rules].sort(), ["button-name", "color-contrast", "link-name"]);
}));

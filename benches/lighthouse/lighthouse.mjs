// Lighthouse, as on a phone, on a page of each kind that readers enter by: the largest of each.
//
//   .ci/test pages                            builds the sites
//   npm --prefix benches/lighthouse ci --ignore-scripts
//   node benches/lighthouse/lighthouse.mjs    prints a table; exits 1 where a score is below 100
//
// SITES=included,generated says which sites, RUNS=3 how often: the median run counts. The times are simulated from
// what the processor takes here: a busy machine makes them worse.
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { computeMedianRun } from "lighthouse/core/lib/median-run.js";

import { serve } from "../../tests/browser/pages/server.mjs";
import { pagesOfEveryKind, sites } from "../../tests/browser/pages/sites.mjs";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const KINDS = { home: "home", "NNNN/NN": "month", "events/ID": "event", "actors/ID": "actor", search: "search" };
const NAMES = (process.env.SITES ?? "included,generated").split(",");
const RUNS = Number(process.env.RUNS ?? 3);

const profile = await fs.mkdtemp(path.join(os.tmpdir(), "dateline-lighthouse-"));
const chrome = await launch({
    chromePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    chromeFlags: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"],
    userDataDir: profile,
    logLevel: "silent",
});

const judge = async (address) => {
    const runs = [];
    for (let run = 0; run < RUNS; run += 1) {
        const { lhr } = await lighthouse(address, { port: chrome.port, logLevel: "silent", onlyCategories: CATEGORIES });
        if (lhr.runtimeError) throw new Error(`${address}: ${lhr.runtimeError.message}`);
        runs.push(lhr);
    }
    return RUNS > 1 ? computeMedianRun(runs) : runs[0];
};

const whole = (number) => Math.round(number).toLocaleString("en").replaceAll(",", " ");

const row = (site, kind, page, report) => {
    const scores = CATEGORIES.map((category) => Math.round((report.categories[category].score ?? 0) * 100));
    const value = (audit) => report.audits[audit].numericValue ?? Number.NaN;
    const requests = report.audits["network-requests"].details.items.length;
    const costs = [whole(value("total-byte-weight")), requests, whole(value("largest-contentful-paint")), whole(value("total-blocking-time")), value("cumulative-layout-shift")];
    console.log(`| ${[site, kind, `\`/${page}\``, ...scores, ...costs].join(" | ")} |`);
    for (const category of CATEGORIES) {
        for (const { id, weight } of report.categories[category].auditRefs) {
            const { score, title } = report.audits[id];
            if (weight > 0 && score !== null && score < 0.9) console.error(`  ${category}: ${id}: ${title} (${score})`);
        }
    }
    return scores.every((score) => score === 100);
};

let isGood = true;
try {
    console.log("| site | kind | page | performance | accessibility | best practices | SEO | bytes | requests | LCP (ms) | TBT (ms) | CLS |");
    console.log("| --- | --- | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |");
    for (const site of (await sites()).filter(({ name }) => NAMES.includes(name))) {
        const server = await serve(site);
        const pages = await pagesOfEveryKind(site);
        for (const [kind, name] of Object.entries(KINDS)) {
            const page = pages.find((one) => one.kind === kind);
            const report = await judge(server.url(page.path));
            isGood = row(site.name, name, page.path, report) && isGood;
        }
        server.close();
    }
} finally {
    chrome.kill();
    await fs.rm(profile, { recursive: true, force: true });
}
process.exitCode = isGood ? 0 : 1;

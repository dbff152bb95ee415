// Builds the sites whose pages are tested: the included one, a generated one of many events, the small
// fixture with a bit of everything, and one in Arabic. Languages besides that of the included site get a copy of it.
//
//   node pages/build.mjs SOURCE    SOURCE is a site that benches/corpus/ has generated
//
// LANGUAGES=en,uk says in which languages the included site is looked at.
import { execFile } from "node:child_process";
import fs from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { article, DATELINE, Site } from "../bench.mjs";
import { WORK } from "./sites.mjs";

const REPOSITORY = fileURLToPath(new URL("../../..", import.meta.url));
const LANGUAGES = (process.env.LANGUAGES ?? "en").split(",");

/** The value of a key of `site.yaml`, where it stands on a line of its own. */
const setting = (text, key) => text.match(new RegExp(`^${key}: *(\\S+)`, "m"))?.[1];

const build = async (name, source) => {
    const folder = path.join(WORK, name);
    const { stdout, stderr } = await promisify(execFile)(DATELINE, ["build", source, "--output", folder]);
    console.log(`${name}: ${(stdout + stderr).trim().split("\n").at(-2)}`);
    const settings = await fs.readFile(path.join(source, "site.yaml"), "utf8");
    const address = setting(settings, "base_url");
    return { name, folder, address, base: new URL(address).pathname, language: setting(settings, "language") ?? "en", isSmall: name === "fixture" };
};

/** A copy of a site's own files. */
const copy = async (from, name) => {
    const to = path.join(WORK, "sources", name);
    await fs.rm(to, { recursive: true, force: true });
    for (const part of ["site.yaml", "permalinks.lock", "content", "templates", "static"]) {
        await fs.cp(path.join(from, part), path.join(to, part), { recursive: true }).catch((error) => {
            if (error.code !== "ENOENT") throw error;
        });
    }
    return to;
};

const change = async (file, edit) => fs.writeFile(file, edit(await fs.readFile(file, "utf8")));

const included = async (language) => {
    const name = language === "en" ? "included" : `included-${language}`;
    const source = await copy(REPOSITORY, name);
    await change(path.join(source, "site.yaml"), (text) => text.replace(/^language: .*$/m, `language: ${language}`));
    return build(name, source);
};

/** Its home page shows 200 events: what the budgets are for. */
const generated = async (from) => {
    const source = await copy(from, "generated");
    await change(path.join(source, "site.yaml"), (text) => text.replace("latest: 10", "latest: 200"));
    return build("generated", source);
};

/** A picture in the content, and one of no size that everybody knows. */
const PICTURE = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 600 400\"><rect width=\"600\" height=\"400\" fill=\"#357\"/></svg>";

const fixture = async () => {
    const site = await Site.make();
    try {
        await site.write("static/images/table.svg", PICTURE);
        await site.write("content/pages/pictures.md", "---\ntitle: Pictures\n---\n\n"
            + "![A long table](/images/table.svg)\n\n<p><img src=\"/images/table.svg\" alt=\"The same, smaller\" width=\"150\"></p>\n\n".repeat(3)
            + "[A picture on another host](https://pictures.example/a.jpg)\n");
        // Enough for a list that is split by time.
        await site.edit("site.yaml", (text) => `${text}\n  longest_list: 10\n`);
        for (let at = 0; at < 12; at += 1) {
            await site.write(`content/articles/more-${at}.md`, article(`more-${at}`, `Northern Republic speaks ${at}`));
        }
        return await build("fixture", await copy(site.folder, "fixture"));
    } finally {
        await site.remove();
    }
};

/** From right to left, but for some names. */
const arabic = async () => {
    const source = path.join(WORK, "sources/arabic");
    const write = async (file, lines) => {
        await fs.mkdir(path.dirname(path.join(source, file)), { recursive: true });
        await fs.writeFile(path.join(source, file), `${lines.join("\n")}\n`);
    };
    await fs.rm(source, { recursive: true, force: true });
    await write("site.yaml", ["title: المحادثات", "description: تسلسل زمني لمحادثات لم تجر قط.", "base_url: https://talks.example/ar/", "language: ar", "options:", "  latest: 12"]);
    for (const [file, name, ...more] of [
        ["actors/north", "جمهورية الشمال", "kind: state"], ["actors/south", "جمهورية الجنوب", "kind: state"], ["actors/mediators", "الوسطاء", "kind: group"],
        ["topics/ceasefire", "وقف إطلاق النار"], ["topics/prisoners", "الأسرى"],
        ["places/geneva", "جنيف", "country: CH"], ["places/vienna", "فيينا", "country: AT"],
    ]) await write(`content/${file}.md`, ["---", `name: ${name}`, ...more, "---"]);
    await write("content/pages/about.md", ["---", "title: عن المحادثات", "---", "", "كل ما في هذا الموقع مكتوب من أجل الاختبارات."]);
    const pick = (at, ...values) => values[at % values.length];
    for (let at = 0; at < 20; at += 1) {
        const day = `${pick(at, 2023, 2024, 2024)}-${String((at % 12) + 1).padStart(2, "0")}${at % 5 ? `-${at + 1}`.replace(/-(\d)$/, "-0$1") : ""}`;
        await write(`content/articles/report-${at}.md`, [
            "---", `title: التقرير ${at}`, `publisher: ${pick(at, "Example Gazette", "جريدة المثال")}`, `url: https://gazette.example/${at}`, "---", "",
            `## ${day}: الوفد ${at} يصل إلى المحادثات {#event-${at} .${pick(at, "consult", "accuse", "propose", "aid")} actors="${pick(at, "north,south", "north", "south,mediators")}" topics=${pick(at, "ceasefire", "prisoners")} place=${pick(at, "geneva", "vienna")}${at % 8 ? "" : " channel=call level=ministers mediator=mediators"}}`,
            "", "قال الوسطاء إن الوفدين تحدثا في القاعة عن الجسور والأنهار.", "", "> كانت القاعة ممتلئة.",
        ]);
    }
    // A life with a step of every stage, and dates of every kind.
    const stages = ["proposed", "agreed", "signed", "ratified", "in-force", "breached", "suspended", "lapsed"];
    for (const [at, stage] of stages.entries()) {
        await write(`content/events/event-${at}.md`, [
            "---", "agreement:", "  id: truce", `  stage: ${stage}`,
            ...(at ? [] : ["  title: هدنة النهر", "  parties: [north, south]"]),
            ...(stage === "signed" ? ["  due:", "    - date: 2024-10-01", "      what: تبادل الأسرى", "      by: [north, south]", "    - date: 2023-04", "      what: فتح الجسر", "      met: event-10", "    - date: 2999", "      what: Elections"] : []),
            "---",
        ]);
    }
    return build("arabic", source);
};

const [source] = process.argv.slice(2);
if (!source) {
    console.error("usage: node pages/build.mjs SOURCE");
    process.exit(2);
}
const sites = [];
for (const language of LANGUAGES) sites.push(await included(language));
sites.push(await generated(path.resolve(source)), await fixture(), await arabic());
await fs.writeFile(path.join(WORK, "sites.json"), JSON.stringify(sites, null, 1));

// The Nu HTML checker has nothing to say, on every page of the small sites and on a sample of the generated one. It asks
// a server for the pages, for in a file the Content-Security-Policy's 'self' means nothing.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import fs from "node:fs/promises";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";

import { serve } from "./server.mjs";
import { kindOf, pagesOf, pagesOfEveryKind, sites } from "./sites.mjs";

const VNU = path.join(path.dirname(createRequire(import.meta.url).resolve("vnu-jar/package.json")), "build/dist/vnu.jar");

/** Of many pages, each so many-th. */
const EACH = 25;

/** Errors and warnings, and remarks that are neither: a slash at the end of `<br />` has no effect. */
const isFault = ({ type, subType }) => type !== "info" || subType === "warning";

// Else it asks no server on this machine.
const JAVA = ["-Xss8m", "-Dnu.validator.servlet.allow-forbidden-hosts=true", "-jar", VNU];

const check = async (addresses, options = []) => {
    const all = [...JAVA, "--stdout", "--format", "json", "--exit-zero-always", ...options, ...addresses];
    const { stdout } = await promisify(execFile)("java", all, { maxBuffer: 1 << 28 });
    return JSON.parse(stdout).messages.filter(isFault);
};

const told = ({ url, lastLine, message, extract }) => `${url}:${lastLine}: ${message} ${extract ?? ""}`;

for (const site of await sites()) {
    test(`the Nu HTML checker has nothing to say of ${site.name}`, async () => {
        const all = await pagesOf(site);
        const some = [...(await pagesOfEveryKind(site)), ...all.filter((_, at) => at % EACH === 0)];
        const sample = [...new Set((all.length < 1000 ? all : some).map((page) => page.path))];
        const server = await serve(site);
        try {
            const found = await check(sample.map(server.url));
            assert.deepEqual(found.map(told), []);
            const asked = new Set(server.sent.map((sent) => sent.path)).size;
            assert.equal(asked, sample.length, "pages that were asked for");
        } finally {
            server.close();
        }
    });
}

test("the Nu HTML checker has nothing to say of the styles", async () => {
    const [{ folder }] = await sites();
    const styles = (await fs.readdir(folder)).filter((file) => file.endsWith(".css"));
    assert.ok(styles.length > 0);
    const found = await check(styles.map((file) => path.join(folder, file)), ["--css"]);
    assert.deepEqual(found.map(told), []);
});

test("the Nu HTML checker would find a fault", async () => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), "dateline-html-"));
    const server = await serve({ folder, base: "/" });
    try {
        await fs.writeFile(path.join(folder, "index.html"), "<!doctype html><html lang=en><title>T</title><p id=a><p id=a>");
        await fs.writeFile(path.join(folder, "a.css"), "p { colour: red }");
        const messages = [...await check([server.url("")]), ...await check([path.join(folder, "a.css")], ["--css"])];
        assert.match(messages.map(told).join("\n"), /Duplicate ID[^]*colour/);
    } finally {
        server.close();
        await fs.rm(folder, { recursive: true });
    }
});

test("kinds of pages are told from their paths", () => {
    const paths = ["", "2025/09/03/", "events/x/", "actors/x/2025/", "404.html", "about/"];
    assert.deepEqual(paths.map(kindOf), ["home", "NNNN/NN/NN", "events/ID", "actors/ID/NNNN", "404.html", "about"]);
});

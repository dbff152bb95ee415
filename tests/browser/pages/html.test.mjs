// The Nu HTML checker has nothing to say, on any page. It asks a server for them, for in a file the Content-Security-Policy's
// 'self' means nothing.
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

/** Errors and warnings, and remarks that are neither: a slash at the end of `<br />` has no effect. */
const isFault = (message) => (message.type !== "info" || message.subType === "warning") && !isOfData(message);

/** That the policy forbids JSON-LD: it does not, for data is no script (HTML, "prepare the script element", returns before it asks the policy). */
const isOfData = ({ message, extract = "" }) => message.startsWith("Inline script violates Content Security Policy") && extract.includes('<script type="application/ld+json">');

// Else it asks no server on this machine.
const JAVA = ["-Xss8m", "-Dnu.validator.servlet.allow-forbidden-hosts=true", "-jar", VNU];

const check = async (addresses, options = []) => {
    const all = [...JAVA, "--stdout", "--format", "json", "--exit-zero-always", ...options, ...addresses];
    const { stdout } = await promisify(execFile)("java", all, { maxBuffer: 1 << 28 });
    return JSON.parse(stdout).messages.filter(isFault);
};

const told = ({ url, lastLine, message, extract }) => `${url}:${lastLine}: ${message} ${extract ?? ""}`;

// All in one run: most of a short one is the start of Java.
test("the Nu HTML checker has nothing to say of any page", async (t) => {
    const servers = [];
    try {
        const addresses = [];
        for (const site of await sites()) {
            const server = await serve(site);
            servers.push(server);
            addresses.push(...(await pagesOf(site)).map((page) => server.url(page.path)));
        }
        t.diagnostic(`${addresses.length} pages`);
        const found = (await check(addresses)).map(told);
        assert.deepEqual(found.slice(0, 50), []);
        const asked = servers.reduce((sum, server) => sum + new Set(server.sent.map((sent) => sent.path)).size, 0);
        assert.equal(asked, addresses.length, "pages that were asked for");
    } finally {
        for (const server of servers) server.close();
    }
});

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
    const paths = ["", "2025/09/03/", "events/x/", "actors/x/2025/", "actors/x/embed/", "embed/", "404.html", "about/", "contacts/", "contacts/2025/"];
    assert.deepEqual(paths.map(kindOf), ["home", "NNNN/NN/NN", "events/ID", "actors/ID/part", "actors/ID/embed", "embed", "404.html", "about", "contacts", "contacts/NNNN"]);
});

test("every kind of page is built and looked at", async () => {
    const kinds = async (name) => new Set((await pagesOfEveryKind((await sites()).find((site) => site.name === name))).map((page) => page.kind));
    const everywhere = [
        "home", "NNNN", "NNNN/NN", "NNNN/NN/NN", "events/ID", "events/ID/embed", "actors", "actors/ID", "actors/ID/embed", "topics", "topics/ID",
        "places", "places/ID", "types", "types/ID", "publishers", "articles/ID", "corrections", "methodology", "attestation/ID",
        "positions", "positions/NNNN", "contacts", "contacts/NNNN", "differences", "agreements",
        "data", "embed", "search", "404.html", "about",
    ];
    for (const [name, more] of [["included", []], ["fixture", ["events/withdrawn", "events/choice", "actors/ID/part", "publishers/ID"]]]) {
        const found = await kinds(name);
        assert.deepEqual([...everywhere, ...more].filter((kind) => !found.has(kind)), [], name);
    }
});

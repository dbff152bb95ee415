// The JSON-LD of built sites by schema-dts: every property belongs to the type of its node, and every value to the property.
//
//   node check_schema_org.mjs SITE...      each a folder that `dateline build` made
//
// schema-dts is the vocabulary of schema.org as types; TypeScript holds what stands on the pages against them.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const SCRIPT = /<script type="application\/ld\+json">(.*?)<\/script>/s;
// Terms of other vocabularies, and one that is no property of a `Dataset`; check_jsonld.py knows them.
const FOREIGN = new Set(["dcterms:date", "schemaVersion"]);

/** The nodes that a site has, with the file that each is from. */
function* nodes(site) {
  for (const name of readdirSync(site, { recursive: true }).sort()) {
    const text = () => readFileSync(join(site, name), "utf8");
    if (name.endsWith(".html")) {
      const script = SCRIPT.exec(text());
      if (script) {
        yield [name, JSON.parse(script[1])];
      }
    } else if (name.endsWith(".jsonld")) {
      for (const node of JSON.parse(text())["@graph"]) {
        yield [name, { "@context": "https://schema.org", ...node }];
      }
    }
  }
}

/** A node of which only the types matter: no texts, and of values that look the same only one. */
function replacer(key, value) {
  if (FOREIGN.has(key)) {
    return undefined;
  }
  if (Array.isArray(value)) {
    return [...new Map(value.map((one) => [JSON.stringify(one, replacer), one])).values()];
  }
  // The address of a thing says nothing of its type, either.
  const matters = key === "@type" || key === "@context";
  return typeof value === "string" && !matters ? "…" : value;
}

/** What TypeScript says of the nodes. */
function faults(found) {
  // The first file that has a node of a shape stands for all of them.
  const shapes = new Map();
  for (const [name, node] of found) {
    const text = JSON.stringify(node, replacer);
    shapes.set(text, shapes.get(text) ?? [name, node["@type"]]);
  }
  const lines = ['import type { WithContext } from "schema-dts";', 'import type * as schema from "schema-dts";'];
  const files = [];
  for (const [text, [name, type]] of shapes) {
    files[lines.length] = name;
    lines.push(`export const n${lines.length}: WithContext<schema.${type}> = ${text};`);
  }
  const path = join(import.meta.dirname, "nodes.ts");
  const options = {
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile;
  host.getSourceFile = (file, ...rest) =>
    file === path ? ts.createSourceFile(file, lines.join("\n"), options.target) : read(file, ...rest);
  const program = ts.createProgram([path], options, host);
  return ts.getPreEmitDiagnostics(program).map((fault) => {
    const { line, character } = fault.file.getLineAndCharacterOfPosition(fault.start);
    const near = lines[line].slice(character, character + 60);
    return `${files[line]}: ${ts.flattenDiagnosticMessageText(fault.messageText, " ").slice(0, 300)}\n    at ${near}`;
  });
}

const sites = process.argv.slice(2);
assert.ok(sites.length > 0, "name the folders of built sites");
const found = sites.flatMap((site) => [...nodes(site)].map(([name, node]) => [join(site, name), node]));
assert.ok(found.some(([, node]) => node.mainEntity?.["@type"] === "Event"), "there is no page of an event");
const wrong = faults(found);
if (wrong.length > 0) {
  console.error(wrong.slice(0, 20).join("\n"));
  console.error(`${wrong.length} faults`);
  process.exit(1);
}
console.log(`${found.length} nodes passed`);

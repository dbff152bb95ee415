// TimelineJS's own code takes the exported timelines: every event, under its id, in our words.
//
//   node check_timelinejs.mjs SITE...      each a folder that `dateline build` made

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { JSDOM } from "jsdom";

// TimelineJS is made for browsers: its parts are put together as a page would, and find a document.
const source = `
  export { TimelineConfig } from "@knight-lab/timelinejs/src/js/core/TimelineConfig.js";
  export { Language } from "@knight-lab/timelinejs/src/js/language/Language.js";
`;
const folder = mkdtempSync(join(tmpdir(), "timelinejs-"));
const outfile = join(folder, "timelinejs.mjs");
await build({
  stdin: { contents: source, resolveDir: import.meta.dirname },
  bundle: true,
  format: "esm",
  platform: "browser",
  outfile,
});
const { window } = new JSDOM("");
for (const name of ["window", "document", "DOMParser", "getComputedStyle"]) {
  globalThis[name] = window[name];
}
const { TimelineConfig } = await import(outfile);
rmSync(folder, { recursive: true });

const timelines = (site) => {
  const actors = join(site, "actors");
  const cuts = existsSync(actors) ? readdirSync(actors).map((actor) => join(actors, actor, "timeline.json")) : [];
  return [join(site, "data", "timeline.json"), ...cuts.filter(existsSync)];
};

let passed = 0;
for (const file of process.argv.slice(2).flatMap(timelines)) {
  const written = JSON.parse(readFileSync(file, "utf8"));
  const taken = new TimelineConfig(structuredClone(written));
  const ids = (events) => events.map((event) => event.unique_id).sort();
  assert.deepEqual(taken.messages, { errors: [], warnings: [] }, file);
  assert.deepEqual(ids(taken.events), ids(written.events), `${file}: events were dropped or renamed`);
  assert.equal(taken.title.unique_id, written.title.unique_id);
  for (const event of written.events) {
    const shown = taken.event_dict[event.unique_id];
    assert.equal(shown.display_date, event.display_date, event.unique_id);
    assert.equal(shown.start_date.data.date_obj.getFullYear(), event.start_date.year, event.unique_id);
    assert.ok(!Number.isNaN(shown.start_date.getTime()), event.unique_id);
    // What it cleans of our text would be lost to readers.
    assert.equal(shown.text.headline, event.text.headline, event.unique_id);
  }
  passed += 1;
}
assert.ok(passed > 0, "name the folders of built sites");
console.log(`${passed} timelines passed`);

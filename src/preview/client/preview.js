// The live preview's part in the browser: reloads the page, swaps style sheets, lists mistakes.
// `dateline serve` adds it to the pages that it shows; published pages have no script.
//
// The pages' Content-Security-Policy holds for this script too: nothing inline, no eval, no other
// host. All texts come from the editor's files, so they are only ever set as text, never as HTML.
(() => {
    "use strict";

    const { page, tag, shown } = document.currentScript.dataset;
    const KEPT_VIEW = `dateline:view:${location.pathname}${location.search}`;
    const KEPT_FOLD = "dateline:folded";

    // Storage can be forbidden. Then positions are lost, and all else works.
    const keep = (key, value) => {
        try { sessionStorage.setItem(key, JSON.stringify(value)); } catch { /* not kept */ }
    };
    const kept = (key) => {
        try { return JSON.parse(sessionStorage.getItem(key)); } catch { return null; }
    };

    // --- The view: what the reader looks at has to stay where it is -------------------------------

    // Elements are known again by their id or text, not by their number: an edit adds and removes
    // some. What occurs twice is of no use for that.
    const landmarks = () => {
        const found = new Map();
        for (const one of document.querySelectorAll("h1, h2, h3, h4, p, li, dt, dd, pre, tr, summary, [id]")) {
            const key = one.id ? `#${one.id}` : `${one.tagName} ${one.textContent.trim().slice(0, 200)}`;
            found.set(key, found.has(key) ? null : one);
        }
        return [...found].filter(([, one]) => one);
    };

    // Several, those nearest to the top of the window first: the edited one may not be found again.
    const visibleLandmarks = () => landmarks()
        .map(([key, one]) => ({ key, box: one.getBoundingClientRect() }))
        .filter(({ box }) => box.height > 0 && box.bottom > 0 && box.top < innerHeight)
        .map(({ key, box }) => ({ key, top: box.top }))
        .sort((a, b) => Math.abs(a.top) - Math.abs(b.top))
        .slice(0, 20);

    const focusKey = (one) => [one.tagName, one.id, one.name, one.getAttribute("href"), one.textContent.trim()].join(" ");
    const detailsKey = (one) => one.id || one.querySelector("summary")?.textContent.trim();

    const keepView = () => keep(KEPT_VIEW, {
        x: scrollX,
        y: scrollY,
        // At the very top a new first line is to be seen, not hidden above the old one.
        landmarks: scrollY > 0 ? visibleLandmarks() : [],
        focus: document.activeElement && focusKey(document.activeElement),
        details: [...document.querySelectorAll("details")].map((one) => [detailsKey(one), one.open]),
    });

    const scrollBack = (view) => {
        const now = new Map(landmarks());
        const anchor = view.landmarks.find(({ key }) => now.has(key));
        const top = anchor ? scrollY + now.get(anchor.key).getBoundingClientRect().top - anchor.top : view.y;
        // The theme scrolls smoothly, and this is no movement that anybody should see.
        scrollTo({ left: view.x, top, behavior: "instant" });
    };

    const restoreView = () => {
        const view = kept(KEPT_VIEW);
        if (!view) return;
        keep(KEPT_VIEW, null);
        const open = new Map(view.details);
        for (const one of document.querySelectorAll("details")) one.open = open.get(detailsKey(one)) ?? one.open;
        const focusable = document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]");
        [...focusable].find((one) => focusKey(one) === view.focus)?.focus({ preventScroll: true });
        scrollBack(view);
        // While the page loads, images move it, and the browser goes to the address's #fragment. So
        // once more at the end, if the reader has not begun to scroll.
        let moved = false;
        for (const way of ["wheel", "touchmove", "keydown", "pointerdown"]) {
            addEventListener(way, () => { moved = true; }, { once: true, passive: true });
        }
        addEventListener("load", () => setTimeout(() => {
            if (!moved) scrollBack(view);
            history.scrollRestoration = "auto";
        }), { once: true });
    };

    // --- Changes ----------------------------------------------------------------------------------

    let newest = tag;
    let reloading = null;

    const reload = () => {
        reloading = null;
        if (newest !== tag) load();
    };

    const load = () => {
        disconnect();
        keepView();
        // What the browser itself remembers is a position in the page as it was.
        history.scrollRestoration = "manual";
        location.reload();
    };

    // A little later, so that a burst reloads once, and an edit that is taken back not at all.
    const pageChanged = ({ data }) => {
        newest = data;
        reloading ??= setTimeout(reload, 30);
    };

    const sheets = () => [...document.querySelectorAll("link[rel~=stylesheet][href]")];
    const pathOf = (address) => new URL(address, location.href).pathname;
    const sheetsAt = (path) => sheets().filter((link) => pathOf(link.href) === pathOf(path));

    // The old sheet stays until the new one is there: never a moment without style.
    const swap = (old) => {
        const address = new URL(old.href);
        if (address.origin !== location.origin) return;
        address.searchParams.set("dateline", Date.now());
        const fresh = old.cloneNode();
        fresh.href = address.href;
        fresh.addEventListener("load", () => {
            // All before it: an older copy that is still loading has nothing to say any more.
            const links = sheetsAt(old.href);
            links.slice(0, Math.max(0, links.indexOf(fresh))).forEach((link) => link.remove());
        });
        fresh.addEventListener("error", () => fresh.remove());
        old.after(fresh);
    };

    const styleChanged = ({ data }) => {
        for (const path of JSON.parse(data).paths) {
            const links = sheetsAt(path);
            // A sheet without a link may be imported by one that has: fresh copies import afresh.
            (links.length ? links.slice(-1) : sheets()).forEach(swap);
        }
    };

    // A module can't be taken back, so the page begins anew, if it has any.
    const scriptChanged = () => {
        if (document.querySelector("script[type=module][src]")) load();
    };

    // --- The panel: in a shadow root, where the site's styles don't reach -------------------------

    const element = (name, attributes = {}, ...children) => {
        const made = document.createElement(name);
        Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
        made.append(...children);
        return made;
    };

    const host = element("dateline-preview", { lang: "en", dir: "ltr" });
    const count = element("span", { class: "count" });
    const LAST_GOOD = "the last good version is shown";
    const state = element("span", { class: "state" }, shown === "partly" ? "the site is shown as far as it goes" : LAST_GOOD);
    const heading = element("span", {}, count, " – ", state);
    const button = element("button", { type: "button", "aria-controls": "body" }, heading);
    const list = element("ol");
    // It scrolls, so the keyboard has to get into it also where it holds no link.
    const body = element("div", { id: "body", tabindex: "0", role: "group", "aria-label": "List of mistakes" }, list);
    const panel = element("section", { role: "region", "aria-label": "Mistakes in the site", hidden: "" }, element("h2", {}, button), body);
    const note = element("p", { class: "note", role: "status" });
    // Apart from the heading, for only a change of what is there already is read aloud.
    const spoken = element("p", { class: "spoken", role: "status" });

    const fold = (folded) => {
        // What is hidden can't keep the focus.
        if (body.contains(host.shadowRoot.activeElement)) button.focus();
        button.setAttribute("aria-expanded", !folded);
        body.hidden = folded;
        keep(KEPT_FOLD, folded);
    };

    const foldOnEscape = (event) => {
        const elsewhere = event.defaultPrevented || document.activeElement?.matches("input, textarea, select, dialog *");
        if (event.key === "Escape" && !elsewhere && !panel.hidden) fold(true);
    };

    // The host lies below the page, as high as the panel: so the page's end can be scrolled into view.
    const makeRoom = () => {
        const height = panel.offsetHeight ? `${panel.offsetHeight}px` : "";
        host.style.height = height;
        document.documentElement.style.scrollPaddingBottom = height;
    };

    const addPanel = () => {
        const style = element("link", { rel: "stylesheet", href: "/__dateline/preview.css" });
        // Hidden until then, for bare text is not to flash up.
        const dock = element("div", { class: "dock", hidden: "" }, note, panel, spoken);
        for (const end of ["load", "error"]) style.addEventListener(end, () => { dock.hidden = false; });
        host.attachShadow({ mode: "open" }).append(style, dock);
        fold(kept(KEPT_FOLD) === true);
        button.addEventListener("click", () => fold(!body.hidden));
        document.addEventListener("keydown", foldOnEscape);
        new ResizeObserver(makeRoom).observe(panel);
        // Beside <body>, whose layout is the theme's, and which some pages leave out.
        document.documentElement.append(host);
    };

    // Messages name keys and words of the file `like this`.
    const prose = (text) => text.split(/`([^`]+)`/).map((part, at) => (at % 2 ? element("code", {}, part) : part));

    const placeOf = ({ file, line, column, url }) => {
        const place = [file, line, column].filter((part) => part !== null && part !== undefined).join(":");
        const isLink = /^(?!javascript:|data:)[a-z][a-z0-9+.-]*:/i.test(url ?? "");
        return element(isLink ? "a" : "span", { class: "place", ...(isLink && { href: url }) }, place);
    };

    // `underline` is where the marked part begins and how long it is, in characters of `source`,
    // which is only a part of a very long line.
    const sourceOf = ({ source, underline, line, column }) => {
        const characters = [...source];
        const [start, length] = underline ?? [characters.length, 0];
        const text = (from, to) => characters.slice(from, to).join("");
        const code = element("code", {}, column > start + 1 ? "…" : "", text(0, start));
        // Also where something is missing, at the end of a line, there is one character to mark.
        if (underline) code.append(element("mark", {}, text(start, start + length) || " "));
        code.append(text(start + length));
        return element("pre", { "data-line": line ?? "" }, code);
    };

    const itemOf = (problem) => {
        const made = element("li", {}, element("p", { class: "where" }, placeOf(problem), " ", element("span", {}, problem.code ?? "")));
        made.append(element("p", { class: "message" }, ...prose(problem.message)));
        if (problem.source) made.append(sourceOf(problem));
        if (problem.help) made.append(element("p", { class: "help" }, ...prose(problem.help)));
        for (const other of problem.related ?? []) {
            made.append(element("p", { class: "help" }, ...prose(other.message), " · ", placeOf(other)));
        }
        return made;
    };

    // What stays in the list is not touched: it keeps its place, its focus and the reader's selection.
    const items = new Map();
    const listMistakes = (mistakes) => {
        const wanted = new Set(mistakes.map((mistake) => JSON.stringify(mistake)));
        for (const [key, item] of items) {
            if (wanted.has(key)) continue;
            item.remove();
            items.delete(key);
        }
        let next = list.firstChild;
        for (const key of wanted) {
            if (!items.has(key)) items.set(key, itemOf(JSON.parse(key)));
            const item = items.get(key);
            if (item === next) next = next.nextSibling;
            else list.insertBefore(item, next);
        }
    };

    const problemsChanged = ({ data }) => {
        const mistakes = JSON.parse(data).filter(({ level }) => level === "error");
        const words = mistakes.length === 1 ? "1 mistake" : `${mistakes.length} mistakes`;
        if (mistakes.length || items.size) spoken.textContent = mistakes.length ? words : "No mistakes any more";
        count.textContent = words;
        // A site without mistakes is a good version, even if this page was made before it was one.
        if (!mistakes.length) state.textContent = LAST_GOOD;
        listMistakes(mistakes);
        panel.hidden = mistakes.length === 0;
    };

    // --- The connection ---------------------------------------------------------------------------

    let source = null;
    let away = null;
    let retry = null;

    const disconnect = () => {
        clearTimeout(retry);
        source?.close();
        source = null;
    };

    const lost = () => {
        // Not at once: browsers also report an end when a page is left.
        away ??= setTimeout(() => { note.textContent = "The preview has stopped. Waiting for it …"; }, 1000);
        // The browser tries again by itself, but not after an answer that was no stream of events.
        if (source?.readyState !== EventSource.CLOSED) return;
        disconnect();
        retry = setTimeout(connect, 1000);
    };

    const connected = () => {
        clearTimeout(away);
        away = null;
        note.textContent = "";
        // The tag tells the server which page is shown here, but not which styles: those may have
        // changed since they were loaded, be it in the moment before the very first connection.
        sheets().forEach(swap);
    };

    // A hidden tab lets go of its connection: browsers allow a host six of them, and with ten tabs
    // open the next page would wait for ever. The server compares the tag when the tab is back.
    const connect = () => {
        if (source || document.visibilityState === "hidden") return;
        source = new EventSource(`/__dateline/events?page=${encodeURIComponent(page)}&tag=${encodeURIComponent(tag)}`);
        const listeners = { page: pageChanged, style: styleChanged, script: scriptChanged, problems: problemsChanged, open: connected, error: lost };
        Object.entries(listeners).forEach(([name, listener]) => source.addEventListener(name, listener));
    };

    document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? disconnect() : connect()));
    addEventListener("pagehide", disconnect);
    addEventListener("pageshow", connect);

    restoreView();
    addPanel();
    connect();
})();

// A static host on this machine: it compresses text, shows 404.html, and notes what it has sent.
import fs from "node:fs/promises";
import http from "node:http";
import path from "node:path";
import { gzipSync } from "node:zlib";

const TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".xml": "application/xml",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".wasm": "application/wasm",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
};
const IS_TEXT = /^text\/|json|xml|svg|wasm/;

/** Serves a built folder under the path that the site was built for. */
export const serve = async ({ folder, base }) => {
    const sent = [];
    const answer = async (request, response) => {
        const found = await find(folder, base, request.url);
        const file = found ?? path.join(folder, "404.html");
        const type = TYPES[path.extname(file)] ?? "application/octet-stream";
        const headers = { "content-type": type };
        let body = await fs.readFile(file);
        if (IS_TEXT.test(type) && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) {
            body = gzipSync(body, { level: 9 });
            headers["content-encoding"] = "gzip";
        }
        sent.push({ path: request.url, status: found ? 200 : 404, bytes: body.length });
        response.writeHead(found ? 200 : 404, { ...headers, "content-length": body.length });
        response.end(body);
    };
    const server = http.createServer((request, response) => {
        answer(request, response).catch((error) => {
            response.writeHead(500).end(String(error));
        });
    });
    await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
    const origin = `http://127.0.0.1:${server.address().port}`;
    return {
        sent,
        url: (page) => `${origin}${base}${page}`,
        close: () => {
            server.closeAllConnections();
            server.close();
        },
    };
};

/** The file for an address; nothing if there is none. */
const find = async (folder, base, address) => {
    let below;
    try {
        below = decodeURIComponent(address.split(/[?#]/)[0]);
    } catch {
        return null;
    }
    if (!below.startsWith(base) || below.includes("\0")) return null;
    below = below.slice(base.length);
    const file = path.join(folder, below.endsWith("/") || below === "" ? `${below}index.html` : below);
    const isFile = file.startsWith(folder) && (await fs.stat(file).catch(() => null))?.isFile();
    return isFile ? file : null;
};

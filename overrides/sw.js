// What a reader who has come back can still open without a network: the emergency page, the numbers and the search of their
// language. With a network every page comes from the site; a kept page is only shown when there is none, and never after the day
// on which it had to be reviewed again. /offline.json says what to keep; with "on": false in it everything here is taken away.
const PAGES = "pages", FILES = "files", STATE = "state"; // caches
const SEARCH = /^\/search\/[a-zA-Z-]+\.json$/; // what the search reads
const LIST = "/offline.json";
const DAY = 24 * 60 * 60 * 1000;

const keep = async (cache, address) => {
  const response = await fetch(address, { cache: "no-cache" });
  if (!response.ok || response.redirected) throw new Error(address);
  await (await caches.open(cache)).put(address, response);
};

const listed = async () => (await caches.open(STATE)).match(LIST).then((kept) => kept?.json());

async function leave() {
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
  await self.registration.unregister();
}

// Once a day at most: the list, and from it what has changed. Half a list is none: the new one counts when all of it is here.
async function refresh(edition) {
  const state = await caches.open(STATE);
  const before = await state.match(LIST);
  const old = await before?.clone().json();
  if (old && old.edition === edition && Date.now() - old.asked < DAY) return;
  const response = await fetch(LIST, { cache: "no-cache" });
  if (!response.ok) return;
  const list = await response.json();
  if (!list.on) return leave();
  const wanted = list.editions[edition];
  if (!wanted) return;
  if (old?.version !== list.version || old?.edition !== edition) {
    const changing = [...wanted.pages.map((page) => page.address), wanted.search];
    await Promise.all(changing.map((address) => keep(PAGES, address)));
    const files = await caches.open(FILES);
    await Promise.all(wanted.files.map(async (address) => (await files.match(address)) || keep(FILES, address)));
    for (const [name, addresses] of [[PAGES, changing], [FILES, wanted.files]]) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        if (!addresses.includes(new URL(request.url).pathname)) await cache.delete(request);
    }
  }
  const now = { version: list.version, edition, asked: Date.now(), pages: wanted.pages, note: wanted.note };
  await state.put(LIST, new Response(JSON.stringify(now)));
}

async function page(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const address = new URL(request.url).pathname;
    const state = await listed();
    const known = state?.pages.find((item) => item.address === address);
    const kept = known && (await (await caches.open(PAGES)).match(address));
    const today = new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10);
    if (kept && today <= known.until) return kept;
    if (!state) throw error;
    return new Response(state.note, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
  }
}

self.addEventListener("message", (event) => {
  if (typeof event.data?.edition === "string") event.waitUntil(refresh(event.data.edition).catch(() => {})); // no network: next time
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (/\.[0-9a-f]{10}\.(css|js)$/.test(pathname)) // its name changes with its content
    event.respondWith(caches.match(pathname).then((kept) => kept || fetch(request)));
  else if (SEARCH.test(pathname))
    event.respondWith(fetch(request).catch(async (error) => {
      const kept = await caches.match(pathname);
      if (!kept) throw error;
      return kept;
    }));
});

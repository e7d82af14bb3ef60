// Everything on this site works without script. This adds what only a script can: the size of text that a reader chose, reading
// aloud, a note on reviews that are overdue today, and the count of what a filter leaves.

const keep = {
  get: (key) => { try { return localStorage.getItem(key); } catch { return null; } }, // storage may be switched off
  set: (key, value) => { try { localStorage.setItem(key, value); } catch { /* then it lasts for this page */ } },
};

// --- Size of text. The choice of an earlier visit is set by partials/early.html, before the page is drawn.
const SIZES = ["", "large", "largest"];
for (const button of document.querySelectorAll("[data-text-size]")) {
  button.addEventListener("click", () => {
    const root = document.documentElement;
    const next = SIZES[(SIZES.indexOf(root.dataset.text ?? "") + 1) % SIZES.length];
    root.dataset.text = next;
    keep.set("text", next);
  });
}

// --- Reading aloud, where the browser has a voice for the language of the text.
const READ = "h1, h2, h3, h4, p, li, dt, dd, blockquote, summary, th, td";
const VOICES = { "zh-Hans": ["zh-CN", "cmn-Hans"], "zh-Hant": ["zh-TW", "zh-HK", "cmn-Hant", "yue"], en: ["en"] };

function blocksOf(article) {
  const blocks = [];
  for (const element of article.querySelectorAll(READ)) {
    if (element.checkVisibility?.() === false) continue;
    const copy = element.cloneNode(true);
    for (const other of copy.querySelectorAll(`${READ}, .cite, .host, svg`)) other.remove(); // read on their own, or not at all
    const text = copy.textContent.replace(/\s+/g, " ").trim();
    if (text) blocks.push({ element, text });
  }
  return blocks;
}

function readAloud(button, article) {
  const speech = window.speechSynthesis;
  const language = article.lang || document.documentElement.lang;
  const wanted = VOICES[language] ?? [language];
  const voice = () => speech.getVoices().find((item) => wanted.some((tag) => item.lang.replace("_", "-").startsWith(tag)));
  const offer = () => { button.hidden = !voice(); };
  offer();
  speech.addEventListener?.("voiceschanged", offer);
  let reading = 0;
  const stop = () => {
    reading += 1;
    speech.cancel();
    button.setAttribute("aria-pressed", "false");
    document.querySelector(".reading")?.classList.remove("reading");
  };
  const start = () => {
    const turn = ++reading;
    button.setAttribute("aria-pressed", "true");
    const blocks = blocksOf(article);
    const next = (index) => {
      if (turn !== reading) return;
      document.querySelector(".reading")?.classList.remove("reading");
      if (index === blocks.length) { stop(); return; }
      const words = new SpeechSynthesisUtterance(blocks[index].text);
      words.voice = voice();
      words.lang = words.voice?.lang ?? language;
      words.rate = 0.9;
      blocks[index].element.classList.add("reading");
      words.onend = () => next(index + 1);
      words.onerror = () => { if (turn === reading) stop(); };
      speech.speak(words);
    };
    next(0);
  };
  button.addEventListener("click", () => (button.getAttribute("aria-pressed") === "true" ? stop() : start()));
  addEventListener("pagehide", stop);
}

const article = document.querySelector("article");
for (const button of document.querySelectorAll("[data-read-aloud]")) {
  if (article && "speechSynthesis" in window) readAloud(button, article);
  else button.remove();
}

// --- A review that is overdue on the day of reading, so that an old build still tells the truth.
for (const notice of document.querySelectorAll("[data-review-by]")) {
  if (new Date(`${notice.dataset.reviewBy}T23:59:59`) < new Date()) notice.hidden = false;
}

// --- The index of scams: the style does the filtering; this counts, names the choice and hides families that are left empty.
for (const form of document.querySelectorAll(".filters")) {
  const index = form.closest(".scam-index");
  const result = form.querySelector("[data-filter-result]");
  const show = () => {
    const chosen = [...form.querySelectorAll("input:checked")];
    const marks = chosen.map((input) => input.value).filter(Boolean);
    let count = 0;
    for (const family of index.querySelectorAll(".scam-family")) {
      let some = false;
      for (const scam of family.querySelectorAll(".scam")) {
        scam.hidden = !marks.every((mark) => scam.classList.contains(mark));
        some ||= !scam.hidden;
        count += !scam.hidden;
      }
      family.hidden = !some;
    }
    for (const input of chosen) {
      const name = input.value ? input.parentElement.firstChild.nextSibling.textContent.trim() : "";
      input.closest(".filter").querySelector("[data-filter-choice]").textContent = name;
    }
    const words = count ? result.dataset.filterResult.replace("{count}", count) : result.dataset.filterNone;
    result.textContent = marks.length ? words : "";
  };
  form.addEventListener("change", show);
  form.addEventListener("reset", () => setTimeout(show));
  form.addEventListener("submit", (event) => event.preventDefault());
  show(); // a browser may have kept the choice of an earlier visit
}

// --- A material has several parts (three letters, four posters): each can be printed by itself.
for (const page of document.querySelectorAll("[data-print-part]")) {
  for (const part of page.querySelectorAll(".part")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "print-part";
    button.textContent = page.dataset.printPart;
    button.setAttribute("aria-describedby", part.dataset.part);
    button.addEventListener("click", () => {
      page.classList.add("printing");
      part.dataset.printing = "";
      addEventListener("afterprint", () => { page.classList.remove("printing"); delete part.dataset.printing; }, { once: true });
      print();
    });
    part.querySelector("h2").after(button);
  }
}

// --- Search. The code and the index come when somebody goes to search, and not before.
const bringSearch = (box) => {
  if (box.dataset.ready) return;
  box.dataset.ready = "yes";
  import("./search.js").catch(() => {}); // beside the box, which imports it, too, and says so if it does not come
  import("./search-box.js").then(({ searchBox }) => searchBox(box), () => { delete box.dataset.ready; });
};
for (const box of document.querySelectorAll("[data-search]")) {
  // The words go behind a #, which browsers send to no server, and the field has no name, so that a form sent before this script is
  // here carries nothing either.
  const form = box.querySelector("form");
  if (!("whole" in box.dataset)) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      location.href = `${form.action}#q=${encodeURIComponent(form.querySelector("input").value.trim())}`;
    });
  }
  // Somebody on a slow network may be typing already.
  if ("whole" in box.dataset || box.contains(document.activeElement)) bringSearch(box);
  else box.addEventListener("focusin", () => bringSearch(box));
}
const dialog = document.querySelector(".search-dialog");
if (dialog?.showModal) {
  const open = (event) => {
    event.preventDefault();
    if (!dialog.open) dialog.showModal();
    dialog.querySelector("input").focus();
  };
  for (const link of document.querySelectorAll(".to-search")) link.addEventListener("click", open);
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const asks = (event.key === "/" && !typing) || (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey));
    if (asks && !event.isComposing) open(event);
  });
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
}

// --- Readers who come back: the emergency page, the numbers and the search of their language, for when there is no network.
// Only a published site has a manifest. On a first visit, or where data is to be saved, nothing is fetched ahead.
if (document.querySelector("link[rel=manifest]") && navigator.serviceWorker && !navigator.connection?.saveData) {
  if (keep.get("visited")) {
    // A policy for browsers that ask where the address of a program comes from (Trusted Types).
    const policy = window.trustedTypes?.createPolicy("worker", { createScriptURL: () => "/sw.js" });
    const edition = { "zh-Hans": "zh" }[document.documentElement.lang] ?? document.documentElement.lang;
    navigator.serviceWorker.register(policy ? policy.createScriptURL("") : "/sw.js")
      .then(() => navigator.serviceWorker.ready)
      .then(({ active }) => active.postMessage({ edition }), () => { /* not allowed here: then there is no copy */ });
  }
  keep.set("visited", "yes");
}

// The search box: combobox pattern of the ARIA Authoring Practices Guide. Loaded when a reader first goes to search; what is
// typed stays in this page, is sent nowhere and not kept.
import { loadSearch } from "./search.js";

const MOST = 8;
const engines = new Map();
const engineOf = (address) => {
  if (!engines.has(address)) {
    const loading = loadSearch(address);
    loading.catch(() => engines.delete(address)); // the next letter tries again
    engines.set(address, loading);
  }
  return engines.get(address);
};

const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

const marked = (engine, text, question) =>
  engine.marked(text, question).map((piece) => (piece.hit ? element("mark", { textContent: piece.text }) : piece.text));

let boxes = 0;

// A box is a [data-search] element of partials/search-box.html. whole: the page of results, where every page found is a link.
export function searchBox(box) {
  const input = box.querySelector("input");
  const list = box.querySelector("[data-search-list]");
  const status = box.querySelector("[role=status]");
  const emergency = box.querySelector("[data-search-emergency]");
  const none = box.querySelector("[data-search-none]");
  const { index, root, results, failed } = box.dataset;
  const whole = "whole" in box.dataset;
  const number = ++boxes;
  let active = -1, asked = 0;

  list.id = `search-list-${number}`;
  if (!whole) {
    list.setAttribute("role", "listbox");
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]])
      input.setAttribute(name, value);
  }

  const options = () => [...list.querySelectorAll("[data-search-result]")];
  const setActive = (at) => {
    const all = options();
    active = all.length ? (at + all.length + 1) % (all.length + 1) : -1; // one place more: back in the box
    if (active === all.length) active = -1;
    all.forEach((option, place) => option.setAttribute("aria-selected", String(place === active)));
    if (active < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", all[active].id);
      all[active].scrollIntoView({ block: "nearest" });
    }
  };

  const show = (engine, question, answer) => {
    const hits = answer.hits.slice(0, whole ? 50 : MOST);
    list.replaceChildren(
      ...hits.map((hit, place) => {
        const link = element(
          "a",
          { href: root + hit.url.slice(1), id: `${list.id}-${place}` },
          element("strong", {}, ...marked(engine, hit.title, question)),
          element("span", {}, ...marked(engine, hit.verdict || "", question)),
        );
        link.dataset.searchResult = hit.id;
        if (whole) return element("li", {}, link);
        link.setAttribute("role", "option");
        link.tabIndex = -1;
        return link;
      }),
    );
    list.hidden = !hits.length;
    emergency.hidden = !answer.emergency;
    none.hidden = hits.length > 0;
    status.textContent = hits.length ? results.replace("{count}", hits.length) : none.querySelector("p").textContent;
    if (!whole) input.setAttribute("aria-expanded", String(hits.length > 0));
    setActive(-1);
  };

  const clear = () => {
    list.replaceChildren();
    list.hidden = emergency.hidden = none.hidden = true;
    status.textContent = "";
    if (!whole) input.setAttribute("aria-expanded", "false");
    setActive(-1);
  };

  const search = async () => {
    const turn = ++asked;
    const question = input.value.trim();
    if (!question) {
      clear();
      if (whole) box.dataset.searchState = "empty";
      return;
    }
    if (whole) box.dataset.searchState = "working";
    try {
      const engine = await engineOf(index);
      if (turn !== asked) return; // another letter has come
      show(engine, question, engine.ask(question));
      if (whole) box.dataset.searchState = "done";
    } catch {
      if (turn !== asked) return;
      clear();
      status.textContent = failed;
      none.hidden = false;
      if (whole) box.dataset.searchState = "failed";
    }
  };

  // While a Chinese input method composes, the letters are not yet what the reader means.
  input.addEventListener("input", (event) => { if (!event.isComposing) search(); });
  input.addEventListener("compositionend", search);
  input.addEventListener("focus", () => { engineOf(index).catch(() => {}); });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || whole) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setActive(active + (event.key === "ArrowDown" ? 1 : active < 0 ? options().length : -1));
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      options()[active].click();
    } else if (event.key === "Escape" && input.value) {
      event.preventDefault();
      input.value = "";
      search();
    }
  });
  if (whole) {
    box.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      history.replaceState(null, "", `#q=${encodeURIComponent(input.value.trim())}`);
      search();
    });
    // A link with ?q= is understood too.
    const linked = new URLSearchParams(location.hash.slice(1)).get("q") ?? new URLSearchParams(location.search).get("q");
    if (linked) input.value = linked;
  }
  if (input.value || whole) search();
  if (document.activeElement === input) engineOf(index).catch(() => {});
}

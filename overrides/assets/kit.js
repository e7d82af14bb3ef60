// A kit is filled in once: what a reader types stands in every blank of every page of the kit and in the files taken away. It stays
// on this device. Without this script blanks are lines to write on, and files are taken away as they are.
import { canRewrite, rewritten } from "./zip.js";

// --- What was typed, by kit.
const form = document.querySelector(".kit-form");
const key = `kit:${form?.dataset.kit ?? ""}`;

function read() {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? {};
  } catch {
    return {}; // storage is switched off, or holds something else
  }
}

let values = read();

function keep() {
  try {
    if (Object.keys(values).length) localStorage.setItem(key, JSON.stringify(values));
    else localStorage.removeItem(key);
  } catch { /* then it lasts for this page */ }
}

// --- The blanks of this page.
function show() {
  for (const blank of document.querySelectorAll(".blank[data-field]")) {
    const text = values[blank.dataset.field] ?? "";
    let words = blank.querySelector(".blank-text");
    if (text && !words) {
      words = document.createElement("span");
      words.className = "blank-text";
      blank.prepend(words);
    }
    if (words) words.textContent = text;
    blank.classList.toggle("filled", Boolean(text));
  }
}

function showForm() {
  for (const input of form?.querySelectorAll("input") ?? []) input.value = values[input.name] ?? "";
}

form?.addEventListener("input", ({ target }) => {
  const text = target.value.trim();
  if (text) values[target.name] = text;
  else delete values[target.name];
  keep();
  show();
});
form?.addEventListener("submit", (event) => event.preventDefault());
form?.addEventListener("reset", (event) => {
  event.preventDefault();
  if (!confirm(form.querySelector("[data-sure]").dataset.sure)) return;
  values = {};
  keep();
  show();
  showForm();
});
addEventListener("storage", (event) => { // another page of the kit
  if (event.key !== key && event.key !== null) return;
  values = read();
  show();
  showForm();
});
showForm();
show();
if (form) form.hidden = false; // what cannot work is not shown

// --- The same in the files. Blanks are content controls in Word documents and marked pieces of text on slides.
const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PARTS = /^(word\/document|ppt\/(slides|notesSlides)\/[^/]+)\.xml$/;

function filledWord(xml) {
  for (const control of xml.getElementsByTagNameNS(WORD, "sdt")) {
    const tag = control.getElementsByTagNameNS(WORD, "tag")[0];
    const text = values[tag?.getAttributeNS(WORD, "val").replace("field:", "")];
    if (!text) continue;
    const content = control.getElementsByTagNameNS(WORD, "t")[0];
    content.textContent = text;
    control.getElementsByTagNameNS(WORD, "showingPlcHdr")[0]?.remove();
    const style = control.getElementsByTagNameNS(WORD, "rStyle")[0]; // the pale one of empty blanks
    if (style) {
      const line = xml.createElementNS(WORD, "w:u");
      line.setAttributeNS(WORD, "w:val", "single");
      style.replaceWith(line);
    }
  }
}

function filledSlide(xml) {
  for (const run of xml.getElementsByTagNameNS(DRAWING, "rPr")) {
    const text = values[(run.getAttribute("bmk") ?? "").replace("field:", "")];
    if (text) run.parentNode.getElementsByTagNameNS(DRAWING, "t")[0].textContent = text;
  }
}

function filled(name, text) {
  const xml = new DOMParser().parseFromString(text, "application/xml");
  (name.startsWith("word/") ? filledWord : filledSlide)(xml);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${new XMLSerializer().serializeToString(xml.documentElement)}`;
}

async function take(link) {
  const response = await fetch(link.href);
  if (!response.ok) throw new Error(response.statusText);
  const file = await rewritten(await response.arrayBuffer(), PARTS, filled);
  const made = document.createElement("a");
  made.href = URL.createObjectURL(file);
  made.download = link.download;
  made.click();
  setTimeout(() => URL.revokeObjectURL(made.href), 60_000);
}

for (const link of document.querySelectorAll("a[data-document]")) {
  link.addEventListener("click", (event) => {
    if (!Object.keys(values).length || !canRewrite()) return;
    event.preventDefault();
    take(link).catch(() => { location.href = link.href; }); // as it is, rather than not at all
  });
}

// --- WeChat opens pages in a browser of its own that takes no files.
if (/MicroMessenger/i.test(navigator.userAgent)) {
  for (const note of document.querySelectorAll(".wechat")) note.hidden = false;
}

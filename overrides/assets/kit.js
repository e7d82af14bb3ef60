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

// --- The same in the files. Blanks are content controls in Word documents and marked pieces of text on slides, always in the form
// in which scripts/shizha/documents/lua writes them; the site's policy lets no script make a document tree from text.
const PARTS = /^(word\/document|ppt\/(slides|notesSlides)\/[^/]+)\.xml$/;
const CONTROL = /<w:sdt>(?:(?!<\/w:sdt>).)*?<w:tag w:val="field:([a-z0-9-]+)"\/>.*?<\/w:sdt>/gs;
const MARKED = /(<a:rPr[^>]* bmk="field:([a-z0-9-]+)"[^>]*\/><a:t>)[^<]*/g;

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const inXml = (text) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]).replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "");

function filledControl(control, field) {
  if (!values[field]) return control;
  return control
    .replace("<w:showingPlcHdr/>", "")
    .replace(/<w:rStyle w:val="Blank(Cell)?"\/>/, (_, cell) => (cell ? "" : '<w:u w:val="single"/>')) // the pale styles of empty blanks
    .replace(/(<w:t [^>]*>)[^<]*/, (_, start) => start + inXml(values[field]));
}

function filled(_name, xml) {
  return xml
    .replace(CONTROL, filledControl)
    .replace(MARKED, (run, start, field) => (values[field] ? start + inXml(values[field]) : run));
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

for (const link of document.querySelectorAll("a[data-document=docx], a[data-document=pptx]")) {
  link.addEventListener("click", (event) => {
    if (!Object.keys(values).length || !canRewrite()) return;
    event.preventDefault();
    take(link).catch(() => { location.href = link.href; }); // as it is, rather than not at all
  });
}

// --- Quizzes. The code comes where there is one.
const quizzes = document.querySelectorAll(".quiz");
if (quizzes.length) import("./quiz.js").then(({ take }) => quizzes.forEach(take));

// --- WeChat opens pages in a browser of its own that takes no files.
if (/MicroMessenger/i.test(navigator.userAgent)) {
  for (const note of document.querySelectorAll(".wechat")) note.hidden = false;
}

// The search: texts of the pages in, pages for a question out. It makes no request but for the index and keeps nothing.
// scripts/shizha/search/ (words.py, lexicon.py, ranking.py) does the same under the same names and says why; a test holds the
// two to the same answers. Whoever changes one changes the other.

const FORMAT = 1; // of the index: see scripts/shizha/search/index.py
const GROUP = "#", SYLLABLES = "~", HAPPENED = "!";
const SPOKEN = new Set(["title", "name", "aliases", "others"]);
const SUBJECT = new Set(["title", "name"]);
const CALLED = new Set(["name", "aliases", "others"]);

export const isHan = (text) => text[0] >= "\u3400";
const isText = (term) => term[0] !== GROUP && term[0] !== SYLLABLES && term[0] !== HAPPENED;

export function normalized(text, fold) {
  let line = "";
  for (const character of text.normalize("NFKC").replace(/['\u2018\u2019\u02bc`]/g, "").toLowerCase()) line += fold.get(character) || character;
  return line;
}

const runs = (text) => text.match(/[a-z0-9]+|[\u3400-\u9fff]+/g) || [];

export function stem(word) {
  if (word.length < 4 || /\d$/.test(word)) return word;
  if (word.endsWith("ies")) return word.slice(0, -3) + "y";
  if (/(sses|shes|ches|xes)$/.test(word)) word = word.slice(0, -2);
  else if (/s$/.test(word) && !/(ss|us|is)$/.test(word)) word = word.slice(0, -1);
  for (const ending of ["ing", "ed"]) {
    const start = word.slice(0, -ending.length);
    if (word.endsWith(ending) && start.length > 2 && /[aeiouy]/.test(start)) {
      word = start.length > 3 && /([^lsz])\1$/.test(start) ? start.slice(0, -1) : start;
      break;
    }
  }
  return word.length > 3 && word.endsWith("e") ? word.slice(0, -1) : word;
}

function terms(text) {
  const found = [];
  let before = "";
  for (const run of runs(text)) {
    if (isHan(run)) {
      if (run.length === 1) found.push(run);
      else for (let at = 0; at < run.length - 1; at++) found.push(run.slice(at, at + 2));
      before = "";
    } else {
      const word = stem(run);
      found.push(word);
      if (before) found.push(`${before} ${word}`);
      before = word;
    }
  }
  return found;
}

const atoms = (text) => runs(text).flatMap((run) => (isHan(run) ? ["", ...run, ""] : [stem(run)]));
const spaced = (text) => ` ${runs(text).join(" ")} `;
const fuzzy = (syllable) => syllable.replace(/^([zcs])h/, "$1").replace(/([aei]n)g$/, "$1");

function syllables(letters, known) {
  const best = [[]];
  for (let end = 1; end <= letters.length; end++) {
    for (let start = Math.max(0, end - 6); start < end; start++) {
      const piece = letters.slice(start, end);
      if (best[start] && known.has(piece) && (!best[end] || best[start].length + 1 < best[end].length)) best[end] = [...best[start], piece];
    }
  }
  return best[letters.length] || [];
}

function distance(one, other, limit) {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let before = [], row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i++) {
    const below = [i];
    for (let j = 1; j <= other.length; j++) {
      let cost = Math.min(row[j] + 1, below[j - 1] + 1, row[j - 1] + (one[i - 1] !== other[j - 1]));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
      below.push(cost);
    }
    if (Math.min(...below) > limit) return limit + 1;
    before = row;
    row = below;
  }
  return row[other.length];
}

// One bit for each letter that a word has.
function lettersOf(word) {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

// ``units`` are numbers in order, each as often as it occurs: what is done with each of them once.
function each(units, act) {
  let last = -1;
  for (const number of units) {
    if (number !== last) act(number);
    last = number;
  }
}

class Lexicon {
  constructor(index) {
    this.fold = new Map();
    for (let at = 0; at < index.fold.length; at += 2) this.fold.set(index.fold[at], index.fold[at + 1]);
    this.quiet = new Set(index.quiet.flatMap((word) => terms(normalized(word, this.fold))));
    [this.said, this.unless] = index.happened.map((pattern) => new RegExp(pattern));
    this.words = new Map(); // first atom -> [atoms of the word, its group]
    index.alike.forEach((group, number) => {
      for (const word of group) {
        const row = this.row(word);
        if (!this.words.has(row[0])) this.words.set(row[0], []);
        this.words.get(row[0]).push([row, GROUP + number]);
      }
    });
    this.sources = index.readings;
  }

  row(word) {
    const row = atoms(normalized(word, this.fold));
    while (row.length && !row[0]) row.shift();
    while (row.length && !row[row.length - 1]) row.pop();
    return row;
  }

  loudness(term, weights) {
    if (this.quiet.has(term)) return weights.quiet;
    let parts = 0, quiet = 0;
    for (const part of isHan(term) ? term : term.split(" ")) {
      parts++;
      if (this.quiet.has(part)) quiet++;
    }
    return quiet === parts ? weights.quiet : quiet ? weights.half_quiet : 1;
  }

  happened(text) {
    const line = spaced(text);
    return this.said.test(line) && !this.unless.test(line);
  }

  groups(row) {
    return this.places(row).map(([, , group]) => group);
  }

  // Where the words of groups stand in a row of atoms: [first, after the last, group].
  places(row) {
    const found = [];
    row.forEach((atom, at) => {
      const begun = this.words.get(atom);
      if (begun) for (const [word, group] of begun) if (word.every((part, place) => row[at + place] === part)) found.push([at, at + word.length, group]);
    });
    return found;
  }

  sounds(run) {
    this.read();
    const found = [];
    for (let at = 0; at < run.length - 1; at++)
      for (const one of this.readings.get(run[at]) || [])
        for (const other of this.readings.get(run[at + 1]) || []) found.push(`${SYLLABLES}${one} ${other}`);
    return found;
  }

  pinyinPairs(letters) {
    this.read();
    const cut = syllables(letters, this.known).map(fuzzy);
    return cut.slice(1).map((other, at) => `${SYLLABLES}${cut[at]} ${other}`);
  }

  // GB 2312's common characters stand in the order of their sound: browsers have them in their tables, the index only counts along.
  read() {
    if (this.readings) return;
    this.readings = new Map();
    this.known = new Set();
    const [along, others] = this.sources, codes = [];
    for (let row = 0xb0; row < 0xd8; row++) for (let cell = 0xa1; cell < 0xff; cell++) codes.push(row, cell);
    const common = new TextDecoder("gbk").decode(new Uint8Array(codes)).replace(/[\ue000-\uf8ff]/g, "");
    let at = 0;
    for (const item of along.split(" ")) {
      const [, syllable, count] = item.match(/(\D+)(\d+)/);
      this.add(syllable, common.slice(at, (at += +count)));
    }
    for (const [, syllable, characters] of others.matchAll(/([a-z]+)([^a-z ]+)/g)) this.add(syllable, characters);
  }

  add(syllable, characters) {
    if (syllable === "-") return;
    this.known.add(syllable);
    for (const character of characters) {
      if (!this.readings.has(character)) this.readings.set(character, []);
      this.readings.get(character).push(fuzzy(syllable));
    }
  }
}

export class Search {
  // index: what /search/<language>.json holds.
  constructor(index) {
    this.index = index;
    this.weights = index.weights;
    this.lexicon = new Lexicon(index);
    this.units = [];
    this.postings = new Map(); // term -> {units: numbers of those that have it, as often as they have it; worth}
    const fields = Object.entries(this.weights.fields);
    const heaviest = Math.max(...Object.values(this.weights.fields));
    index.pages.forEach((page, place) => {
      for (const [field, weight] of fields) {
        const presence = Math.sqrt(weight / heaviest);
        for (const text of [page[field] || []].flat()) {
          const line = normalized(text, this.lexicon.fold);
          this.addUnit({ page: place, field, weight, presence, line, mass: 0 });
        }
      }
    });
    for (const [term, posting] of this.postings) {
      posting.worth = this.worthOf(term, posting);
      if (isText(term)) each(posting.units, (number) => { this.units[number].mass += posting.worth; });
    }
    this.words = [...this.postings.keys()].filter((term) => isText(term) && !isHan(term) && !term.includes(" "));
  }

  // The pages for a question, best first: {emergency, hits: [{id, url, title, name, verdict, score}]}. url is from the site's root.
  ask(question, limit = Infinity) {
    const { lexicon, weights } = this;
    const text = normalized(question, lexicon.fold);
    const emergency = lexicon.happened(text);
    const asked = this.asked(text);
    let total = 0;
    for (const [term, factor] of asked) total += this.worth(term) * factor;
    if (!total) return { emergency, hits: [] };
    const found = new Map(), shared = new Map(), best = new Map();
    for (const [term, factor] of asked) {
      const { units, worth } = this.postings.get(term);
      for (const number of units) {
        const unit = this.units[number];
        if (!found.has(unit.page)) found.set(unit.page, new Map());
        const weighted = found.get(unit.page);
        weighted.set(term, (weighted.get(term) || 0) + unit.weight);
      }
      each(units, (number) => shared.set(number, (shared.get(number) || 0) + worth * factor));
    }
    for (const [number, overlap] of shared) {
      const { page } = this.units[number];
      best.set(page, Math.max(best.get(page) || 0, this.likeness(this.units[number], overlap, total)));
    }
    const hits = [];
    for (const [place, weighted] of found) {
      const page = this.index.pages[place];
      const kind = weights.kinds[page.kind] || 1;
      let covered = 0;
      for (const term of weighted.keys()) covered += this.worth(term) * asked.get(term);
      const part = (covered / total) ** weights.coverage;
      let score = 0;
      for (const [term, weight] of weighted)
        score += (kind * part * this.worth(term) * asked.get(term) * weight) / (weights.saturation + weight);
      score += kind * best.get(place);
      const { id, title, name, verdict } = page;
      if (score > 0) hits.push({ id, url: `/${this.index.root}${id === "index" ? "" : `${id}/`}`, title, name, verdict, score });
    }
    const rounded = (hit) => Math.round(hit.score * 1e6);
    hits.sort((one, other) => rounded(other) - rounded(one) || (one.id < other.id ? -1 : 1));
    return { emergency, hits: hits.slice(0, limit) };
  }

  worth(term) {
    return this.postings.get(term).worth;
  }

  asked(text) {
    const { lexicon, postings, weights } = this;
    const asked = new Map();
    const add = (term, factor) => { if (postings.has(term)) asked.set(term, Math.max(asked.get(term) || 0, factor)); };
    for (const term of terms(text)) {
      if (postings.has(term)) add(term, 1);
      else if (isHan(term)) for (const pair of this.heardOf(lexicon.sounds(term))) add(pair, weights.sound);
      else if (!term.includes(" ")) {
        const begun = term.length > 2 ? this.words.filter((word) => word.startsWith(term)) : [];
        for (const word of begun) add(word, weights.begun);
        if (!begun.length) for (const [word, wrong] of this.misspelt(term)) add(word, weights.misspelt / wrong);
      }
    }
    const words = runs(text);
    if (words.length && !words.some(isHan)) for (const pair of this.heardOf(lexicon.pinyinPairs(words.join("")))) add(pair, weights.pinyin);
    for (const group of lexicon.groups(atoms(text))) add(group, weights.alike);
    if (lexicon.happened(text)) add(HAPPENED, weights.happened);
    return asked;
  }

  // The parts of a title or verdict, to mark what the question has of it: [{text, hit}].
  marked(text, question) {
    const { lexicon } = this;
    const asked = this.asked(normalized(question, lexicon.fold));
    const characters = [...text], hit = characters.map(() => false);
    const folded = characters.map((character) => normalized(character, lexicon.fold));
    const parts = []; // atoms of the text, with the places of their characters
    for (let at = 0; at < folded.length; at++) {
      if (/^[a-z0-9]/.test(folded[at])) {
        const last = parts[parts.length - 1];
        if (last && last.end === at && !isHan(last.word)) Object.assign(last, { word: last.word + folded[at], end: at + 1 });
        else parts.push({ word: folded[at], start: at, end: at + 1 });
      } else if (folded[at] && runs(folded[at]).length) parts.push({ word: folded[at], start: at, end: at + 1 });
    }
    const row = parts.map(({ word }) => (isHan(word) ? word : stem(word)));
    const mark = (from, to) => hit.fill(true, parts[from].start, parts[to - 1].end);
    const loud = (term) => asked.has(term) && lexicon.loudness(term, { quiet: 0, half_quiet: 1 });
    row.forEach((atom, at) => {
      if (loud(atom)) mark(at, at + 1);
      if (at + 1 < row.length && isHan(atom) && loud(atom + row[at + 1])) mark(at, at + 2);
    });
    for (const [from, to, group] of lexicon.places(row)) if (asked.has(group)) mark(from, to);
    const pieces = [];
    characters.forEach((character, at) => {
      const last = pieces[pieces.length - 1];
      if (last && last.hit === hit[at]) last.text += character;
      else pieces.push({ text: character, hit: hit[at] });
    });
    return pieces;
  }

  addUnit(unit) {
    const number = this.units.push(unit) - 1;
    for (const term of terms(unit.line)) this.count(term, number);
    for (const group of this.lexicon.groups(atoms(unit.line))) this.count(group, number);
    if (SUBJECT.has(unit.field) && this.lexicon.happened(unit.line)) this.count(HAPPENED, number);
  }

  count(term, number) {
    const posting = this.postings.get(term);
    if (posting) posting.units.push(number);
    else this.postings.set(term, { units: [number], worth: 0 });
  }

  // Sounds take a third of the time to make and are seldom asked for: only by pinyin and by pairs that no page has.
  hear() {
    if (this.heard) return;
    this.heard = true;
    const before = this.postings.size;
    this.units.forEach(({ field, line }, number) => {
      if (SPOKEN.has(field)) for (const run of runs(line)) if (isHan(run)) for (const pair of this.lexicon.sounds(run)) this.count(pair, number);
    });
    [...this.postings].slice(before).forEach(([pair, posting]) => (posting.worth = this.worthOf(pair, posting)));
  }

  heardOf(pairs) {
    if (pairs.length) this.hear();
    return pairs;
  }

  worthOf(term, { units }) {
    let pages = 0, presence = 0, page = -1;
    for (const number of units) {
      const unit = this.units[number];
      if (unit.page !== page) {
        pages += presence;
        presence = 0;
        page = unit.page;
      }
      if (unit.presence > presence) presence = unit.presence;
    }
    pages += presence;
    return Math.log(1 + (this.index.pages.length - pages + 0.5) / (pages + 0.5)) * this.lexicon.loudness(term, this.weights);
  }

  likeness(unit, overlap, total) {
    const { weights } = this;
    if (!CALLED.has(unit.field) || !unit.mass) return 0;
    const part = Math.min(1, overlap / unit.mass);
    return weights.unit * overlap * (overlap / total) ** weights.of_question * part ** weights.of_unit;
  }

  misspelt(word) {
    if (word.length < 4 || !/^[a-z]+$/.test(word)) return [];
    const limit = word.length < 7 ? 1 : 2, letters = lettersOf(word), found = [];
    for (const known of this.words) {
      if (known.length < 4 || Math.abs(known.length - word.length) > limit) continue;
      // A slip changes two letters at most: most words need no closer look.
      let other = letters ^ lettersOf(known), changed = 0;
      for (; other; other &= other - 1) changed++;
      if (changed > 2 * limit) continue;
      const wrong = distance(word, known, limit);
      if (wrong <= limit) found.push([known, wrong]);
    }
    return found;
  }
}

// address: of the index of the reader's language.
export async function loadSearch(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  const index = await answer.json();
  if (index.format !== FORMAT) throw new Error(`${address}: ${index.format}`);
  const search = new Search(index);
  setTimeout(() => search.hear(), 200); // while the reader types the first word
  return search;
}

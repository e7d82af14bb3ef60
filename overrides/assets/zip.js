// Office files are zip archives. This changes the text of some of their entries and copies the others as they are. It knows what the
// site's own build writes (scripts/shizha/documents/archive.py): no encryption, no entries beyond 4 GB, sizes in the directory.
// Format: PKWARE APPNOTE 6.3.3, sections 4.3.7 (entry), 4.3.12 (directory) and 4.3.16 (its end).

const ENTRY = 0x04034b50, DIRECTORY = 0x02014b50, END = 0x06054b50;
const ENTRY_SIZE = 30, DIRECTORY_SIZE = 46, END_SIZE = 22;
const STORED = 0, DEFLATED = 8;

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});
const checksum = (bytes) => {
  let value = -1;
  for (const byte of bytes) value = (value >>> 8) ^ CRC[(value ^ byte) & 255];
  return ~value >>> 0;
};

async function inflated(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function entriesOf(buffer) {
  const view = new DataView(buffer);
  let end = buffer.byteLength - END_SIZE;
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0) throw new Error("not a zip archive");
  const entries = [];
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
    if (view.getUint32(at, true) !== DIRECTORY) throw new Error("damaged zip archive");
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const start = view.getUint32(at + 42, true);
    const data = start + ENTRY_SIZE + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
    entries.push({
      name: new TextDecoder().decode(new Uint8Array(buffer, at + DIRECTORY_SIZE, name)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      size: view.getUint32(at + 24, true),
      bytes: new Uint8Array(buffer, data, view.getUint32(at + 20, true)),
    });
    at += DIRECTORY_SIZE + name + extra + comment;
  }
  return entries;
}

// What an entry and its line in the directory have in common, from the version that is needed to the length of the extra field.
function header(signature, size, shift, entry, name) {
  const view = new DataView(new ArrayBuffer(size));
  view.setUint32(0, signature, true);
  if (shift) view.setUint16(4, 20, true);
  view.setUint16(4 + shift, 20, true);
  view.setUint16(6 + shift, 0x800, true); // names are UTF-8
  view.setUint16(8 + shift, entry.method, true);
  view.setUint16(12 + shift, 0x21, true); // 1 January 1980: what a file says of its making is inside it
  view.setUint32(14 + shift, entry.crc, true);
  view.setUint32(18 + shift, entry.bytes.length, true);
  view.setUint32(22 + shift, entry.size, true);
  view.setUint16(26 + shift, name.length, true);
  return view;
}

function packed(entries) {
  const body = [], directory = [];
  let offset = 0, length = 0;
  for (const entry of entries) {
    const name = new TextEncoder().encode(entry.name);
    const line = header(DIRECTORY, DIRECTORY_SIZE, 2, entry, name);
    line.setUint32(42, offset, true);
    body.push(header(ENTRY, ENTRY_SIZE, 0, entry, name), name, entry.bytes);
    directory.push(line, name);
    offset += ENTRY_SIZE + name.length + entry.bytes.length;
    length += DIRECTORY_SIZE + name.length;
  }
  const end = new DataView(new ArrayBuffer(END_SIZE));
  end.setUint32(0, END, true);
  end.setUint16(8, entries.length, true);
  end.setUint16(10, entries.length, true);
  end.setUint32(12, length, true);
  end.setUint32(16, offset, true);
  return new Blob([...body, ...directory, end]);
}

export const canRewrite = () => {
  try {
    return Boolean(new DecompressionStream("deflate-raw"));
  } catch {
    return false;
  }
};

// A copy of the archive in `buffer` with what change(name, bytes) gives, or promises, for each entry that `chosen` (a pattern of names)
// matches: text, bytes or a file.
export async function rewritten(buffer, chosen, change) {
  const entries = entriesOf(buffer);
  for (const entry of entries) {
    if (!chosen.test(entry.name)) continue;
    const content = entry.method === DEFLATED ? await inflated(entry.bytes) : entry.bytes;
    entry.bytes = new Uint8Array(await new Response(await change(entry.name, content)).arrayBuffer());
    entry.method = STORED;
    entry.size = entry.bytes.length;
    entry.crc = checksum(entry.bytes);
  }
  return packed(entries);
}

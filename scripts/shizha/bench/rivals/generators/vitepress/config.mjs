import { readFileSync } from "node:fs";

// Written by the benchmark: title, locales with the sidebar of each.
const settings = JSON.parse(readFileSync(new URL("./settings.json", import.meta.url), "utf8"));

export default { ...settings, ignoreDeadLinks: true, cleanUrls: false };

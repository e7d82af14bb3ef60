import { readFileSync } from "node:fs";
import { defineConfig } from "astro/config";
import starlight from "@astrojs/starlight";

// Written by the benchmark: title, locales and one group of the sidebar for each folder.
const settings = JSON.parse(readFileSync(new URL("./settings.json", import.meta.url), "utf8"));

export default defineConfig({ site: "https://example.org", telemetry: false, integrations: [starlight(settings)] });

-- Run by pandoc as a Lua interpreter: one process turns many pages into documents, so that pandoc starts once and not for each.
-- The argument is a JSON file of jobs, each with the HTML of a page, how its document looks, and the file to write.
local here = pandoc.path.directory(PANDOC_SCRIPT_FILE or arg[0])
package.path = pandoc.path.join { here, "?.lua" } .. ";" .. package.path
local makers = { docx = require "word", pptx = require "slides" }

local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read("a")
  file:close()
  return text
end

for _, job in ipairs(pandoc.json.decode(read(arg[1]), false)) do
  local document = makers[job.format](pandoc.read(job.html, "html"), job)
  local options = pandoc.WriterOptions { reference_doc = job.reference, slide_level = 1 }
  local file = assert(io.open(job.out, "wb"))
  file:write(pandoc.write(document, job.format, options))
  file:close()
end

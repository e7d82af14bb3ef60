-- From a lesson to its slides: what pupils should see stands on them, what the teacher says stands in the notes, word for word.
-- Sizes are those that slides_reference.py sets: text of 28 points and tables of 20 on a sheet of 13.33 by 7.5 inches.
local shared = require "shared"

local LINES, LINE_WIDTH = 10, 54 -- lines of text on a slide; Latin letters in a line
local TABLE_LINES, TABLE_WIDTH = 12.5, 84
local BETWEEN = 0.25 -- lines between two paragraphs or rows

local function blank(field, label)
  return pandoc.RawInline("openxml",
    '<a:r><a:rPr u="sng" bmk="field:' .. field .. '"/><a:t>　' .. shared.escape(label) .. "　</a:t></a:r>")
end

local function lines_of(text, width)
  return math.max(1, math.ceil(shared.width(text) / width))
end

-- --- Notes ---------------------------------------------------------------------------------------------------------

-- Notes hold paragraphs only. What the teacher does, in contrast to what is said aloud, stands in brackets.
local function notes_of(blocks, job, spoken)
  local notes = pandoc.List {}
  local function say(inlines, aside)
    if aside and not spoken then
      inlines = pandoc.Inlines { pandoc.Str(job.chinese and "〔" or "[") } .. inlines ..
        pandoc.Inlines { pandoc.Str(job.chinese and "〕" or "]") }
    end
    notes:insert(pandoc.Para(inlines))
  end
  for _, block in ipairs(blocks) do
    if block.tag == "BlockQuote" then
      shared.append(notes, notes_of(block.content, job, true))
    elseif block.tag == "BulletList" or block.tag == "OrderedList" then
      for number, item in ipairs(block.content) do
        local mark = block.tag == "OrderedList" and (number + block.start - 1) .. ". " or "· "
        for place, part in ipairs(item) do
          if part.tag == "Plain" or part.tag == "Para" then
            notes:insert(pandoc.Para(place == 1 and pandoc.Inlines { pandoc.Str(mark) } .. part.content or part.content))
          else
            shared.append(notes, notes_of({ part }, job, spoken))
          end
        end
      end
    elseif block.tag == "Table" then
      local rows = pandoc.List(block.head.rows):clone()
      shared.append(rows, shared.rows(block))
      for _, row in ipairs(rows) do
        local line = pandoc.Inlines {}
        for place, cell in ipairs(row.cells) do
          if place > 1 then line:insert(pandoc.Str(" | ")) end
          line:extend(pandoc.utils.blocks_to_inlines(cell.contents))
        end
        notes:insert(pandoc.Para(line))
      end
    elseif block.tag == "Header" then
      notes:insert(pandoc.Para { pandoc.Strong(block.content) })
    elseif block.tag == "Div" then
      shared.append(notes, notes_of(block.content, job, spoken))
    elseif block.content then
      say(block.content, true)
    end
  end
  return notes
end

-- --- What stands on slides -----------------------------------------------------------------------------------------

-- Links lead away from a class; their words stay.
local function unlinked(blocks)
  return pandoc.Blocks(blocks):walk { Link = function(link) return link.content end, Superscript = function() return {} end }
end

-- The first sentence of what the teacher says, if it is short enough to stand on a slide.
local function first_sentence(blocks)
  for _, block in ipairs(blocks) do
    if block.tag == "BlockQuote" then
      local text = shared.text(block.content[1])
      local last = #text
      for _, stop in ipairs { "。", "？", "！", ". ", "? " } do
        local place = text:find(stop, 1, true)
        if place then last = math.min(last, place + #stop - 1) end
      end
      local sentence = text:sub(1, last)
      if shared.width(sentence) <= 2 * LINE_WIDTH then return sentence end
    end
  end
end

local function strong_words(blocks)
  local words = pandoc.List {}
  pandoc.Blocks(blocks):walk { Strong = function(strong) words:insert(pandoc.Para { pandoc.Strong(strong.content) }) end }
  return words
end

-- The pieces of a section that pupils see, in order: paragraphs, items of lists, tables.
local function seen(blocks)
  local pieces = pandoc.List {}
  for _, block in ipairs(blocks) do
    if block.tag == "BulletList" or block.tag == "OrderedList" then
      for number, item in ipairs(block.content) do
        pieces:insert {
          kind = block.tag, start = block.tag == "OrderedList" and number + block.start - 1, item = item,
          lines = lines_of(shared.text(item), LINE_WIDTH),
        }
      end
    elseif block.tag == "Table" then
      pieces:insert { kind = "Table", block = block }
    elseif shared.only_strong(block) then
      pieces:insert { kind = "Para", block = block, lines = lines_of(shared.text(block), LINE_WIDTH) }
    end
  end
  if #pieces == 0 then
    local words = strong_words(blocks)
    local sentence = first_sentence(blocks)
    if #words == 0 and sentence then words:insert(pandoc.Para { pandoc.Str(sentence) }) end
    for _, word in ipairs(words) do
      pieces:insert { kind = "Para", block = word, lines = lines_of(shared.text(word), LINE_WIDTH) }
    end
  end
  return pieces
end

-- Parts of a table that fit a slide each, with the header on every one.
local function tables_of(tab)
  local room = {}
  for place, spec in ipairs(tab.colspecs) do room[place] = math.max(4, spec[2] * TABLE_WIDTH - 2) end
  local parts, part, used = pandoc.List {}, pandoc.List {}, 0
  local function close()
    if #part == 0 then return end
    local body = { attr = pandoc.Attr(), body = part, head = {}, row_head_columns = 0 }
    parts:insert(pandoc.Table(pandoc.Caption(), tab.colspecs, tab.head, { body }, pandoc.TableFoot()))
    part, used = pandoc.List {}, 0
  end
  for _, row in ipairs(shared.rows(tab)) do
    local lines = 1
    for place, cell in ipairs(row.cells) do
      lines = math.max(lines, lines_of(shared.text(cell.contents), room[place]))
    end
    if used + lines + BETWEEN > TABLE_LINES - 1 then close() end
    part:insert(row)
    used = used + lines + BETWEEN
  end
  close()
  return parts
end

local function without_colon(inlines)
  local text = shared.text(inlines)
  return pandoc.Inlines { pandoc.Str((text:gsub("：$", ""):gsub(":$", ""))) }
end

-- The pieces as slides: { title, blocks }. A label right before a table is the title of the table's slide.
local function slides_of(title, pieces)
  local slides = pandoc.List {}
  local blocks, used = pandoc.List {}, 0
  local function close(label)
    if #blocks > 0 then slides:insert { title = label or title, blocks = blocks } end
    blocks, used = pandoc.List {}, 0
  end
  for index, piece in ipairs(pieces) do
    local following = pieces[index + 1]
    if piece.kind == "Table" then
      close()
      local before = pieces[index - 1]
      local label = before and before.kind == "Para" and without_colon(before.block.content) or title
      for _, part in ipairs(tables_of(piece.block)) do
        blocks:insert(part)
        close(label)
      end
    elseif not (piece.kind == "Para" and following and following.kind == "Table") then
      if used + piece.lines + BETWEEN > LINES then close() end
      local last = blocks[#blocks]
      if piece.kind == "Para" then
        blocks:insert(piece.block)
      elseif last and last.tag == piece.kind and pieces[index - 1].kind == piece.kind then
        last.content:insert(piece.item)
        blocks[#blocks] = last
      elseif piece.kind == "OrderedList" then
        blocks:insert(pandoc.OrderedList({ piece.item }, pandoc.ListAttributes(piece.start)))
      else
        blocks:insert(pandoc.BulletList { piece.item })
      end
      used = used + piece.lines + BETWEEN
    end
  end
  close()
  return slides
end

-- --- The lesson ----------------------------------------------------------------------------------------------------

-- The sections of a page: by the id of their heading, the heading and what follows it up to the next of its level or above.
local function sections(blocks, level)
  local found, current = pandoc.List {}, nil
  for _, block in ipairs(blocks) do
    if block.tag == "Header" and block.level == level then
      current = { id = block.identifier, title = block.content, blocks = pandoc.List {} }
      found:insert(current)
    elseif current then
      current.blocks:insert(block)
    else
      found.before = found.before or pandoc.List {}
      found.before:insert(block)
    end
  end
  for _, section in ipairs(found) do found[section.id] = section end
  return found
end

return function(document, job)
  document = shared.inlines(document, { blank = blank, letters = TABLE_WIDTH })
  local parts = sections(shared.dissolved(document.blocks), 2)
  local made = pandoc.List {}
  local function show(section, more)
    if not section then return end
    local slides = slides_of(section.title, seen(unlinked(section.blocks)))
    if #slides == 0 then slides = pandoc.List { { title = section.title, blocks = {} } } end
    local notes = notes_of(more and more.before or {}, job)
    shared.append(notes, notes_of(section.blocks, job))
    if more and more.after then
      notes:insert(pandoc.Para { pandoc.Strong(more.after.title) })
      shared.append(notes, notes_of(more.after.blocks, job))
    end
    for index, slide in ipairs(slides) do
      made:insert(pandoc.Header(1, slide.title))
      shared.append(made, slide.blocks)
      if index == 1 then made:insert(pandoc.Div(notes, pandoc.Attr("", { "notes" }))) end
    end
  end
  show(parts.goal)
  show(parts.words)
  if parts.script then
    local steps = sections(parts.script.blocks, 3)
    if #steps == 0 then show(parts.script) end
    for index, step in ipairs(steps) do show(step, index == 1 and { before = steps.before }) end
  end
  show(parts["exit-ticket"], { after = parts.answers })
  return pandoc.Pandoc(made, pandoc.Meta {
    title = pandoc.MetaInlines { pandoc.Str(job.title) },
    subtitle = pandoc.MetaInlines { pandoc.Str(job.subtitle) },
  })
end

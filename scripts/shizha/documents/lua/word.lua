-- From the parts of a page to the paragraphs of a Word document. Styles are those that word_reference.py makes.
local fit = require "fit"
local shared = require "shared"

-- Only a Para takes a style of its own; pandoc gives every Plain that of compact lists.
local function paragraphs(blocks)
  return pandoc.List(blocks):map(function(block)
    if block.tag == "Plain" then return pandoc.Para(block.content) end
    if block.tag == "BulletList" then return pandoc.BulletList(block.content:map(paragraphs)) end
    if block.tag == "OrderedList" then return pandoc.OrderedList(block.content:map(paragraphs), block.listAttributes) end
    return block
  end)
end

local function styled(name, blocks)
  return pandoc.Div(paragraphs(blocks), pandoc.Attr("", {}, { ["custom-style"] = name }))
end

-- A content control: Word, WPS and LibreOffice let the reader type into it; assets/kit.js fills it by its tag. Its line is longer
-- than its label, except where a cell is the line.
local function blank(job)
  local room = job.chinese and "　" or "    "
  return function(field, label, in_table, in_cell)
    label = shared.escape(label)
    local around = in_cell and "" or in_table and room or room .. room
    local text = around .. label .. around
    return pandoc.RawInline("openxml",
      "<w:sdt><w:sdtPr>" .. (in_cell and "" or '<w:rPr><w:u w:val="single"/></w:rPr>') .. '<w:alias w:val="' .. label ..
      '"/><w:tag w:val="field:' .. field .. '"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:rPr><w:rStyle w:val="' ..
      (in_cell and "BlankCell" or "Blank") .. '"/></w:rPr><w:t xml:space="preserve">' .. text ..
      "</w:t></w:r></w:sdtContent></w:sdt>")
  end
end

-- Before a heading that begins a sheet: finished.py takes it away and marks the heading. A break by itself would leave an empty sheet
-- where the sheet before is full.
local SHEET_BREAK = pandoc.RawBlock("openxml", "<w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p>")
-- After a table: without a paragraph between them Word joins two tables.
local GAP = pandoc.RawBlock("openxml",
  '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="160" w:lineRule="exact"/></w:pPr></w:p>')

-- Text in a frame is a table of one cell. It has no head, by which finished.py knows it from other tables.
local function frame(blocks)
  local body = { attr = pandoc.Attr(), body = { pandoc.Row { pandoc.Cell(blocks) } }, head = {}, row_head_columns = 0 }
  local specs = { { pandoc.AlignDefault, 1 } }
  return pandoc.Table(pandoc.Caption(), specs, pandoc.TableHead(), { body }, pandoc.TableFoot())
end

-- A list whose items all begin with a mark of their own has no further marks. `styled_as`: from the place of an item to its style.
local function marked(list, pattern, styled_as)
  local paragraphs = pandoc.List {}
  for place, item in ipairs(list.content) do
    if not item[1] or not shared.text(item[1]):match(pattern) then return nil end
    paragraphs:insert(styled(styled_as(place), item))
  end
  return paragraphs
end

-- Boxes to tick.
local function ticks(list)
  return marked(list, "^□", function() return "Tick Item" end)
end

-- The answers that a question lets choose from. They stay on the sheet of their question.
local function choices(list)
  return marked(list, "^[A-H]　", function(place) return place == #list.content and "Choice End" or "Choice" end)
end

-- Blanks and nothing else, few enough for one line: who signs, and when.
local function signature(block)
  if block.tag ~= "Para" then return false end
  local blanks = 0
  for _, inline in ipairs(block.content) do
    if inline.tag == "RawInline" then
      blanks = blanks + 1
    elseif not (inline.tag == "Space" or inline.tag == "Str" and inline.text:gsub("　", "") == "") then
      return false
    end
  end
  return blanks > 0 and blanks <= 3
end

-- 一、 -> 2 and （一） -> 3, with the number; offices rank headings so.
local NUMERALS = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五" }
local function numbered(text)
  for number, numeral in ipairs(NUMERALS) do
    if text:sub(1, #numeral + 3) == numeral .. "、" then return 2, number end
    if text:sub(1, #numeral + 6) == "（" .. numeral .. "）" then return 3, number end
  end
end

-- The rank of each heading, by its number if those beside it count on from one; a part with numbered headings is a document of
-- its own. 三、四年级 is no number.
local function ranks(blocks)
  local siblings, part = {}, nil
  local function settle()
    local count = 0
    for _, header in ipairs(siblings) do
      local rank, number = numbered(shared.text(header.content))
      if rank and number == count + 1 then count = number end
    end
    for _, header in ipairs(siblings) do
      local rank = numbered(shared.text(header.content))
      local is_number = rank and count > 1
      header.attributes.rank = tostring(is_number and rank or header.level)
      if is_number and rank == 2 and header.level == 3 and part then part.attributes.rank = "1" end
    end
    siblings = {}
  end
  local tops = {}
  for _, block in ipairs(blocks) do
    if block.tag == "Header" then
      if block.level == 2 then
        settle()
        part = block
        table.insert(tops, block)
      else
        table.insert(siblings, block)
      end
    end
  end
  settle()
  part, siblings = nil, {}
  for _, top in ipairs(tops) do
    if not top.attributes.rank then table.insert(siblings, top) end
  end
  settle()
end

-- The words of a title, without the strength that marked them as one.
local function title_of(block, style)
  local words = pandoc.Inlines {}
  for _, inline in ipairs(block.content) do words:extend(inline.tag == "Strong" and inline.content or { inline }) end
  return styled(style or "Piece Title", { pandoc.Para(words) })
end

local quoted

-- `size`: that of quoted text, where it is not that of other text.
local function converted(blocks, job, size)
  local made = pandoc.List {}
  local before
  for place, block in ipairs(blocks) do
    local tag, following = block.tag, blocks[place + 1]
    if tag == "Header" then
      made:insert(pandoc.Header(tonumber(block.attributes.rank), block.content, pandoc.Attr(block.identifier)))
    elseif tag == "Div" and shared.has_class(block, "admonition") then
      made:insert(styled("Note Title", { block.content[1] }))
      local rest = pandoc.List(block.content)
      rest:remove(1)
      made:insert(styled("Note", rest))
      made:insert(GAP)
    elseif tag == "Div" and shared.has_class(block, "document-end") then
      for _, part in ipairs(block.content) do
        made:insert(styled(shared.only_strong(part) and "End Heading" or "End Text", { part }))
      end
    elseif tag == "Div" and block.attributes["custom-style"] then
      made:insert(block)
    elseif tag == "Div" then
      shared.append(made, converted(block.content, job, size))
    elseif tag == "BlockQuote" then
      shared.append(made, quoted(block, job, size))
    elseif tag == "Table" then
      made:insert(block)
      made:insert(GAP)
    elseif tag == "BulletList" and (ticks(block) or choices(block)) then
      shared.append(made, ticks(block) or choices(block))
    elseif tag == "Para" and following and following.tag == "BulletList" and choices(following) then
      made:insert(styled("Question", { block }))
    elseif tag == "Para" and before == "Header" and job.official and shared.only_strong(block) then
      made:insert(title_of(block))
    elseif shared.only_strong(block) then
      made:insert(styled("Label", { block }))
    else
      made:insert(block)
    end
    before = tag
  end
  return made
end

-- The blocks of a quote with titles as such, and with text of `size` if there is one.
local function sized(quote, size)
  return quote.content:map(function(block)
    if shared.only_strong(block) then return title_of(block, size and "Frame Title " .. size) end
    if not size or block.tag == "Table" or block.tag == "BulletList" and ticks(block) then return block end
    return styled("Frame " .. size, { block })
  end)
end

quoted = function(quote, job, size)
  if job.spoken then return { styled("Spoken", converted(quote.content, job)) } end
  if job.framed then return { frame(converted(sized(quote, size), job)), GAP } end
  if size then return converted(sized(quote, size), job) end
  local inside = pandoc.List {}
  for index, block in ipairs(quote.content) do
    if index == 1 and shared.only_strong(block) then
      inside:insert(title_of(block))
    elseif index <= 2 and block.tag == "Para" and shared.text(block.content):match("：$") then
      inside:insert(styled("Salutation", { block }))
    elseif job.official and signature(block) then
      inside:insert(styled("Signature", { block }))
    else
      inside:insert(block)
    end
  end
  return converted(inside, job)
end

-- The parts of a page: what comes before the first heading of the second level, then each such heading with what follows it.
local function parts_of(blocks)
  local parts = pandoc.List { pandoc.List {} }
  for _, block in ipairs(blocks) do
    if block.tag == "Header" and block.level == 2 then parts:insert(pandoc.List {}) end
    parts[#parts]:insert(block)
  end
  return parts
end

-- What is handed out part by part begins with a sheet that says what there is, so that each part is a sheet by itself.
local function cover_of(parts, job)
  local titles = pandoc.List {}
  for place = 2, #parts do titles:insert { pandoc.Plain(parts[place][1].content) } end
  return { pandoc.Para { pandoc.Strong(job.contents) }, pandoc.BulletList(titles) }
end

return function(document, job)
  document = shared.inlines(document, { blank = blank(job), letters = job.letters })
  local blocks = shared.dissolved(document.blocks)
  ranks(blocks)
  local parts = parts_of(blocks)
  if job.cover then shared.append(parts[1], cover_of(parts, job)) end
  local made = pandoc.List {}
  for place, part in ipairs(parts) do
    if job.pieces and place > (job.cover and 1 or 2) then
      if made[#made] == GAP then made:remove() end
      made:insert(SHEET_BREAK)
    end
    local id = place > 1 and part[1].identifier or ""
    local sizes = (id:match("^large") or id:match("^elder")) and job.large_sizes or job.framed and job.sizes
    shared.append(made, converted(part, job, sizes and place > 1 and fit(part, job, sizes) or nil))
  end
  return pandoc.Pandoc(made, pandoc.Meta {
    title = pandoc.MetaInlines { pandoc.Str(job.title) },
    subtitle = pandoc.MetaInlines { pandoc.Str(job.subtitle) },
  })
end

-- From the parts of a page to the paragraphs of a Word document. Styles are those that word_reference.py makes.
local shared = require "shared"

-- Only a Para takes a style of its own; pandoc gives every Plain that of compact lists.
local function styled(name, blocks)
  blocks = pandoc.Blocks(blocks):walk { Plain = function(plain) return pandoc.Para(plain.content) end }
  return pandoc.Div(blocks, pandoc.Attr("", {}, { ["custom-style"] = name }))
end

-- A content control: Word, WPS and LibreOffice let the reader type into it; assets/kit.js fills it by its tag. ROOM is where
-- the line of an empty one is longer than its label: nowhere in a table.
local ROOM = "\u{e000}"
local function blank(field, label)
  return pandoc.RawInline("openxml",
    '<w:sdt><w:sdtPr><w:rPr><w:u w:val="single"/></w:rPr><w:alias w:val="' .. shared.escape(label) ..
    '"/><w:tag w:val="field:' .. field .. '"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r>' ..
    '<w:rPr><w:rStyle w:val="Blank"/></w:rPr><w:t xml:space="preserve">' .. ROOM .. shared.escape(label) .. ROOM ..
    "</w:t></w:r></w:sdtContent></w:sdt>")
end

local function with_room(element, room)
  return element:walk {
    RawInline = function(raw) return pandoc.RawInline(raw.format, (raw.text:gsub(ROOM, room))) end,
  }
end

local SHEET_BREAK = pandoc.RawBlock("openxml",
  '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>')
-- After a table: without a paragraph between them Word joins two tables.
local GAP = pandoc.RawBlock("openxml",
  '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="160" w:lineRule="exact"/></w:pPr></w:p>')

local function table_of(rows_of_head, rows, specs)
  local body = { attr = pandoc.Attr(), body = rows, head = {}, row_head_columns = 0 }
  return pandoc.Table(pandoc.Caption(), specs, pandoc.TableHead(rows_of_head), { body }, pandoc.TableFoot())
end

local function in_cells(tab, job)
  local function with_style(rows, name)
    return rows:map(function(row)
      return pandoc.Row(row.cells:map(function(cell)
        local contents = #cell.contents > 0 and cell.contents or { pandoc.Plain { pandoc.Str "" } }
        return pandoc.Cell({ with_room(styled(name, contents), "") })
      end))
    end)
  end
  local specs = {}
  for index, share in ipairs(shared.shares(tab, job.letters)) do specs[index] = { tab.colspecs[index][1], share } end
  return table_of(with_style(pandoc.List(tab.head.rows), "Table Head"), with_style(shared.rows(tab), "Table Text"), specs)
end

local function frame(blocks)
  return table_of({}, { pandoc.Row { pandoc.Cell(blocks) } }, { { pandoc.AlignDefault, 1 } })
end

-- A list of boxes to tick has no further marks.
local function ticks(list)
  local paragraphs = pandoc.List {}
  for _, item in ipairs(list.content) do
    local first = item[1]
    local text = first and first.content and first.content[1]
    if not text or text.tag ~= "Str" or text.text:sub(1, 3) ~= "□" then return nil end
    paragraphs:insert(styled("Tick Item", item))
  end
  return paragraphs
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
local function title_of(block)
  local words = pandoc.Inlines {}
  for _, inline in ipairs(block.content) do words:extend(inline.tag == "Strong" and inline.content or { inline }) end
  return styled("Piece Title", { pandoc.Para(words) })
end

local quoted

local function converted(blocks, job)
  local made = pandoc.List {}
  local before
  for _, block in ipairs(blocks) do
    local tag = block.tag
    if tag == "Header" then
      if block.level == 2 then
        if job.pieces then made:insert(SHEET_BREAK) end
      end
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
      shared.append(made, converted(block.content, job))
    elseif tag == "BlockQuote" then
      shared.append(made, quoted(block, job))
    elseif tag == "Table" then
      made:insert(in_cells(block, job))
      made:insert(GAP)
    elseif tag == "BulletList" and ticks(block) then
      shared.append(made, ticks(block))
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

quoted = function(quote, job)
  if job.spoken then return { styled("Spoken", converted(quote.content, job)) } end
  local inside = pandoc.List {}
  for index, block in ipairs(quote.content) do
    if (index == 1 or job.framed) and shared.only_strong(block) then
      inside:insert(title_of(block))
    elseif index <= 2 and block.tag == "Para" and shared.text(block.content):match("：$") then
      inside:insert(styled("Salutation", { block }))
    else
      inside:insert(block)
    end
  end
  inside = converted(inside, job)
  return job.framed and { frame(inside), GAP } or inside
end

-- What is handed out part by part begins with a sheet that says what there is, so that each part is a sheet by itself.
local function with_cover(blocks, job)
  local cover, rest, parts = pandoc.List {}, pandoc.List {}, pandoc.List {}
  for _, block in ipairs(blocks) do
    if block.tag == "Header" and block.level == 2 then parts:insert { pandoc.Plain(block.content) } end
    (#parts == 0 and cover or rest):insert(block)
  end
  cover:insert(pandoc.Para { pandoc.Strong(job.contents) })
  cover:insert(pandoc.BulletList(parts))
  shared.append(cover, rest)
  return cover
end

return function(document, job)
  document = shared.inlines(document, blank)
  local blocks = shared.dissolved(document.blocks)
  ranks(blocks)
  if job.pieces then blocks = with_cover(blocks, job) end
  local made = pandoc.Pandoc(converted(blocks, job), pandoc.Meta {
    title = pandoc.MetaInlines { pandoc.Str(job.title) },
    subtitle = pandoc.MetaInlines { pandoc.Str(job.subtitle) },
  })
  return with_room(made, job.chinese and "　　" or "        ")
end

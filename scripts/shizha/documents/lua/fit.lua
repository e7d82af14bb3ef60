-- How large quoted text, which is what the sheet is for, may be, so that a part still fits its sheet. An estimate: lines hold whole
-- Chinese characters and one less than there is room for, since a stop begins no line, and are as far apart as word_reference.py has them.
local shared = require "shared"

local BLANK = 14        -- Latin letters that a blank takes
local LIST_INDENT = 36  -- points
local HEADING = 40      -- points that the heading of a part takes
local ROW = 24          -- points: the least height of a row of a table
local END_SIZE = 9      -- of letters, for what stands at the end of a document
local CAREFUL = 0.88    -- of the sheet; other typefaces and programs break lines elsewhere

local function lines_of(block, size, width)
  local letters, breaks = shared.width(shared.text(block)), 0
  pandoc.Blocks({ block }):walk {
    LineBreak = function() breaks = breaks + 1 end,
    RawInline = function() letters = letters + BLANK end,
  }
  return math.max(1, math.ceil(letters / math.max(2 * math.floor(width / size) - 2, 1))) + breaks
end

local height

local function height_of_list(list, size, width, line)
  local sum = 0
  for _, item in ipairs(list.content) do sum = sum + height(item, size, width - LIST_INDENT, line) end
  return sum
end

local function height_of_table(tab, size, width, line)
  local sum = 0
  local rows = pandoc.List(tab.head.rows):clone()
  shared.append(rows, shared.rows(tab))
  for _, row in ipairs(rows) do
    local most = 0
    for place, cell in ipairs(row.cells) do
      local share = (tab.colspecs[place][2] or 0) * width - 10
      most = math.max(most, height(cell.contents, size, math.max(share, size), line))
    end
    sum = sum + math.max(ROW, most + 4)
  end
  return sum + ROW / 2
end

-- The height of blocks, in points. `line`: the distance of lines for letters of size 1.
height = function(blocks, size, width, line)
  local sum = 0
  for _, block in ipairs(blocks) do
    if block.tag == "Table" then
      sum = sum + height_of_table(block, math.min(size, 12), width, line)
    elseif block.tag == "BulletList" or block.tag == "OrderedList" then
      sum = sum + height_of_list(block, size, width, line)
    elseif block.tag == "Para" or block.tag == "Plain" or block.tag == "Header" then
      sum = sum + lines_of(block, size, width) * size * line + 4
    elseif block.content then
      sum = sum + height(block.content, size, width, line)
    end
  end
  return sum
end

local function height_of_quote(quote, size, width, line)
  local sum = 12
  for _, block in ipairs(quote.content) do
    if shared.only_strong(block) then
      sum = sum + lines_of(block, size * 1.25, width) * size * 1.8 + 12
    else
      sum = sum + height({ block }, size, width, line)
    end
  end
  return sum
end

-- Latin letters of the longest word of `blocks`, as wide as letters of a title are.
local function longest_word(blocks)
  local longest = 0
  pandoc.Blocks(blocks):walk { Str = function(str) longest = math.max(longest, shared.longest_word(str.text)) end }
  return longest * 1.25 * 0.6
end

-- The largest of `sizes` with which the part `blocks` fits a sheet; nil if that is none of them.
return function(blocks, job, sizes)
  local width, room = job.sheet[1] - 12, job.sheet[2] * CAREFUL - HEADING
  local line = job.chinese and 1.5 or 1.3
  local around, quotes = 0, pandoc.List {}
  for _, block in ipairs(blocks) do
    if block.tag == "BlockQuote" then
      quotes:insert(block)
    elseif block.tag ~= "Header" or block.level ~= 2 then
      local is_end = block.tag == "Div" and shared.has_class(block, "document-end")
      around = around + height({ block }, is_end and END_SIZE or job.body, width, line)
    end
  end
  if #quotes == 0 then return nil end
  local widest, fitting = longest_word(quotes), nil
  for _, size in ipairs(sizes) do
    local sum = around
    for _, quote in ipairs(quotes) do sum = sum + height_of_quote(quote, size, width, 1.5) end
    if sum > room or widest * size > width then break end
    fitting = math.tointeger(size) -- numbers of JSON come as floats
  end
  return fitting
end

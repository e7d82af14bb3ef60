-- What Word documents and slides both need.
local shared = {}

function shared.has_class(element, class)
  return element.classes and element.classes:includes(class)
end

function shared.escape(text)
  return (text:gsub("[&<>\"]", { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ["\""] = "&quot;" }))
end

-- How much room a text takes, in Latin letters: a Chinese character takes two.
function shared.width(text)
  local width = 0
  for _, code in utf8.codes(text, true) do
    width = width + (code > 0x2000 and 2 or 1)
  end
  return width
end

function shared.is_chinese(text)
  for _, code in utf8.codes(text, true) do
    if code >= 0x3000 and code <= 0x9fff then return true end
  end
  return false
end

function shared.text(content)
  return pandoc.utils.stringify(content)
end

-- A paragraph that is nothing but strong words: the title of a piece.
function shared.only_strong(block)
  if block.tag ~= "Para" and block.tag ~= "Plain" then return false end
  for _, inline in ipairs(block.content) do
    if inline.tag ~= "Strong" and inline.tag ~= "Space" and inline.tag ~= "SoftBreak" then return false end
  end
  return #block.content > 0
end

function shared.append(list, more)
  for _, item in ipairs(more) do list:insert(item) end
end

-- The blank that is all there is in a paragraph.
local function lone_blank(block)
  local span = block and block.content and #block.content == 1 and block.content[1]
  return span and span.tag == "Span" and shared.has_class(span, "blank") and span or nil
end

local function is_blank(blocks)
  return #blocks == 1 and lone_blank(blocks[1]) ~= nil
end

function shared.longest_word(text)
  local longest = 0
  for word in text:gsub("—", "-"):gmatch("[%w%-/.,:;()]+") do longest = math.max(longest, #word) end
  return longest
end

-- The rows of a table below its head.
function shared.rows(tab)
  local rows = pandoc.List {}
  for _, body in ipairs(tab.bodies) do shared.append(rows, body.body) end
  return rows
end

-- Shares of the columns, together 1: as much as what stands in them asks for, long texts counting less than their length, and
-- never less than the longest word. A cell to write in asks for as much as a short answer. `room`: how many Latin letters the whole
-- table has side by side.
local WRITTEN = 16
function shared.shares(tab, room)
  local most, sum, least = {}, {}, {}
  local rows = pandoc.List(tab.head.rows):clone()
  shared.append(rows, shared.rows(tab))
  for _, row in ipairs(rows) do
    for index, cell in ipairs(row.cells) do
      local text = shared.text(cell.contents)
      local width = shared.width(text)
      if text == "" or is_blank(cell.contents) then width = math.max(width, WRITTEN) end
      most[index] = math.max(most[index] or 0, width)
      sum[index] = (sum[index] or 0) + math.min(width, 60)
      least[index] = math.max(least[index] or 0, shared.longest_word(text) + 3, math.min(width, 8) + 2)
    end
  end
  local wanted, total, floor = {}, 0, 0
  for index = 1, #tab.colspecs do
    local average = (sum[index] or 0) / math.max(#rows, 1)
    least[index] = math.min(least[index] or 4, 18)
    wanted[index] = math.max(least[index], 0.5 * math.min(most[index] or 0, 48) + 0.5 * average + 2)
    total, floor = total + wanted[index], floor + least[index]
  end
  local shares, spare = {}, math.max(room - floor, 0)
  for index = 1, #tab.colspecs do
    local more = total > floor and (wanted[index] - least[index]) / (total - floor) or 1 / #tab.colspecs
    shares[index] = (least[index] + spare * more) / (floor + spare)
  end
  return shares
end

-- Elements that only group others are dissolved.
local GROUPS = { "part", "many-columns" }
function shared.dissolved(blocks)
  local flat = pandoc.List {}
  for _, block in ipairs(blocks) do
    if block.tag == "Div" and shared.has_class(block, "quiz") then goto continue end -- to be taken on a screen
    local group = false
    for _, class in ipairs(GROUPS) do
      group = group or (block.tag == "Div" and shared.has_class(block, class))
    end
    if group then shared.append(flat, shared.dissolved(block.content)) else flat:insert(block) end
    ::continue::
  end
  return flat
end

-- What the generator's HTML says only to browsers becomes what stands on paper. How a piece of the document looks that a reader
-- fills in, and how wide the columns of a table are, differs: `look.letters` and `look.blank(field, label, in_table, in_cell)`,
-- where in_cell means that the blank is all that stands in a cell.
-- One walk, and no function for single words: going back and forth between pandoc and Lua is what costs time.
function shared.inlines(document, look)
  local ids = {}
  for _, block in ipairs(shared.dissolved(document.blocks)) do
    if block.tag == "Header" then ids[block.identifier] = true end
  end
  local function filter(in_table)
    return {
      traverse = "topdown",
      Plain = in_table and function(plain)
        local span = lone_blank(plain)
        if not span then return nil end
        return pandoc.Plain { look.blank(span.attributes.field, shared.text(span.content), true, true) }, false
      end or nil,
      Span = function(span)
        if shared.has_class(span, "blank") then
          return look.blank(span.attributes.field, shared.text(span.content), in_table), false
        elseif shared.has_class(span, "box") then
          return pandoc.Str("□"), false
        elseif shared.has_class(span, "host") then
          return pandoc.Str("(" .. shared.text(span.content) .. ")"), false
        end
        return span.content
      end,
      Superscript = function(mark)
        return pandoc.Superscript { pandoc.Str("[" .. shared.text(mark.content) .. "]") }, false
      end,
      Link = function(link)
        local target = link.target
        if target:sub(1, 1) == "#" and ids[target:sub(2)] then
          return pandoc.Link(link.content, target)
        elseif target:match("^https?:") then
          return pandoc.Link(link.content, target)
        end
        return link.content -- a number to dial, or a place that is not in this document
      end,
      Table = not in_table and function(tab)
        local specs = {}
        for index, share in ipairs(shared.shares(tab, look.letters)) do specs[index] = { pandoc.AlignDefault, share } end
        tab.colspecs = specs
        return tab:walk(filter(true)), false
      end or nil,
    }
  end
  return document:walk(filter(false))
end

return shared

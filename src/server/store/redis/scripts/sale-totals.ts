/**
 * What an event of the log does to the numbers of sales: those of sale-pieces.ts, by their place. A show sets totals;
 * what is held and sold stays so. More than before: the log says by itself that it is not sold out any more. A sale that
 * is stopped ends its line.
 */
export const saleTotals = `
local function sale_row(key, id)
  local row = redis.call('HGET', key, id)
  if not row then return nil end
  local n = {}
  for one in string.gmatch(row, '%d+') do table.insert(n, tonumber(one)) end
  return n
end
local function save_sale(key, id, n)
  local row = {}
  for i = 1, 11 do row[i] = string.format('%.0f', n[i]) end
  redis.call('HSET', key, id, table.concat(row, ' '))
end
local function sale_totals(key, totals)
  local listed = {}
  for _, one in ipairs(totals) do
    local n = sale_row(key, one[1]) or { one[2], 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }
    if one[2] > n[1] then n[10] = 0 end
    n[1], n[2], n[11] = one[2], one[2] - n[3] - n[4], 1
    save_sale(key, one[1], n)
    listed[one[1]] = true
  end
  for _, id in ipairs(redis.call('HKEYS', key)) do
    if not listed[id] then
      local n = sale_row(key, id)
      n[10], n[11] = 0, 0
      save_sale(key, id, n)
    end
  end
end
local function end_line(key, line, id)
  local n = sale_row(key, id)
  if not n then return end
  n[5], n[9] = 0, n[7]
  save_sale(key, id, n)
  redis.call('ZREMRANGEBYLEX', line, '[' .. id .. ' ', '(' .. id .. '!')
end`;

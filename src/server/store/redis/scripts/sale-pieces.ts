import { FREED_AT_ONCE } from '../../../room/keep-pieces.js';

/** The keys of every script of flash sales, in their order. */
export const saleKeys = [
  'meta',
  'log',
  'receipts',
  'aged',
  'sales',
  'holds',
  'holding',
  'until',
  'waits',
  'line',
  'ordered',
  'off',
  'subjects',
  'ledger',
  'spent',
] as const;

/**
 * What a room's flash sales are kept in:
 * - sales: sale → numbers, as \`names\` has them. \`void\`: tickets up to it are of a line that was ended.
 * - holds: reservation → "state sale viewer quantity limit at ends variant order"; \`*\` is no variant.
 * - holding: "sale viewer" → what is kept for them. until: all that is kept, by when it ends.
 * - waits: "sale viewer" → "ticket quantity limit hold closes reservation variant".
 * - line: "sale quantity ticket viewer", in this order: the first who wants so many is found at once.
 * - ordered: "sale viewer" → "reservation=quantity " for each. off: "reservation order" of orders that are off.
 * - spent: the mark of one who was erased → how many pieces they had ordered.
 * ARGV at, channel, name of the log, nonce; then what each script needs.
 */
const counting = `
local at, now = ARGV[1], tonumber(ARGV[1])
local names = { 'total', 'left', 'held', 'sold', 'waiting', 'served', 'tickets', 'most', 'void', 'gone', 'listed' }
local counts, touched = {}, {}
local function int(n) return string.format('%.0f', n) end
local function row_of(sale)
  local row = {}
  for i, name in ipairs(names) do row[i] = int(sale[name]) end
  return table.concat(row, ' ')
end
local function sale_of(id)
  if counts[id] == nil then
    local row = redis.call('HGET', KEYS[5], id)
    counts[id] = row and { id = id, row = row } or false
    if row then
      local i = 0
      for n in string.gmatch(row, '%d+') do
        i = i + 1
        counts[id][names[i]] = tonumber(n)
      end
      table.insert(touched, counts[id])
    end
  end
  return counts[id]
end
local function finish()
  local last = 0
  for i, sale in ipairs(touched) do
    local gone = (sale.listed == 1 and sale.left + sale.held == 0) and 1 or 0
    if gone ~= sale.gone then
      local data = '{"saleId":"' .. sale.id .. '","soldOut":' .. (gone == 1 and 'true' or 'false') .. '}'
      last = put(KEYS[1], KEYS[2], '', time_of(KEYS[1], '', now), ARGV[4] .. int(i), 'sale.sold-out', data, '')
      sale.gone = gone
    end
    local row = row_of(sale)
    if row ~= sale.row then redis.call('HSET', KEYS[5], sale.id, row) end
  end
  if last > 0 then redis.call('PUBLISH', ARGV[2], ARGV[3] .. ' ' .. int(last)) end
  return last
end
local function given(kind, value, sale)
  local seq = finish()
  return { kind, value, seq, sale.left, sale.held, sale.sold, sale.waiting, sale.served }
end`;

const holding = `
local function hold_of(id)
  local row = redis.call('HGET', KEYS[6], id)
  if not row then return nil end
  local h = { id = id }
  h.state, h.sale, h.viewer, h.quantity, h.limit, h.at, h.ends, h.variant, h.order =
    string.match(row, '^(%a+) (%S+) (%S+) (%d+) (%d+) (%d+) (%d+) (%S+) (.*)$')
  h.quantity, h.limit = tonumber(h.quantity), tonumber(h.limit)
  return h
end
local function save_hold(h)
  local who = { h.state, h.sale, h.viewer, int(h.quantity), int(h.limit), h.at, h.ends, h.variant, h.order }
  redis.call('HSET', KEYS[6], h.id, table.concat(who, ' '))
end
local function held_by(sale, viewer)
  local id = redis.call('HGET', KEYS[7], sale .. ' ' .. viewer)
  return id and hold_of(id)
end
local function pieces_of(sale, viewer)
  local sum = 0
  for n in string.gmatch(redis.call('HGET', KEYS[11], sale .. ' ' .. viewer) or '', '=(%d+)') do sum = sum + tonumber(n) end
  return sum
end
local function bought(h)
  local who = h.sale .. ' ' .. h.viewer
  local had = redis.call('HGET', KEYS[11], who) or ''
  redis.call('HSET', KEYS[11], who, had .. h.id .. '=' .. int(h.quantity) .. ' ')
end
local function unbought(h)
  local who, one = h.sale .. ' ' .. h.viewer, h.id .. '=' .. int(h.quantity) .. ' '
  local had = redis.call('HGET', KEYS[11], who) or ''
  local from, to = string.find(had, one, 1, true)
  if not from then return end
  local rest = string.sub(had, 1, from - 1) .. string.sub(had, to + 1)
  if rest == '' then redis.call('HDEL', KEYS[11], who) else redis.call('HSET', KEYS[11], who, rest) end
end
local function what(h)
  local variant = h.variant ~= '*' and ',"variantId":"' .. h.variant .. '"' or ''
  return '"saleId":"' .. h.sale .. '"' .. variant .. ',"quantity":' .. int(h.quantity)
end
local function reservation(h)
  local ends = h.state == 'ordered' and 'null' or h.ends
  return '{"id":"' .. h.id .. '",' .. what(h) .. ',"at":' .. h.at .. ',"until":' .. ends .. '}'
end
local function tell(kind, h, more)
  local subject = redis.call('HGET', KEYS[13], h.viewer)
  local who = ',"viewer":"' .. h.viewer .. '"' .. (subject and ',"subject":' .. cjson.encode(subject) or '')
  note(KEYS[14], at, kind, '{"reservationId":"' .. h.id .. '",' .. what(h) .. more .. who .. '}')
end
local function unhold(h)
  redis.call('HDEL', KEYS[7], h.sale .. ' ' .. h.viewer)
  redis.call('ZREM', KEYS[8], h.id)
end
local function keep(sale, h)
  sale.left = sale.left - h.quantity
  sale.held = sale.held + h.quantity
  save_hold(h)
  redis.call('HSET', KEYS[7], h.sale .. ' ' .. h.viewer, h.id)
  redis.call('ZADD', KEYS[8], h.ends, h.id)
  tell('reservation.held', h, ',"until":' .. h.ends)
end
local function order(sale, h, id)
  local from = h.state == 'held' and 'held' or 'left'
  sale[from] = sale[from] - h.quantity
  sale.sold = sale.sold + h.quantity
  if h.state == 'held' then unhold(h) end
  h.state, h.order = 'ordered', id
  save_hold(h)
  bought(h)
  tell('reservation.ordered', h, ',"orderId":' .. cjson.encode(id))
end
local function free(sale, h, reason)
  local from = h.state == 'held' and 'held' or 'sold'
  sale[from] = sale[from] - h.quantity
  sale.left = sale.left + h.quantity
  if h.state == 'held' then unhold(h) else unbought(h) end
  h.state = 'free'
  save_hold(h)
  local by = reason == 'returned' and ',"orderId":' .. cjson.encode(h.order) or ''
  tell('reservation.released', h, ',"reason":"' .. reason .. '"' .. by)
end`;

const lining = `
local function place(sale, quantity, ticket)
  return sale .. ' ' .. string.format('%02d', quantity) .. ' ' .. (ticket and string.format('%012.0f', ticket) or '')
end
local function waiter_of(sale, viewer)
  local row = redis.call('HGET', KEYS[9], sale.id .. ' ' .. viewer)
  if not row then return nil end
  local w = { sale = sale.id, viewer = viewer }
  w.ticket, w.quantity, w.limit, w.hold, w.closes, w.id, w.variant =
    string.match(row, '^(%d+) (%d+) (%d+) (%d+) (%S+) (%S+) (%S+)$')
  w.ticket, w.quantity, w.limit = tonumber(w.ticket), tonumber(w.quantity), tonumber(w.limit)
  if w.ticket <= sale.void then return nil end
  return w
end
local function add_waiter(sale, w)
  sale.tickets = sale.tickets + 1
  sale.waiting = sale.waiting + 1
  w.ticket = sale.tickets
  if w.quantity > sale.most then sale.most = w.quantity end
  local row = { int(w.ticket), int(w.quantity), int(w.limit), w.hold, w.closes, w.id, w.variant }
  redis.call('HSET', KEYS[9], w.sale .. ' ' .. w.viewer, table.concat(row, ' '))
  redis.call('ZADD', KEYS[10], 0, place(w.sale, w.quantity, w.ticket) .. ' ' .. w.viewer)
end
local function drop_waiter(sale, w)
  sale.waiting = sale.waiting - 1
  redis.call('HDEL', KEYS[9], w.sale .. ' ' .. w.viewer)
  redis.call('ZREM', KEYS[10], place(w.sale, w.quantity, w.ticket) .. ' ' .. w.viewer)
end
local function first_for(sale)
  local first, best = nil, nil
  for q = 1, math.min(sale.left, sale.most) do
    local from = place(sale.id, q)
    local found = redis.call('ZRANGEBYLEX', KEYS[10], '[' .. from, '(' .. from .. ':', 'LIMIT', 0, 1)[1]
    if found then
      local ticket, viewer = string.match(found, ' (%d+) (%S+)$')
      if not best or tonumber(ticket) < best then first, best = viewer, tonumber(ticket) end
    end
  end
  return first and waiter_of(sale, first)
end
local function ahead_of(sale, w)
  local n = 0
  for q = 1, sale.most do
    local from, to = place(sale.id, q), place(sale.id, q, w.ticket)
    n = n + redis.call('ZLEXCOUNT', KEYS[10], '[' .. from, '(' .. to)
  end
  return n
end
local function wait(w, ahead)
  return '{' .. what(w) .. ',"ticket":' .. int(w.ticket) .. ',"ahead":' .. int(ahead) .. '}'
end
local function serve(sale)
  while sale.left > 0 and sale.waiting > 0 do
    local w = first_for(sale)
    if not w then return end
    drop_waiter(sale, w)
    if w.closes == '*' or tonumber(w.closes) > now then
      if w.ticket > sale.served then sale.served = w.ticket end
      w.state, w.at, w.ends, w.order = 'held', at, int(now + tonumber(w.hold)), ''
      keep(sale, w)
    end
  end
end
local function sweep(ids, mine)
  local order, seen = {}, {}
  local function touch(id)
    if not seen[id] then
      seen[id] = true
      table.insert(order, id)
    end
  end
  local function run_out(h)
    free(sale_of(h.sale), h, 'expired')
    touch(h.sale)
  end
  if mine and tonumber(mine.ends) <= now then run_out(mine) end
  for _, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[8], '-inf', at, 'LIMIT', 0, ${FREED_AT_ONCE})) do
    run_out(hold_of(id))
  end
  for _, id in ipairs(ids) do touch(id) end
  for _, id in ipairs(order) do serve(sale_of(id)) end
end`;

export const saleRules = [counting, holding, lining].join('\n');

import { note } from './ledger-scripts.js';
import { put, timeOf } from './pieces.js';
import { saleRules } from './sale-pieces.js';
import { script } from './script.js';

/** The rules of room/sale-rules.ts, as one script each; what they share is in sale-pieces.ts. */
const saleScript = (name: string, text: string) => script(name, timeOf, put, note, saleRules, text);

const keepAnswer = `
local function as_it_is(kind, value, sale)
  if not sale then return { kind, value, 0 } end
  return { kind, value, 0, sale.left, sale.held, sale.sold, sale.waiting, sale.served }
end
local function promised(json)
  redis.call('HSET', KEYS[3], ARGV[5], ARGV[6] .. ' a ' .. at .. ' ' .. json)
  redis.call('ZADD', KEYS[4], at, ARGV[5])
  return json
end`;

/**
 * ARGV 5 receipt's field, fingerprint, sale, viewer, variant (*: none), 10 quantity, limit, how long, id, gate ('':
 * open), 15 whether to wait (''), closes (*: never), subject ('': none), the mark of
 * whoever had pieces and was erased.
 * → what, and with it; place of what was appended to the log (0); figures.
 */
export const reserveScript = saleScript(
  'reserve',
  `${keepAnswer}
local viewer, quantity, limit = ARGV[8], tonumber(ARGV[10]), tonumber(ARGV[11])
local sale = sale_of(ARGV[7])
local kept = redis.call('HGET', KEYS[3], ARGV[5])
if kept then return as_it_is('kept', kept, sale) end
if not sale then return { 'unknown', '', 0 } end
sweep({ sale.id }, held_by(sale.id, viewer))
local held = held_by(sale.id, viewer)
if held then
  return given('answer', promised('{"result":"already","reservation":' .. reservation(held) .. '}'), sale)
end
if ARGV[14] ~= '' then return given('gate', '', sale) end
local had = pieces_of(sale.id, viewer) + tonumber(redis.call('HGET', KEYS[15], ARGV[18]) or 0)
if had + quantity > limit then
  return given('answer', '{"result":"limit","limit":' .. int(limit) .. ',"had":' .. int(had) .. '}', sale)
end
local waiter = waiter_of(sale, viewer)
local asked = { id = ARGV[13], sale = sale.id, viewer = viewer, variant = ARGV[9], quantity = quantity, limit = limit }
if quantity <= sale.left then
  if waiter then drop_waiter(sale, waiter) end
  asked.state, asked.at, asked.ends, asked.order = 'held', at, int(now + tonumber(ARGV[12])), ''
  if ARGV[17] ~= '' then redis.call('HSET', KEYS[13], viewer, ARGV[17]) end
  keep(sale, asked)
  return given('answer', promised('{"result":"held","reservation":' .. reservation(asked) .. '}'), sale)
end
local ahead = waiter and ahead_of(sale, waiter) or sale.waiting
if not waiter then
  if sale.left + sale.held == 0 then return given('answer', '{"result":"sold-out"}', sale) end
  if ARGV[15] == '' or quantity > sale.left + sale.held then
    local free = '"left":' .. int(sale.left) .. ',"waiting":' .. int(sale.waiting)
    return given('answer', '{"result":"taken",' .. free .. '}', sale)
  end
  waiter = asked
  waiter.hold, waiter.closes = ARGV[12], ARGV[16]
  if ARGV[17] ~= '' then redis.call('HSET', KEYS[13], viewer, ARGV[17]) end
  add_waiter(sale, waiter)
end
return given('answer', promised('{"result":"waiting","wait":' .. wait(waiter, ahead) .. '}'), sale)`,
);

/** ARGV 5 receipt's field, fingerprint, sale, viewer. → as above. */
export const releaseScript = saleScript(
  'release',
  `${keepAnswer}
local sale = sale_of(ARGV[7])
local kept = redis.call('HGET', KEYS[3], ARGV[5])
if kept then return as_it_is('kept', kept, sale) end
if not sale then return { 'unknown', '', 0 } end
sweep({ sale.id }, held_by(sale.id, ARGV[8]))
local waiter = waiter_of(sale, ARGV[8])
if waiter then drop_waiter(sale, waiter) end
local held = held_by(sale.id, ARGV[8])
if held then
  free(sale, held, 'released')
  serve(sale)
end
return given('answer', promised('{"released":' .. (held and int(held.quantity) or '0') .. '}'), sale)`,
);

/**
 * ARGV 5 order, whether it is off (''), whether that brings the pieces back (''), 8 … reservations.
 * → '' or why not, and of which one; place of what was appended to the log (0); of each its result, sale, quantity, figures.
 */
export const settleScript = saleScript(
  'settle',
  `
local id, off, back = ARGV[5], ARGV[6] ~= '', ARGV[7] ~= ''
local function is_taken(h) return h.state == 'ordered' or h.state == 'spent' end
for i = 8, #ARGV do
  local h = hold_of(ARGV[i])
  if not h then return { 'unknown', ARGV[i], 0 } end
  if not off and is_taken(h) and h.order ~= id then return { 'conflict', ARGV[i], 0 } end
end
local function settle(name)
  local known = hold_of(name)
  local sale = sale_of(known.sale)
  sweep({ sale.id }, known.state == 'held' and known or nil)
  local h = hold_of(name)
  local taken = is_taken(h)
  local pair = h.id .. ' ' .. id
  local result = 'nothing'
  if off then
    redis.call('SADD', KEYS[12], pair)
    if taken and h.order == id then
      if back then
        free(sale, h, 'returned')
        serve(sale)
        result = 'returned'
      else
        if h.state == 'ordered' then unbought(h) end
        h.state = 'spent'
        save_hold(h)
      end
    end
  elseif not taken and redis.call('SISMEMBER', KEYS[12], pair) == 0 then
    result = 'counted'
    if h.state == 'free' then
      local has = held_by(sale.id, h.viewer) or waiter_of(sale, h.viewer)
      if has or h.quantity > sale.left or pieces_of(sale.id, h.viewer) + h.quantity > h.limit then result = 'late' end
    end
    if result == 'counted' then order(sale, h, id) end
  end
  return { result, sale.id, h.quantity, sale.left, sale.held, sale.sold, sale.waiting, sale.served }
end
local settled = {}
for i = 8, #ARGV do table.insert(settled, settle(ARGV[i])) end
return { '', '', finish(), settled }`,
);

/** What time alone does. → place of what was appended to the log (0), sales. */
export const tendScript = saleScript(
  'tend',
  `
local ids = redis.call('HKEYS', KEYS[5])
if #ids == 0 then return { 0, {} } end
table.sort(ids)
for _, id in ipairs(ids) do sale_of(id) end
sweep(ids)
return { finish(), redis.call('HGETALL', KEYS[5]) }`,
);

/** ARGV 5 viewer. → reservations, waits. */
export const holdingsScript = saleScript(
  'holdings',
  `
local viewer, reservations, waits = ARGV[5], {}, {}
local ids = redis.call('HKEYS', KEYS[5])
table.sort(ids)
for _, id in ipairs(ids) do
  local sale = sale_of(id)
  local held = held_by(id, viewer)
  if held then table.insert(reservations, reservation(held)) end
  for had in string.gmatch(redis.call('HGET', KEYS[11], id .. ' ' .. viewer) or '', '(%S+)=%d+ ') do
    table.insert(reservations, reservation(hold_of(had)))
  end
  local waiter = waiter_of(sale, viewer)
  if waiter then table.insert(waits, wait(waiter, ahead_of(sale, waiter))) end
end
return { reservations, waits }`,
);

import { note } from './ledger-scripts.js';
import { script } from './script.js';

/** A row of the chain is "kind viewer link at {…}", under its number; beside it stands which numbers are a viewer's. */
const push = `
local function push(rows, by, viewer, row)
  local n = redis.call('HLEN', rows) + 1
  redis.call('HSET', rows, n, row)
  local had = redis.call('HGET', by, viewer)
  redis.call('HSET', by, viewer, had and had .. ' ' .. n or n)
  return n
end`;

/** Where the ledger names a viewer who may be erased. */
export const noteOf = `
local function note_of(told, viewer, n)
  local had = redis.call('HGET', told, viewer)
  redis.call('HSET', told, viewer, had and had .. ' ' .. n or n)
end`;

/** KEYS rows, by, shares. ARGV id, sharer, row. → the row that is kept. */
export const shareScript = script(
  'share',
  push,
  `
local n = redis.call('HGET', KEYS[3], ARGV[1])
if n then return redis.call('HGET', KEYS[1], n) end
redis.call('HSET', KEYS[3], ARGV[1], push(KEYS[1], KEYS[2], ARGV[2], ARGV[3]))
return ARGV[3]`,
);

/** KEYS rows, by. ARGV viewer, link, from when on another opening of it is the same one, row. → 1: kept. */
export const visitScript = script(
  'visit',
  push,
  `
local had = redis.call('HGET', KEYS[2], ARGV[1])
for n in string.gmatch(had or '', '%d+') do
  local kind, link, at = string.match(redis.call('HGET', KEYS[1], n), '^(%a+) %S+ (%S+) (%d+) ')
  if kind == 'visit' and link == ARGV[2] and tonumber(at) > tonumber(ARGV[3]) then return 0 end
end
push(KEYS[1], KEYS[2], ARGV[1], ARGV[4])
return 1`,
);

/** KEYS rows, by. ARGV viewer, row. */
export const intendScript = script('intend', push, 'return push(KEYS[1], KEYS[2], ARGV[1], ARGV[2])');

/**
 * KEYS rows, by. ARGV viewer, the numbers that were theirs, [[number, row] …] to be put, [row …] to be added. → 1: done;
 * 0: there are others by now.
 */
export const rewriteScript = script(
  'rewrite',
  push,
  `
if (redis.call('HGET', KEYS[2], ARGV[1]) or '') ~= ARGV[2] then return 0 end
for _, one in ipairs(cjson.decode(ARGV[3])) do redis.call('HSET', KEYS[1], one[1], one[2]) end
for _, row in ipairs(cjson.decode(ARGV[4])) do push(KEYS[1], KEYS[2], ARGV[1], row) end
return 1`,
);

/**
 * KEYS rows, by, marks, told, orders of, orders, ledger, orders by, edition, spent. ARGV viewer, the other name, what stood under the viewer
 * in by, marks, told and orders of, [[number, row] …], [[place in the ledger, entry] …], [[order, before, after] …],
 * [[person, order] …], at, what the ledger hears, the viewer's mark. → 1: done; 0: something stands otherwise by now.
 */
export const eraseScript = script(
  'erase',
  note,
  `
local viewer, other = ARGV[1], ARGV[2]
for i = 2, 5 do
  if (redis.call('HGET', KEYS[i], viewer) or '') ~= ARGV[i + 1] then return 0 end
end
local orders = cjson.decode(ARGV[9])
for _, one in ipairs(orders) do
  if redis.call('HGET', KEYS[6], one[1]) ~= one[2] then return 0 end
end
for _, one in ipairs(orders) do redis.call('HSET', KEYS[6], one[1], one[3]) end
for _, one in ipairs(cjson.decode(ARGV[7])) do redis.call('HSET', KEYS[1], one[1], one[2]) end
for _, one in ipairs(cjson.decode(ARGV[8])) do redis.call('LSET', KEYS[7], one[1] - 1, one[2]) end
for _, one in ipairs(cjson.decode(ARGV[10])) do
  local kept = {}
  for _, id in ipairs(cjson.decode(redis.call('HGET', KEYS[8], one[1]) or '[]')) do
    if id ~= one[2] then table.insert(kept, id) end
  end
  if #kept > 0 then redis.call('HSET', KEYS[8], one[1], cjson.encode(kept))
  else redis.call('HDEL', KEYS[8], one[1]) end
end
for i = 2, 5 do
  if ARGV[i + 1] ~= '' then
    redis.call('HDEL', KEYS[i], viewer)
    redis.call('HSET', KEYS[i], other, ARGV[i + 1])
  end
end
if ARGV[3] ~= '' then
  redis.call('INCR', KEYS[9])
  redis.call('HINCRBY', KEYS[10], ARGV[13], 1)
end
note(KEYS[7], ARGV[11], 'viewer.erased', ARGV[12])
return 1`,
);

/** KEYS marks, ledger, told. ARGV viewer, name, on ('': off), at, what the ledger hears ('': nothing). → 1: it changed. */
export const markScript = script(
  'mark',
  note,
  noteOf,
  `
local viewer, name, on = ARGV[1], ARGV[2], ARGV[3] ~= ''
local kept, has = {}, false
for one in string.gmatch(redis.call('HGET', KEYS[1], viewer) or '', '%S+') do
  if one == name then has = true else table.insert(kept, one) end
end
if has == on then return 0 end
if on then table.insert(kept, name) end
if #kept > 0 then redis.call('HSET', KEYS[1], viewer, table.concat(kept, ' '))
else redis.call('HDEL', KEYS[1], viewer) end
if ARGV[5] ~= '' then note_of(KEYS[3], viewer, note(KEYS[2], ARGV[4], 'reminder.set', ARGV[5])) end
return 1`,
);

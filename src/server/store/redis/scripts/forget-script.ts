import { script } from './script.js';

/** The keys of the script, in their order; those of entries of coupons and of who was counted come after them. */
export const forgetKeys = [
  'ledger',
  'comments',
  'receipts',
  'aged',
  'won',
  'codes',
  'subjects',
  'said',
  'joins',
  'entered',
  'holds',
  'holding',
  'ordered',
  'waits',
  'line',
  'spent',
] as const;

/**
 * Puts another name for a viewer in all that is kept beside the chain. ARGV viewer, the other name, the coupons whose draws they
 * took part in as they were read, [[place in the ledger, before, after] …], [[comment, before, after] …], [receipt …],
 * [reservation …], [[coupon, mark] …], [[sale, mark] …]. → 1: done; 0: something stands otherwise by now.
 */
export const forgetScript = script(
  'forget',
  `
local viewer, other = ARGV[1], ARGV[2]
local function given(i) return ipairs(cjson.decode(ARGV[i])) end
if (redis.call('HGET', KEYS[10], viewer) or '') ~= ARGV[3] then return 0 end
for _, one in given(4) do
  if redis.call('LINDEX', KEYS[1], one[1] - 1) ~= one[2] then return 0 end
end
for _, one in given(5) do
  if redis.call('HGET', KEYS[2], one[1]) ~= one[2] then return 0 end
end
local function rename(key, before, after)
  local row = redis.call('HGET', key, before)
  if row then
    redis.call('HDEL', key, before)
    redis.call('HSET', key, after, row)
  end
  return row
end
for _, one in given(4) do redis.call('LSET', KEYS[1], one[1] - 1, one[3]) end
for _, one in given(5) do redis.call('HSET', KEYS[2], one[1], one[3]) end
for _, field in given(6) do
  redis.call('HDEL', KEYS[3], field)
  redis.call('ZREM', KEYS[4], field)
end
for _, one in given(8) do
  local row = rename(KEYS[5], one[1] .. ' ' .. viewer, one[1] .. ' ' .. other)
  if row then
    redis.call('HSET', KEYS[6], string.match(row, '^%S+'), one[1] .. ' ' .. other)
    redis.call('HSET', KEYS[16], one[2], 1)
  end
end
redis.call('HDEL', KEYS[7], viewer)
redis.call('SREM', KEYS[8], viewer)
redis.call('HDEL', KEYS[9], viewer)
rename(KEYS[10], viewer, other)
for i = #KEYS, 17, -1 do
  if redis.call('TYPE', KEYS[i]).ok == 'set' then redis.call('SREM', KEYS[i], viewer)
  elseif rename(KEYS[i], viewer, other) then redis.call('HSET', KEYS[i], other, '') end
end
for _, id in given(7) do
  local state, sale, who, rest = string.match(redis.call('HGET', KEYS[11], id) or '', '^(%a+) (%S+) (%S+) (.*)$')
  if who == viewer then
    redis.call('HSET', KEYS[11], id, state .. ' ' .. sale .. ' ' .. other .. ' ' .. rest)
  end
end
for _, one in given(9) do
  local mine, theirs = one[1] .. ' ' .. viewer, one[1] .. ' ' .. other
  rename(KEYS[12], mine, theirs)
  local had = 0
  for n in string.gmatch(rename(KEYS[13], mine, theirs) or '', '=(%d+)') do had = had + tonumber(n) end
  if had > 0 then redis.call('HINCRBY', KEYS[16], one[2], had) end
  local waits = rename(KEYS[14], mine, theirs)
  if waits then
    local ticket, quantity = string.match(waits, '^(%d+) (%d+) ')
    local place = one[1] .. string.format(' %02d %012.0f ', tonumber(quantity), tonumber(ticket))
    if redis.call('ZREM', KEYS[15], place .. viewer) == 1 then redis.call('ZADD', KEYS[15], 0, place .. other) end
  end
end
return 1`,
);

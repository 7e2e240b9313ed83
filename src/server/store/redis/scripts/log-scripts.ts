import { nonceOf, put, stand, timeOf } from './pieces.js';
import { saleTotals } from './sale-totals.js';
import { script } from './script.js';

/**
 * KEYS meta, log, receipts, aged, stock, total, show, comments, shown, held, shadow, hidden, sales, line.
 * ARGV suffix, epoch known to the caller ('': none), at, expected head, receipt's field ('': none), fingerprint,
 * channel, name of the log, nonce, time of the answer, an epoch if there is none; then for each draft type, data, media
 * time, what it does beside the log, and with what.
 */
export const appendScript = script(
  'append',
  timeOf,
  put,
  stand,
  saleTotals,
  `
local meta, log, receipts, aged = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local suffix, epoch, field = ARGV[1], ARGV[2], ARGV[5]
if field ~= '' then
  local kept = redis.call('HGET', receipts, field)
  if kept then return { 'kept', kept } end
end
local here = redis.call('HGET', meta, 'epoch')
if epoch ~= '' and here ~= epoch then return { 'conflict' } end
if tonumber(redis.call('HGET', meta, 'seq' .. suffix) or 0) ~= tonumber(ARGV[4]) then return { 'conflict' } end
-- What may be refused is looked at before anything is written.
for i = 12, #ARGV, 5 do
  if ARGV[i + 3] == 'totals' then
    local totals = cjson.decode(ARGV[i + 4])
    for at, one in ipairs(totals.coupons) do
      local had = tonumber(redis.call('HGET', KEYS[6], one[1]) or 0)
      local claimed = had - tonumber(redis.call('HGET', KEYS[5], one[1]) or 0)
      if one[2] < claimed then return { 'short', at - 1, claimed } end
    end
    for at, one in ipairs(totals.sales) do
      local n = sale_row(KEYS[13], one[1])
      local taken = n and n[3] + n[4] or 0
      if one[2] < taken then return { 'few', at - 1, taken } end
    end
  end
end
if not here then redis.call('HSET', meta, 'epoch', ARGV[11]) end
local at = time_of(meta, suffix, tonumber(ARGV[3]))
local sets = { shown = KEYS[9], held = KEYS[10], shadow = KEYS[11], hidden = KEYS[12] }
local seq = tonumber(ARGV[4])
for i = 12, #ARGV, 5 do
  seq = put(meta, log, suffix, at, ARGV[9], ARGV[i], ARGV[i + 1], ARGV[i + 2])
  local does = ARGV[i + 3]
  if does == 'totals' then
    local totals = cjson.decode(ARGV[i + 4])
    for _, one in ipairs(totals.coupons) do
      local had = tonumber(redis.call('HGET', KEYS[6], one[1]) or 0)
      local claimed = had - tonumber(redis.call('HGET', KEYS[5], one[1]) or 0)
      redis.call('HSET', KEYS[6], one[1], one[2])
      redis.call('HSET', KEYS[5], one[1], one[2] - claimed)
    end
    sale_totals(KEYS[13], totals.sales)
    redis.call('SET', KEYS[7], ARGV[i + 1])
  elseif does == 'stop' then
    end_line(KEYS[13], KEYS[14], ARGV[i + 4])
  elseif does ~= '' then
    stand(meta, KEYS[8], sets, cjson.decode(ARGV[i + 4]), does)
  end
end
if field ~= '' then
  local answer = '{"seq":' .. string.format('%.0f', seq) .. '}'
  redis.call('HSET', receipts, field, ARGV[6] .. ' a ' .. ARGV[10] .. ' ' .. answer)
  redis.call('ZADD', aged, ARGV[10], field)
end
redis.call('PUBLISH', ARGV[7], ARGV[8] .. ' ' .. string.format('%.0f', seq))
return { 'done', seq }`,
);

/**
 * KEYS meta, log. ARGV suffix, since, most, 'gap' where more than that is one, nonce of the event at `since` where it
 * is known: another one there is a gap as well. → epoch, head, events.
 */
export const readScript = script(
  'read',
  nonceOf,
  `
local epoch = redis.call('HGET', KEYS[1], 'epoch') or ''
local head = tonumber(redis.call('HGET', KEYS[1], 'seq' .. ARGV[1]) or 0)
local since, most = tonumber(ARGV[2]), tonumber(ARGV[3])
if ARGV[4] == 'gap' and head - since > most then return { epoch, head, false } end
if ARGV[5] ~= '' then
  local id = string.format('%.0f', since) .. '-0'
  local there = redis.call('XRANGE', KEYS[2], id, id)[1]
  if not there or nonce_of(there) ~= ARGV[5] then return { epoch, head, false } end
end
if head <= since then return { epoch, head, {} } end
local from = string.format('%.0f', since + 1) .. '-0'
return { epoch, head, redis.call('XRANGE', KEYS[2], from, '+', 'COUNT', most) }`,
);

/**
 * KEYS meta, log, snap, show, comments, shown, stock, sales. ARGV an epoch if there is none, how many comments.
 * → epoch, head, state with its place, events since, show, comments, counts, last place, stock, last event, sales.
 */
export const loadScript = script(
  'load',
  `
local meta = KEYS[1]
redis.call('HSETNX', meta, 'epoch', ARGV[1])
local head = tonumber(redis.call('HGET', meta, 'seq') or 0)
local snap = redis.call('GET', KEYS[3])
local since = snap and tonumber(string.match(snap, '^(%d+) ')) or 0
local events = {}
if head > since then events = redis.call('XRANGE', KEYS[2], string.format('%.0f', since + 1) .. '-0', '+') end
local ids = redis.call('ZREVRANGE', KEYS[6], 0, tonumber(ARGV[2]) - 1)
local comments = {}
if #ids > 0 then comments = redis.call('HMGET', KEYS[5], unpack(ids)) end
return {
  redis.call('HGET', meta, 'epoch'), head, snap, events, redis.call('GET', KEYS[4]), comments,
  tonumber(redis.call('HGET', meta, 'comments') or 0), tonumber(redis.call('HGET', meta, 'likes') or 0),
  tonumber(redis.call('HGET', meta, 'place') or 0), redis.call('HGETALL', KEYS[7]),
  redis.call('XREVRANGE', KEYS[2], '+', '-', 'COUNT', 1), redis.call('HGETALL', KEYS[8])
}`,
);

/** KEYS meta. ARGV until. → head. */
export const sealScript = script(
  'seal',
  `
local sealed = tonumber(redis.call('HGET', KEYS[1], 'sealed') or 0)
if tonumber(ARGV[1]) > sealed then redis.call('HSET', KEYS[1], 'sealed', ARGV[1]) end
return tonumber(redis.call('HGET', KEYS[1], 'seq') or 0)`,
);

/** KEYS meta, snap. ARGV epoch, seq, state. An older state never replaces a newer one. */
export const snapshotScript = script(
  'snapshot',
  `
if ARGV[1] ~= '' and redis.call('HGET', KEYS[1], 'epoch') ~= ARGV[1] then return 0 end
if tonumber(redis.call('HGET', KEYS[1], 'seq') or 0) < tonumber(ARGV[2]) then return 0 end
local kept = redis.call('GET', KEYS[2])
if kept and tonumber(string.match(kept, '^(%d+) ')) >= tonumber(ARGV[2]) then return 0 end
redis.call('SET', KEYS[2], ARGV[2] .. ' ' .. ARGV[3])
return 1`,
);

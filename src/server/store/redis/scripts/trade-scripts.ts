import { note } from './ledger-scripts.js';
import { put, timeOf } from './pieces.js';
import { noteOf } from './referral-scripts.js';
import { script } from './script.js';

/**
 * KEYS codes, won, subjects, used, ledger. ARGV code, order, at. → what, whose ("coupon viewer"), its claim, the
 * merchant's id of them, when it was used.
 */
export const redeemScript = script(
  'redeem',
  note,
  `
local code, order, at = ARGV[1], ARGV[2], ARGV[3]
local who = redis.call('HGET', KEYS[1], code)
if not who then return { 'unknown' } end
local coupon, viewer = string.match(who, '^(%S+) (%S+)$')
local claim = redis.call('HGET', KEYS[2], who)
local subject = redis.call('HGET', KEYS[3], viewer)
local used = redis.call('HGET', KEYS[4], code)
if used then
  local when, by = string.match(used, '^(%d+) (.*)$')
  return { by == order and 'redeemed' or 'used', who, claim, subject, when }
end
redis.call('HSET', KEYS[4], code, at .. ' ' .. order)
local told = { couponId = coupon, code = code, viewer = viewer, orderId = order }
if subject then told.subject = subject end
note(KEYS[5], at, 'coupon.redeemed', cjson.encode(told))
return { 'redeemed', who, claim, subject, at }`,
);

/**
 * KEYS receipts, aged, won, stock, drawn, entries of this coupon, entered, subjects, spent. ARGV receipt's field, fingerprint,
 * viewer, coupon, at, gate ('': open), subject ('': none), answer, the mark of whoever had it and was erased. → what, and with it.
 */
export const enterScript = script(
  'enter',
  `
local field, viewer, coupon, at = ARGV[1], ARGV[3], ARGV[4], ARGV[5]
local kept = redis.call('HGET', KEYS[1], field)
if kept then return { 'kept', kept } end
local had = redis.call('HGET', KEYS[3], coupon .. ' ' .. viewer)
if had then return { 'had', had } end
if redis.call('HEXISTS', KEYS[4], coupon) == 0 then return { 'unknown' } end
if redis.call('SISMEMBER', KEYS[5], coupon) == 1 then return { 'sold-out' } end
if redis.call('HEXISTS', KEYS[9], ARGV[9]) == 1 then return { 'sold-out' } end
if redis.call('HEXISTS', KEYS[6], viewer) == 1 then return { 'entered' } end
if ARGV[6] ~= '' then return { 'gate' } end
redis.call('HSET', KEYS[6], viewer, ARGV[7])
local others = redis.call('HGET', KEYS[7], viewer)
redis.call('HSET', KEYS[7], viewer, others and others .. ' ' .. coupon or coupon)
if ARGV[7] ~= '' then redis.call('HSET', KEYS[8], viewer, ARGV[7]) end
redis.call('HSET', KEYS[1], field, ARGV[2] .. ' a ' .. at .. ' ' .. ARGV[8])
redis.call('ZADD', KEYS[2], at, field)
return { 'entered' }`,
);

/**
 * KEYS meta, log, stock, won, drawn, entries of this coupon, ledger, codes. ARGV coupon, entries, at, event, channel,
 * name of the log, nonce, winners as [[viewer, code] …]. → what, and the place of the event.
 */
export const drawScript = script(
  'draw',
  timeOf,
  put,
  note,
  `
local coupon, at = ARGV[1], ARGV[3]
if redis.call('SISMEMBER', KEYS[5], coupon) == 1 then return { 'drawn' } end
if redis.call('HLEN', KEYS[6]) ~= tonumber(ARGV[2]) then return { 'conflict' } end
local winners = cjson.decode(ARGV[8])
local left = tonumber(redis.call('HGET', KEYS[3], coupon) or 0)
if left < #winners then return { 'conflict' } end
-- One who was erased meanwhile stands there under another name.
for _, one in ipairs(winners) do
  if redis.call('HEXISTS', KEYS[6], one[1]) == 0 then return { 'conflict' } end
end
for _, one in ipairs(winners) do
  local viewer, code = one[1], one[2]
  local who = coupon .. ' ' .. viewer
  local told = { couponId = coupon, code = code, viewer = viewer }
  local subject = redis.call('HGET', KEYS[6], viewer)
  if subject and subject ~= '' then told.subject = subject end
  redis.call('HSET', KEYS[4], who, code .. ' ' .. at)
  redis.call('HSET', KEYS[8], code, who)
  note(KEYS[7], at, 'claim.won', cjson.encode(told))
end
redis.call('HSET', KEYS[3], coupon, left - #winners)
redis.call('SADD', KEYS[5], coupon)
local seq = put(KEYS[1], KEYS[2], '', time_of(KEYS[1], '', tonumber(at)), ARGV[7], 'coupon.drawn', ARGV[4], '')
redis.call('PUBLISH', ARGV[5], ARGV[6] .. ' ' .. string.format('%.0f', seq))
return { 'drawn', seq }`,
);

/**
 * KEYS orders, orders of a person, ledger, orders of a viewer, where the ledger names them. ARGV order, how it stood ('': not
 * there), how it stands, the person to note it for ('': nobody), at, what the ledger hears, the viewer it is of ('': nobody), 'new'
 * where that was not known. → 1: kept; 0: it stands otherwise by now.
 */
export const orderScript = script(
  'order',
  note,
  noteOf,
  `
if (redis.call('HGET', KEYS[1], ARGV[1]) or '') ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
if ARGV[4] ~= '' then
  local all = cjson.decode(redis.call('HGET', KEYS[2], ARGV[4]) or '[]')
  table.insert(all, ARGV[1])
  redis.call('HSET', KEYS[2], ARGV[4], cjson.encode(all))
end
local n = note(KEYS[3], ARGV[5], 'order.changed', ARGV[6])
if ARGV[7] ~= '' then note_of(KEYS[5], ARGV[7], n) end
if ARGV[8] ~= '' then
  local had = redis.call('HGET', KEYS[4], ARGV[7])
  redis.call('HSET', KEYS[4], ARGV[7], had and had .. '\\n' .. ARGV[1] or ARGV[1])
end
return 1`,
);

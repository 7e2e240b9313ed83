import { note } from './ledger-scripts.js';
import { put, timeOf } from './pieces.js';
import { script } from './script.js';

/**
 * One claim: who has it keeps it, then the gate, then the stock. The last one is the end of the coupon in the log.
 * KEYS meta, log, receipts, stock, won, subjects, ledger, codes, spent. ARGV receipt's field, fingerprint, viewer, coupon,
 * code, at, gate ('': open), subject ('': none), channel, name of the log, nonce, what the ledger hears, the mark of
 * whoever had it and was erased.
 * → what, and with it; how many are left.
 */
export const claimScript = script(
  'claim',
  timeOf,
  put,
  note,
  `
local viewer, coupon, at = ARGV[3], ARGV[4], ARGV[6]
local left = tonumber(redis.call('HGET', KEYS[4], coupon) or -1)
local kept = redis.call('HGET', KEYS[3], ARGV[1])
if kept then return { 'kept', kept, left } end
local who = coupon .. ' ' .. viewer
local had = redis.call('HGET', KEYS[5], who)
if had then return { 'had', had, left } end
if redis.call('HEXISTS', KEYS[9], ARGV[13]) == 1 then return { 'sold-out', '', left } end
if ARGV[7] ~= '' then return { 'gate', '', left } end
if left < 0 then return { 'unknown', '', left } end
if left == 0 then return { 'sold-out', '', 0 } end
redis.call('HSET', KEYS[4], coupon, left - 1)
redis.call('HSET', KEYS[5], who, ARGV[5] .. ' ' .. at)
redis.call('HSET', KEYS[3], ARGV[1], ARGV[2] .. ' w ' .. coupon)
if ARGV[8] ~= '' then redis.call('HSET', KEYS[6], viewer, ARGV[8]) end
redis.call('HSET', KEYS[8], ARGV[5], who)
note(KEYS[7], at, 'claim.won', ARGV[12])
if left > 1 then return { 'won', '', left - 1 } end
local seq = put(KEYS[1], KEYS[2], '', time_of(KEYS[1], '', tonumber(at)), ARGV[11], 'coupon.sold-out',
  '{"couponId":"' .. coupon .. '"}', '')
redis.call('PUBLISH', ARGV[9], ARGV[10] .. ' ' .. string.format('%.0f', seq))
return { 'won', seq, 0 }`,
);

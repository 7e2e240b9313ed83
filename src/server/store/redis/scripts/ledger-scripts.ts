import { script } from './script.js';

/** What the merchant's books hear: "at type {…}", written with what it tells of. Ends with how many there are. */
export const note = `
local function note(ledger, at, kind, json)
  return redis.call('RPUSH', ledger, at .. ' ' .. kind .. ' ' .. json)
end`;

/** KEYS cursors. ARGV name, n. Never back. */
export const cursorScript = script(
  'cursor',
  `
if tonumber(ARGV[2]) > tonumber(redis.call('HGET', KEYS[1], ARGV[1]) or 0) then
  redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
end`,
);

/** KEYS the lease. ARGV holder, ms. → 1: it is theirs. */
export const leaseScript = script(
  'lease',
  `
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`,
);

import { nonceOf, readers, stand } from './pieces.js';
import { script } from './script.js';

/**
 * KEYS meta, receipts, comments, set of its standing, said, subjects. ARGV receipt's field, fingerprint, id,
 * comment, standing, viewer, subject ('': none).
 */
export const commentScript = script(
  'comment',
  `
local kept = redis.call('HGET', KEYS[2], ARGV[1])
if kept then return { 'kept', kept } end
local id, standing = ARGV[3], ARGV[5]
local place = string.format('%.0f', redis.call('HINCRBY', KEYS[1], 'place', 1))
local told, held = '0', '0'
if standing == 'shown' then
  told = '1'
  redis.call('HINCRBY', KEYS[1], 'comments', 1)
elseif standing == 'held' then
  held = '1'
end
redis.call('HSET', KEYS[3], id, standing .. ' ' .. place .. ' ' .. told .. ' ' .. held .. ' ' .. ARGV[4])
redis.call('ZADD', KEYS[4], place, id)
redis.call('SADD', KEYS[5], ARGV[6])
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2] .. ' c ' .. id)
if ARGV[7] ~= '' then redis.call('HSET', KEYS[6], ARGV[6], ARGV[7]) end
return { 'done' }`,
);

/** KEYS meta, comments, shown, held, shadow, hidden. ARGV standing, ids. → those that changed. */
export const standingScript = script(
  'standing',
  stand,
  `
local sets = { shown = KEYS[3], held = KEYS[4], shadow = KEYS[5], hidden = KEYS[6] }
local ids = {}
for i = 2, #ARGV do table.insert(ids, ARGV[i]) end
return stand(KEYS[1], KEYS[2], sets, ids, ARGV[1])`,
);

/** KEYS comments, set. ARGV how many, before which id ('': all). → newest first. */
export const commentsScript = script(
  'comments',
  `
local before = '+inf'
if ARGV[2] ~= '' then
  local place = redis.call('ZSCORE', KEYS[2], ARGV[2])
  if not place then
    local kept = redis.call('HGET', KEYS[1], ARGV[2])
    place = kept and string.match(kept, '^%a+ (%d+) ')
  end
  if not place then return {} end
  before = '(' .. place
end
local ids = redis.call('ZREVRANGEBYSCORE', KEYS[2], before, '-inf', 'LIMIT', 0, tonumber(ARGV[1]))
if #ids == 0 then return {} end
return redis.call('HMGET', KEYS[1], unpack(ids))`,
);

/**
 * KEYS meta, log, here, given, shown, comments, stock, snap. ARGV an epoch if there is none, process, online, likes, after,
 * most, and what the caller knows: epoch, place in the log, its nonce. A log that has another event at that place
 * lost some and went on: it is another log from now on, whoever notices first.
 */
export const pulseScript = script(
  'pulse',
  nonceOf,
  readers,
  `
local meta = KEYS[1]
local epoch = redis.call('HGET', meta, 'epoch')
if epoch and epoch == ARGV[7] and ARGV[9] ~= '' then
  local id = ARGV[8] .. '-0'
  local there = redis.call('XRANGE', KEYS[2], id, id)[1]
  if not there or nonce_of(there) ~= ARGV[9] then
    epoch = false
    redis.call('DEL', KEYS[8])
  end
end
if not epoch then
  epoch = ARGV[1]
  redis.call('HSET', meta, 'epoch', epoch)
end
local likes = tonumber(redis.call('HGET', meta, 'likes') or 0)
local given = tonumber(redis.call('HGET', KEYS[4], ARGV[2]) or 0)
if tonumber(ARGV[4]) > given then
  likes = redis.call('HINCRBY', meta, 'likes', tonumber(ARGV[4]) - given)
  redis.call('HSET', KEYS[4], ARGV[2], ARGV[4])
end
local after, most = '(' .. ARGV[5], tonumber(ARGV[6])
local ids = redis.call('ZREVRANGEBYSCORE', KEYS[5], '+inf', after, 'LIMIT', 0, most)
local comments, missed = {}, 0
if #ids > 0 then comments = redis.call('HMGET', KEYS[6], unpack(ids)) end
if #ids == most then missed = redis.call('ZCOUNT', KEYS[5], after, '+inf') - most end
return {
  epoch, tonumber(redis.call('HGET', meta, 'seq') or 0), tonumber(redis.call('HGET', meta, 'seq!staff') or 0),
  tonumber(redis.call('HGET', meta, 'place') or 0), comments, missed,
  tonumber(redis.call('HGET', meta, 'comments') or 0), likes, readers(KEYS[3], ARGV[2], ARGV[3]),
  redis.call('HGETALL', KEYS[7])
}`,
);

/** KEYS counts, counted. ARGV name, viewer ('': counts always). */
export const countScript = script(
  'count',
  `
if ARGV[2] == '' or redis.call('SADD', KEYS[2], ARGV[2]) == 1 then
  return redis.call('HINCRBY', KEYS[1], ARGV[1], 1)
end
return tonumber(redis.call('HGET', KEYS[1], ARGV[1]) or 0)`,
);

/** KEYS joins. ARGV viewer, now, break. → since. */
export const joinScript = script(
  'join',
  `
local kept = redis.call('HGET', KEYS[1], ARGV[1])
local since = ARGV[2]
if kept then
  local began, seen = string.match(kept, '^(%d+) (%d+)$')
  if tonumber(ARGV[2]) - tonumber(seen) <= tonumber(ARGV[3]) then since = began end
end
redis.call('HSET', KEYS[1], ARGV[1], since .. ' ' .. ARGV[2])
return since`,
);

/** KEYS receipts, aged. ARGV before, most. → how many were forgotten. */
export const pruneScript = script(
  'prune',
  `
local fields = redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', '(' .. ARGV[1], 'LIMIT', 0, tonumber(ARGV[2]))
if #fields == 0 then return 0 end
redis.call('HDEL', KEYS[1], unpack(fields))
redis.call('ZREM', KEYS[2], unpack(fields))
return #fields`,
);

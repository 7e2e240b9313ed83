/** An event's time: never before the last one's, and never within what is sealed. */
export const timeOf = `
local function time_of(meta, suffix, at)
  local last = tonumber(redis.call('HGET', meta, 'at' .. suffix) or 0)
  if last > at then at = last end
  if suffix == '' then
    local sealed = tonumber(redis.call('HGET', meta, 'sealed') or 0)
    if sealed > at then at = sealed end
  end
  return string.format('%.0f', at)
end`;

/** Puts one event at the end of a log. \`nonce\` tells it from one that takes its place after something was lost. */
export const put = `
local function put(meta, log, suffix, at, nonce, kind, data, media)
  local seq = redis.call('HINCRBY', meta, 'seq' .. suffix, 1)
  local id = string.format('%.0f', seq) .. '-0'
  if media == '' then
    redis.call('XADD', log, id, 't', kind, 'd', data, 'a', at, 'n', nonce)
  else
    redis.call('XADD', log, id, 't', kind, 'd', data, 'a', at, 'n', nonce, 'm', media)
  end
  redis.call('HSET', meta, 'at' .. suffix, at)
  return seq
end`;

/** What tells an event from another one that took its place. */
export const nonceOf = `
local function nonce_of(entry)
  for i = 1, #entry[2], 2 do
    if entry[2][i] == 'n' then return entry[2][i + 1] end
  end
end`;

/**
 * A comment is kept as "standing place told held {…}": its place among those of its standing; whether it has ever
 * been shown; whether it was first held.
 */
export const stand = `
local function stand(meta, comments, sets, ids, standing)
  local changed = {}
  for _, id in ipairs(ids) do
    local kept = redis.call('HGET', comments, id)
    if kept then
      local was, place, told, held, json = string.match(kept, '^(%a+) (%d+) (%d) (%d) (.*)$')
      if was ~= standing then
        redis.call('ZREM', sets[was], id)
        if standing == 'shown' and told == '0' then
          place = string.format('%.0f', redis.call('HINCRBY', meta, 'place', 1))
          told = '1'
          redis.call('HINCRBY', meta, 'comments', 1)
        end
        redis.call('ZADD', sets[standing], place, id)
        redis.call('HSET', comments, id, standing .. ' ' .. place .. ' ' .. told .. ' ' .. held .. ' ' .. json)
        table.insert(changed, json)
      end
    end
  end
  return changed
end`;

/** Readers of all processes that were heard of within the last ten seconds, by this server's clock. */
export const readers = `
local function readers(here, process, online)
  local now = tonumber(redis.call('TIME')[1])
  redis.call('HSET', here, process, online .. ' ' .. string.format('%.0f', now))
  local all = redis.call('HGETALL', here)
  local sum = 0
  for i = 1, #all, 2 do
    local count, at = string.match(all[i + 1], '^(%d+) (%d+)$')
    if now - tonumber(at) > 10 then redis.call('HDEL', here, all[i]) else sum = sum + tonumber(count) end
  end
  return sum
end`;

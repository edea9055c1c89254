package parley.limit.redis;

/// What happens as a whole in Redis. The first key is always the account's set of answers under way
/// (a member is a lease, its score the end of the lease in Redis' own milliseconds), the others are
/// counters; what is used of a quota is below 2^53, so that Lua's numbers hold it.
///
/// Keys that a call does not need are absent, but the first.
enum Script {
    /// ARGV: lease, places, length in ms; for each counter amount, needed, quota, life in ms,
    /// beginning. Answers verdict, index, under way, used ….
    ADMIT(
            """
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            local places = tonumber(ARGV[2])
            redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
            local reply = {0, 0, redis.call('ZCARD', KEYS[1])}
            for i = 2, #KEYS do
              local at = i * 5 - 6
              local used = redis.call('GET', KEYS[i])
              if not used then
                used = ARGV[at + 4]
                if used == '-1' then
                  reply[1] = 3
                else
                  redis.call('SET', KEYS[i], used, 'PX', ARGV[at + 3])
                end
              end
              reply[i + 2] = tonumber(used)
            end
            if reply[1] == 3 then return reply end
            if places > 0 and reply[3] >= places then
              reply[1] = 1
              return reply
            end
            for i = 2, #KEYS do
              local at = i * 5 - 6
              local needed = tonumber(ARGV[at + 1])
              if needed > 0 and tonumber(ARGV[at + 2]) - reply[i + 2] < needed then
                reply[1] = 2
                reply[2] = i - 2
                return reply
              end
            end
            for i = 2, #KEYS do
              reply[i + 2] = redis.call('INCRBY', KEYS[i], ARGV[i * 5 - 6])
            end
            if places > 0 then
              redis.call('ZADD', KEYS[1], now + tonumber(ARGV[3]), ARGV[1])
              redis.call('PEXPIRE', KEYS[1], ARGV[3])
              reply[3] = reply[3] + 1
            end
            return reply
            """),
    /// Answers 0, 0, under way, used ….
    LOOK(
            """
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            local reply = {0, 0, redis.call('ZCOUNT', KEYS[1], '(' .. now, '+inf')}
            for i = 2, #KEYS do
              reply[i + 2] = tonumber(redis.call('GET', KEYS[i]) or '-1')
            end
            return reply
            """),
    /// ARGV: for each counter difference, quota, life. Differences below zero give back.
    CORRECT(
            """
            for i = 1, #KEYS do
              local used = tonumber(redis.call('GET', KEYS[i]) or '-1')
              if used >= 0 then
                local difference = tonumber(ARGV[i * 3 - 2])
                local wanted = math.max(0, used + difference)
                if difference > 0 then
                  wanted = math.max(used, math.min(wanted, 2 * tonumber(ARGV[i * 3 - 1])))
                end
                redis.call('INCRBY', KEYS[i], string.format('%.0f', wanted - used))
              end
            end
            return {0}
            """),
    /// ARGV: for each counter level, quota, life.
    RAISE(
            """
            for i = 1, #KEYS do
              local used = tonumber(redis.call('GET', KEYS[i]) or '-1')
              if used < tonumber(ARGV[i * 3 - 2]) then
                redis.call('SET', KEYS[i], ARGV[i * 3 - 2], 'PX', ARGV[i * 3])
              end
            end
            return {0}
            """),
    /// ARGV: lease, length in ms.
    HOLD(
            """
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            redis.call('ZADD', KEYS[1], now + tonumber(ARGV[2]), ARGV[1])
            redis.call('PEXPIRE', KEYS[1], ARGV[2])
            return {0}
            """),
    /// ARGV: lease.
    LEAVE(
            """
            redis.call('ZREM', KEYS[1], ARGV[1])
            return {0}
            """);

    private final String text;

    Script(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}

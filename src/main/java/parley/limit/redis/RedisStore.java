package parley.limit.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import parley.limit.SharedStore;
import parley.limit.SharedStoreException;

/// Counts in Redis or Valkey. All keys begin with `parley:` and the account's id, and all expire.
public final class RedisStore implements SharedStore {
    private static final String PREFIX = "parley:";
    private static final int HEAD = 3;

    private final RedisAddress address;
    private final RedisConnection connection;

    /// Does not connect yet.
    public RedisStore(RedisAddress address) {
        this(address, PATIENCE);
    }

    /// @param patience how long a call may take
    RedisStore(RedisAddress address, Duration patience) {
        this.address = address;
        this.connection = new RedisConnection(address, patience);
    }

    @Override
    public String address() {
        return address.toString();
    }

    @Override
    public void connect() throws SharedStoreException {
        connection.open();
    }

    @Override
    public void ping() throws SharedStoreException {
        connection.ping();
    }

    @Override
    public Reply admit(Seat seat, List<Take> takes) throws SharedStoreException {
        List<String> arguments = new ArrayList<>();
        arguments.add(seat.lease());
        arguments.add(String.valueOf(seat.places()));
        arguments.add(millis(seat.length()));
        for (Take take : takes) {
            arguments.add(String.valueOf(take.amount()));
            arguments.add(String.valueOf(take.needed()));
            arguments.add(String.valueOf(take.counter().quota()));
            arguments.add(millis(take.counter().life()));
            arguments.add(String.valueOf(take.before()));
        }
        Stream<String> counters = takes.stream().map(take -> key(take.counter()));
        return reply(
                connection.run(
                        Script.ADMIT,
                        Stream.concat(Stream.of(answers(seat.accountId())), counters).toList(),
                        arguments));
    }

    @Override
    public Reply look(long accountId, List<Counter> counters) throws SharedStoreException {
        Stream<String> keys = counters.stream().map(RedisStore::key);
        return reply(
                connection.run(
                        Script.LOOK,
                        Stream.concat(Stream.of(answers(accountId)), keys).toList(),
                        List.of()));
    }

    private static Reply reply(List<Long> numbers) {
        return new Reply(
                verdict(numbers.getFirst().intValue()),
                numbers.get(1).intValue(),
                numbers.get(2).intValue(),
                numbers.subList(HEAD, numbers.size()));
    }

    /// The numbers of `Script.ADMIT`.
    private static Verdict verdict(int number) {
        return switch (number) {
            case 0 -> Verdict.ADMITTED;
            case 1 -> Verdict.CROWDED;
            case 2 -> Verdict.SPENT;
            case 3 -> Verdict.BEGINNING_NEEDED;
            default -> throw new IllegalStateException("No script answers " + number + ".");
        };
    }

    @Override
    public void correct(List<Level> differences) throws SharedStoreException {
        runOnLevels(Script.CORRECT, differences);
    }

    @Override
    public void raise(List<Level> levels) throws SharedStoreException {
        runOnLevels(Script.RAISE, levels);
    }

    private void runOnLevels(Script script, List<Level> levels) throws SharedStoreException {
        List<String> arguments = new ArrayList<>();
        for (Level level : levels) {
            arguments.add(String.valueOf(level.amount()));
            arguments.add(String.valueOf(level.counter().quota()));
            arguments.add(millis(level.counter().life()));
        }
        if (!levels.isEmpty()) {
            connection.run(
                    script, levels.stream().map(level -> key(level.counter())).toList(), arguments);
        }
    }

    @Override
    public void hold(Seat seat) throws SharedStoreException {
        connection.run(
                Script.HOLD,
                List.of(answers(seat.accountId())),
                List.of(seat.lease(), millis(seat.length())));
    }

    @Override
    public void leave(long accountId, String lease) throws SharedStoreException {
        connection.run(Script.LEAVE, List.of(answers(accountId)), List.of(lease));
    }

    private static String key(Counter counter) {
        return PREFIX + counter.name();
    }

    private static String answers(long accountId) {
        return PREFIX + accountId + ":answers";
    }

    private static String millis(Duration length) {
        return String.valueOf(length.toMillis());
    }

    @Override
    public void close() {
        connection.close();
    }
}

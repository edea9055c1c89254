package parley.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.ledger.GroupedLedger;
import parley.ledger.LedgerEntry;
import parley.ledger.LedgerStore;
import parley.ledger.ModelDay;
import parley.llm.Usage;

/// Holds for the ledger and the tiers on every database.
abstract class LedgerStoreContract extends StoreContract {
    private static final Usage RECOVERED =
            new Usage(7, 3, 2, 1, Usage.Source.RECOVERED, "the stream broke off");

    @Test
    void usageIsAddedUpByDayAndModel() {
        ledger().add(
                        List.of(
                                entry("a/x", Usage.exact(10, 5), OptionalLong.of(300), NOON),
                                entry("a/x", RECOVERED, OptionalLong.empty(), NOON),
                                entry("b/y", Usage.exact(1, 1), OptionalLong.of(7), NOON),
                                entry("a/x", Usage.exact(4, 4), OptionalLong.of(1), yesterday())));

        assertThat(ledger().usage(account(), yesterday(), NOON.plusSeconds(1)))
                .containsExactly(
                        new ModelDay(
                                LocalDate.of(2026, 3, 1),
                                "a/x",
                                2,
                                17,
                                8,
                                2,
                                1,
                                0,
                                300,
                                1,
                                1,
                                1,
                                0),
                        new ModelDay(
                                LocalDate.of(2026, 3, 1), "b/y", 1, 1, 1, 0, 0, 0, 7, 0, 1, 0, 0),
                        new ModelDay(
                                LocalDate.of(2026, 2, 28), "a/x", 1, 4, 4, 0, 0, 0, 1, 0, 1, 0, 0));
    }

    @Test
    void whatWasStoredBeforeTheConnectionBrokeIsNotStoredAgain() {
        AtomicInteger breaks = new AtomicInteger(2);
        LedgerStore breaking =
                new LedgerStore() {
                    @Override
                    public void add(List<LedgerEntry> entries) {
                        ledger().add(entries);
                        if (breaks.getAndDecrement() > 0) {
                            throw new AppException(
                                    ErrorCode.UNAVAILABLE, "The connection is broken.");
                        }
                    }

                    @Override
                    public List<ModelDay> usage(long accountId, Instant from, Instant to) {
                        return ledger().usage(accountId, from, to);
                    }

                    @Override
                    public Slice entries(long accountId, long after, int limit) {
                        return ledger().entries(accountId, after, limit);
                    }

                    @Override
                    public Totals since(long accountId, Instant from) {
                        return ledger().since(accountId, from);
                    }
                };
        try (GroupedLedger grouped = new GroupedLedger(breaking)) {
            grouped.add(entry("a/x", Usage.exact(10, 5), OptionalLong.of(3), NOON));
            grouped.add(entry("a/x", Usage.exact(10, 5), OptionalLong.of(3), NOON));
        }

        assertThat(breaks).hasNonPositiveValue();
        assertThat(ledger().since(account(), NOON)).isEqualTo(new LedgerStore.Totals(2, 30, 6, 0));
    }

    @Test
    void entriesComeOldestFirstAndAPieceAtATime() {
        List<LedgerEntry> entries =
                Stream.of("a/x", "b/y", "c/z")
                        .map(model -> entry(model, Usage.exact(1, 2), OptionalLong.of(3), NOON))
                        .toList();
        ledger().add(entries);

        LedgerStore.Slice first = ledger().entries(account(), 0, 2);
        LedgerStore.Slice second = ledger().entries(account(), first.last(), 2);

        assertThat(first.entries()).isEqualTo(entries.subList(0, 2));
        assertThat(second.entries()).isEqualTo(entries.subList(2, 3));
        assertThat(ledger().entries(account(), second.last(), 2).entries()).isEmpty();
        assertThat(ledger().entries(newAccount(), 0, 2).entries()).isEmpty();
    }

    @Test
    void theFirstMomentCountsAndTheLastDoesNot() {
        ledger().add(List.of(entry("a/x", Usage.exact(1, 1), OptionalLong.empty(), NOON)));

        assertThat(ledger().usage(account(), NOON, NOON.plusSeconds(1))).hasSize(1);
        assertThat(ledger().usage(account(), NOON.minusSeconds(1), NOON)).isEmpty();
    }

    @Test
    void totalsAreThoseOfOneAccountSinceAMoment() {
        ledger().add(
                        List.of(
                                entry("a/x", Usage.exact(10, 5), OptionalLong.of(300), NOON),
                                entry("a/x", RECOVERED, OptionalLong.empty(), NOON),
                                entry("a/x", RECOVERED, OptionalLong.of(1), yesterday())));

        assertThat(ledger().since(account(), NOON))
                .isEqualTo(new LedgerStore.Totals(2, 25, 300, 0));
        assertThat(ledger().since(newAccount(), NOON))
                .isEqualTo(new LedgerStore.Totals(0, 0, 0, 0));
    }

    @Test
    void anAccountHasTheTierItWasGivenLast() {
        String name = newName();
        long account = stores().accounts().createAccount(name, NOON).id();
        assertThat(stores().accounts().findTier(account)).isEmpty();

        assertThat(stores().accounts().setTier(name, "pro")).isTrue();
        assertThat(stores().accounts().setTier(name, "free")).isTrue();

        assertThat(stores().accounts().findTier(account)).contains("free");
        assertThat(stores().accounts().listAccounts())
                .anySatisfy(known -> {
                    assertThat(known.account().name()).isEqualTo(name);
                    assertThat(known.tier()).isEqualTo(Optional.of("free"));
                });
        assertThat(stores().accounts().setTier(newName(), "free")).isFalse();
    }

    private LedgerStore ledger() {
        return stores().ledger();
    }

    private static Instant yesterday() {
        return NOON.minus(1, ChronoUnit.DAYS);
    }

    private LedgerEntry entry(String model, Usage usage, OptionalLong price, Instant at) {
        return new LedgerEntry(
                account(),
                "openai",
                model,
                OptionalLong.empty(),
                usage,
                price,
                0,
                "complete",
                1,
                Duration.ofMillis(3),
                at);
    }
}

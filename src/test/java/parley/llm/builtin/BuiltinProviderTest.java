package parley.llm.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.llm.ChatMessage;
import parley.llm.FinishReason;
import parley.llm.ModelEvent;
import parley.llm.ModelInfo;
import parley.llm.ModelRequest;
import parley.llm.Role;
import parley.llm.Sampling;
import parley.llm.Usage;

final class BuiltinProviderTest {
    private final Tokenizer tokenizer = new Tokenizer();

    @Test
    void itOffersOneModel() {
        assertThat(Engine.plain().name()).isEqualTo("builtin");
        assertThat(Engine.plain().models()).extracting(ModelInfo::name).containsExactly("parley");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello, how are you?",
                "Tell me a story",
                "What is the capital of France?",
                "lorem ipsum 500 words",
                "repeat after me: 👩‍👩‍👧‍👦\r\nḛ̂  two",
                "",
                "   ",
                "今天天气怎么样？"
            })
    void everyAnswerIsTextAndThenOneEnd(String question) throws InterruptedException {
        Recorded run = Engine.run(Engine.plain(), Engine.request(question));

        assertThat(run.text()).isNotEmpty();
        assertThat(run.deltas()).noneMatch(String::isEmpty);
        assertThat(run.deltas()).noneMatch(BuiltinProviderTest::splitsCodePoint);
        assertThat(run.ends()).isEqualTo(1);
        assertThat(run.finished().reason()).isEqualTo(FinishReason.STOP);
    }

    @Test
    void itStreamsTokenByToken() throws InterruptedException {
        Recorded run = Engine.run(Engine.plain(), Engine.request("Hello, how are you?"));

        assertThat(run.deltas()).hasSizeGreaterThan(20).startsWith("Hello", "!", " I");
        assertThat(run.deltas()).isEqualTo(tokenizer.tokens(run.text()));
    }

    @Test
    void withoutStreamingTheSameTextComesInOnePiece() throws InterruptedException {
        Recorded streamed = Engine.run(Engine.plain(), Engine.request("Tell me a story"));
        Recorded whole = Engine.run(Engine.plain(), Engine.inOnePiece("Tell me a story"));

        assertThat(whole.deltas()).containsExactly(streamed.text());
        assertThat(whole.finished()).isEqualTo(streamed.finished());
    }

    @Test
    void usageCountsAllMessagesAndWhatWasSent() throws InterruptedException {
        List<ChatMessage> messages =
                List.of(
                        new ChatMessage(Role.SYSTEM, "Be kind."),
                        new ChatMessage(Role.USER, "Hello"),
                        new ChatMessage(Role.ASSISTANT, "Hello!"),
                        new ChatMessage(Role.USER, "count to 5"));
        Recorded run =
                Engine.run(
                        Engine.plain(),
                        new ModelRequest("parley", messages, "", Sampling.DEFAULT, true));

        long read = messages.stream().mapToLong(message -> tokenizer.count(message.text())).sum();
        assertThat(run.text()).isEqualTo("1, 2, 3, 4, 5");
        assertThat(run.usage())
                .isEqualTo(Usage.exact(read + 4L * BuiltinProvider.TOKENS_PER_MESSAGE, 9));
    }

    @Test
    void theSameConversationHasTheSameAnswerAllDay() throws InterruptedException {
        BuiltinProvider morning = at("2026-11-21T00:00:00Z");
        BuiltinProvider evening = at("2026-11-21T23:59:59Z");
        BuiltinProvider tomorrow = at("2026-11-22T00:00:00Z");
        for (String question : List.of("What time is it?", "Tell me a poem", "roll a die")) {
            String text = Engine.run(morning, Engine.request(question)).text();
            assertThat(Engine.run(evening, Engine.request(question)).text()).isEqualTo(text);
        }
        assertThat(Engine.run(tomorrow, Engine.request("What day is it?")).text())
                .isEqualTo("Today is Sunday, 22 November 2026 (UTC).");
    }

    @Test
    void manyThreadsGetTheSameAnswersAsOne() throws InterruptedException {
        BuiltinProvider shared = Engine.plain();
        List<String> questions =
                List.of("Hello", "help", "Tell me a story", "15% of 80", "Hallo", "was ist das?");
        ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
        CountDownLatch begin = new CountDownLatch(1);
        List<Thread> threads =
                questions.stream()
                        .map(question ->
                                Thread.ofVirtual().start(() -> ask(shared, question, begin, wrong)))
                        .toList();
        begin.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello, how are you?",
                "count to 30",
                "repeat after me: a👩‍👩‍👧‍👦b\r\n\r\nḛ̂"
            })
    void everyBeginningOfAnAnswerIsContinuedToTheWhole(String question)
            throws InterruptedException {
        String whole = Engine.answer(question);
        int tokens = tokenizer.count(whole);
        for (int length = 0; length <= whole.length(); length++) {
            String soFar = whole.substring(0, length);
            Recorded rest = Engine.run(Engine.plain(), Engine.continued(question, soFar));

            assertThat(soFar + rest.text()).isEqualTo(whole);
            assertThat(rest.ends()).isEqualTo(1);
            assertThat(rest.finished().reason()).isEqualTo(FinishReason.STOP);
            assertThat(rest.usage().outputTokens())
                    .isEqualTo(rest.deltas().size())
                    .isLessThanOrEqualTo(tokens);
        }
    }

    @Test
    void theLimitCutsBetweenTokens() throws InterruptedException {
        String whole = Engine.answer("Tell me a story");
        List<String> tokens = tokenizer.tokens(whole);
        for (int limit : new int[] {0, 1, 2, 50, tokens.size() - 1}) {
            Recorded run = Engine.run(Engine.plain(), Engine.limited("Tell me a story", limit, ""));

            assertThat(run.deltas()).isEqualTo(tokens.subList(0, limit));
            assertThat(run.finished().reason()).isEqualTo(FinishReason.LENGTH);
            assertThat(run.usage().outputTokens()).isEqualTo(limit);
        }
        Recorded enough =
                Engine.run(Engine.plain(), Engine.limited("Tell me a story", tokens.size(), ""));
        assertThat(enough.text()).isEqualTo(whole);
        assertThat(enough.finished().reason()).isEqualTo(FinishReason.STOP);
    }

    @Test
    void theLimitCountsWhatWasSaidBefore() throws InterruptedException {
        String whole = Engine.run(Engine.plain(), Engine.limited("count to 90", 20, "")).text();
        for (int length = 0; length <= whole.length(); length++) {
            String soFar = whole.substring(0, length);
            Recorded rest = Engine.run(Engine.plain(), Engine.limited("count to 90", 20, soFar));

            assertThat(soFar + rest.text()).isEqualTo(whole);
            assertThat(rest.finished().reason()).isEqualTo(FinishReason.LENGTH);
        }
    }

    @Test
    void anInterruptedRunEndsAtOnceAndWithoutAnEnd() throws InterruptedException {
        Recorded recorded = new Recorded();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                Engine.plain()
                                        .run(
                                                Engine.request("lorem ipsum 20000 words"),
                                                event -> interruptAfterThree(recorded, event));
                            } catch (InterruptedException e) {
                                failure.set(e);
                            }
                        });
        thread.join();
        assertThat(failure.get()).isInstanceOf(InterruptedException.class);
        assertThat(recorded.deltas()).hasSize(3);
        assertThat(recorded.ends()).isZero();
    }

    @Test
    void aThreadInterruptedBeforeSaysNothing() {
        Recorded recorded = new Recorded();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Engine.plain().run(Engine.request("Hello"), recorded))
                .isInstanceOf(InterruptedException.class);
        assertThat(recorded.events()).isEmpty();
    }

    @Test
    void theLastMessageOfTheUserIsAnswered() throws InterruptedException {
        List<ChatMessage> messages =
                List.of(
                        new ChatMessage(Role.USER, "count to 3"),
                        new ChatMessage(Role.ASSISTANT, "1, 2"),
                        new ChatMessage(Role.SYSTEM, "Go on."));
        Recorded run =
                Engine.run(
                        Engine.plain(),
                        new ModelRequest("gpt-4", messages, "", Sampling.DEFAULT, true));
        assertThat(run.text()).isEqualTo("1, 2, 3");
    }

    private static void interruptAfterThree(Recorded recorded, ModelEvent event) {
        recorded.accept(event);
        if (recorded.deltas().size() == 3) {
            Thread.currentThread().interrupt();
        }
    }

    private static void ask(
            BuiltinProvider shared,
            String question,
            CountDownLatch begin,
            ConcurrentLinkedQueue<String> wrong) {
        try {
            begin.await();
            String expected = Engine.answer(question);
            for (int time = 0; time < 20; time++) {
                String text = Engine.run(shared, Engine.request(question)).text();
                if (!text.equals(expected)) {
                    wrong.add(question + " → " + text);
                }
            }
        } catch (InterruptedException e) {
            wrong.add(question + " was interrupted");
        }
    }

    private static BuiltinProvider at(String instant) {
        return new BuiltinProvider(
                BuiltinSettings.DEFAULT, InstantSource.fixed(Instant.parse(instant)));
    }

    private static boolean splitsCodePoint(String text) {
        return Character.isLowSurrogate(text.charAt(0))
                || Character.isHighSurrogate(text.charAt(text.length() - 1));
    }
}

package parley.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parley.conversation.ConversationQuery;
import parley.image.Gallery;
import parley.image.ImageFeature;

/// Whatever is done all the time is done by an index, so that it costs the same at a million
/// messages as at a thousand.
abstract class QueryPlanContract extends StoreContract {
    /// How the database would do it, line by line.
    abstract List<String> plan(String sql, @Nullable Object... values);

    /// Whether a line of a plan says that a table is read from end to end.
    abstract boolean readsAll(String line);

    static Stream<Arguments> statements() {
        long id = 1;
        long time = 2;
        int limit = 10;
        return Stream.of(
                Arguments.of("find", SqlConversationStore.FIND, values(id, id)),
                Arguments.of("alias", SqlConversationStore.FIND_BY_ALIAS, values(id, "a")),
                Arguments.of("history", SqlConversationStore.MESSAGES, values(id, 7L, limit)),
                Arguments.of("end", SqlConversationStore.MESSAGES_BEFORE, values(id, 7L, limit)),
                Arguments.of("message", SqlConversationStore.FIND_MESSAGE, values(id, id)),
                Arguments.of(
                        "append",
                        ConversationRows.ADVANCE_BY_ID,
                        values(1, time, time, "t", "m", id, id)),
                Arguments.of(
                        "append by alias",
                        ConversationRows.ADVANCE_BY_ALIAS,
                        values(1, time, time, "t", "m", id, "a")),
                Arguments.of("question", TurnBeginning.NEWEST_MESSAGE, values(id, 7L)),
                Arguments.of("turn", TurnRows.FIND, values(id, id)),
                Arguments.of("oldest", SqlTurnStore.OLDEST, values(id, "contract", id, limit)),
                Arguments.of("newest", SqlTurnStore.NEWEST, values(id, "contract", id, limit)),
                Arguments.of("wish", SqlTurnStore.WISH, values(id)),
                Arguments.of("text", SqlTurnStore.TEXT, values(id)),
                Arguments.of("resume", SqlTurnStore.RESUME, values("node", id, id)),
                Arguments.of("running", SqlTurnStore.RUNNING, values(id)),
                Arguments.of("piece", SqlTurnStore.APPEND, values(0, "text", "text", id)),
                Arguments.of("answer", AnswerRows.FIND, values(id)),
                Arguments.of("abandoned", AbandonedRows.FIND, values(time, limit)),
                Arguments.of("receipt", ReceiptRows.FIND, values(id, id)),
                Arguments.of("parts", PartRows.FIND, sixteen(id)),
                Arguments.of("late end", TurnEnding.DROP_GIVEN_UP, values(id, id)),
                Arguments.of("interrupt", TurnEnding.INTERRUPT, end(id, time, time, 1)),
                Arguments.of("key", IdempotencyKeys.FIND, values(id, "contract", "key")),
                Arguments.of("old keys", SqlTurnStore.FORGET_KEYS, values(time, limit)),
                Arguments.of("reply", ReplyRows.FIND, values(id, "contract", "key", time)),
                Arguments.of("end a reply", ReplyRows.RELEASE, values(id, "c", "key", "node")),
                Arguments.of("abandoned replies", ReplyRows.RELEASE_ABANDONED, values(time)),
                Arguments.of("old replies", ReplyRows.FORGET_OLD, values(time, limit)),
                Arguments.of("picture", ImageRows.FIND, values("i", id)),
                Arguments.of("sent", ImageRows.SENT, values(id, "digest", "label")),
                Arguments.of("made", ImageRows.OF_TASK, values("t", id)),
                Arguments.of("chunk", ImageRows.CHUNK, values("i", id, "file", 0)),
                Arguments.of("left", ImageRows.DROP_UNREADY, values(time)),
                Arguments.of("task", ImageTaskRows.FIND, values("t", id)),
                Arguments.of("begin", ImageTaskRows.BEGIN, values("t", "node")),
                Arguments.of("unfinished", ImageTaskRows.UNFINISHED, values("node")),
                Arguments.of("overviews", BrowsingRows.OVERVIEWS, sixteen(id)),
                Arguments.of("answers", BrowsingRows.ANSWERS, sixteen(id)),
                Arguments.of("found", BrowsingRows.BY_IDS, sixteen(id)),
                Arguments.of("pinned", BrowsingRows.PINNED, values(id, limit, limit)),
                Arguments.of("others", BrowsingRows.OTHERS, values(id, limit, limit)),
                Arguments.of("root", SqlBrowsingStore.ROOT, values(id, id)),
                Arguments.of("family", SqlBrowsingStore.FAMILY, values(id, id, id)),
                Arguments.of("document", DocumentRows.FIND, values(id, id)),
                Arguments.of(
                        "same document",
                        DocumentRows.SAME,
                        values(id, "digest", "application/pdf")),
                Arguments.of("documents", DocumentRows.OF_CONVERSATION, values(id, id)),
                Arguments.of("text of one", DocumentRows.CHUNK, values(id, id, "text", 0)),
                Arguments.of("half uploads", DocumentRows.DROP_UNREADY, values(time)),
                Arguments.of(
                        "indexes", DocumentRows.EXISTING, Collections.nCopies(64, id).toArray()),
                Arguments.of("attach", DocumentRows.ATTACH, values(id, id, id, id)),
                Arguments.of("delete", SqlConversationStore.DELETE, values(id, id)),
                Arguments.of("finish", TurnEnding.FINISH, end(id, time)));
    }

    private static Object[] sixteen(long id) {
        return Collections.nCopies(16, id).toArray();
    }

    private static Object[] end(long id, long time, Object... condition) {
        List<Object> values =
                new ArrayList<>(
                        List.of(
                                "complete",
                                "m",
                                1L,
                                2L,
                                0L,
                                0L,
                                "exact",
                                "",
                                5L,
                                6L,
                                1,
                                0,
                                "stop",
                                "code",
                                "sentence",
                                time,
                                "text",
                                "{}",
                                "complete",
                                id));
        values.addAll(List.of(condition));
        return values.toArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void nothingIsReadFromEndToEnd(String name, String sql, Object[] values) {
        assertThat(plan(sql, values)).as(name).isNotEmpty().noneMatch(this::readsAll);
    }

    @Test
    void listsAreReadFromTheirIndexInOrder() {
        for (ConversationQuery query : queries()) {
            ConversationFilter filter = new ConversationFilter(query);
            String index =
                    query.model().isPresent()
                            ? "conversation_newest_of_model"
                            : "conversation_newest";
            assertThat(plan(filter.page(), filter.pageValues()))
                    .noneMatch(this::readsAll)
                    .anyMatch(line -> line.matches(".*\\b" + index + "\\b.*"));
            assertThat(plan(filter.count(), filter.values()))
                    .noneMatch(this::readsAll)
                    .anyMatch(line -> line.matches(".*\\b" + index + "\\b.*"));
        }
    }

    @Test
    void galleriesAreReadFromTheirIndexInOrder() {
        for (Optional<ImageFeature> intent :
                List.of(Optional.<ImageFeature>empty(), Optional.of(ImageFeature.UPSCALE))) {
            assertGallery(gallery(Optional.empty(), intent), "image_newest");
            assertGallery(gallery(Optional.of("maria"), intent), "image_newest_of_user");
        }
    }

    private static ImageRows.Filter gallery(
            Optional<String> endUser, Optional<ImageFeature> intent) {
        return new ImageRows.Filter(1, new Gallery.Filter(endUser, intent, List.of()));
    }

    private void assertGallery(ImageRows.Filter filter, String index) {
        assertThat(plan(filter.page(), filter.values(10, 0)))
                .noneMatch(this::readsAll)
                .anyMatch(line -> line.matches(".*\\b" + index + "\\b.*"));
        assertThat(plan(filter.count(), filter.values()))
                .noneMatch(this::readsAll)
                .anyMatch(line -> line.contains("image_newest"));
    }

    private List<ConversationQuery> queries() {
        List<ConversationQuery> queries = new ArrayList<>();
        for (Optional<String> model : List.of(Optional.<String>empty(), Optional.of("gpt-4"))) {
            queries.add(query(model, false, false));
            queries.add(query(model, true, false));
            queries.add(query(model, false, true));
            queries.add(query(model, true, true));
        }
        return queries;
    }

    private ConversationQuery query(Optional<String> model, boolean from, boolean until) {
        return new ConversationQuery(
                account(),
                model,
                from ? Optional.of(NOON) : Optional.empty(),
                until ? Optional.of(NOON) : Optional.empty(),
                20,
                10);
    }

    private static Object[] values(Object... values) {
        return values;
    }
}

package parley.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import parley.conversation.BranchingPoint;
import parley.conversation.BrowsingStore;
import parley.conversation.BrowsingStore.Overview;
import parley.conversation.Conversation;
import parley.conversation.ConversationStore;
import parley.conversation.ConversationTarget;
import parley.conversation.Message;
import parley.conversation.NewConversation;
import parley.conversation.NewMessage;
import parley.llm.Role;

/// Holds for browsing on every database.
abstract class BrowsingStoreContract extends StoreContract {
    @Test
    void pinnedConversationsComeFirstAndKeepTheirOrder() {
        long oldest = make("a", 0);
        long middle = make("b", 1);
        long newest = make("c", 2);

        assertThat(store().pin(account(), oldest, true)).isTrue();
        assertThat(ids()).containsExactly(oldest, newest, middle);
        assertThat(store().pin(account(), middle, true)).isTrue();
        assertThat(ids()).containsExactly(middle, oldest, newest);
        assertThat(store().pin(account(), oldest, false)).isTrue();
        assertThat(ids()).containsExactly(middle, newest, oldest);
    }

    @Test
    void pagesJoinToTheWholeList() {
        for (int i = 0; i < 7; i++) {
            store().pin(account(), make("same time", 0), i % 3 == 0);
        }
        List<Long> joined =
                List.of(0, 2, 4, 6).stream()
                        .flatMap(offset -> page(List.of(), offset, 2).conversations().stream())
                        .map(Conversation::id)
                        .toList();

        assertThat(joined).isEqualTo(ids()).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void wordsAreFoundInTitlesAndMessagesWhateverTheirCaseAndAccents() {
        long cafe = make("Das CAFÉ", 0);
        long said = make("", 1);
        append(said, Role.USER, "Wo gibt es Kaffee und ÄPFEL?");
        append(said, Role.ASSISTANT, "Im Café Müller, 100% sicher.");
        long other = make("nothing", 2);
        append(other, Role.TOOL, "cafe");

        assertThat(found("cafe")).containsExactly(said, cafe);
        assertThat(found("CAFÉ", "das")).containsExactly(cafe);
        assertThat(found("apfel", "wo")).containsExactly(said);
        assertThat(found("café", "kaffee")).isEmpty();
        assertThat(found("100%")).containsExactly(said);
        assertThat(found("1%")).isEmpty();
        assertThat(found("_")).isEmpty();
        assertThat(found("\\")).isEmpty();
        assertThat(page(List.of("cafe"), 1, 1).total()).isEqualTo(2);
        assertThat(page(List.of("cafe"), 1, 1).conversations())
                .extracting(Conversation::id)
                .containsExactly(cafe);
    }

    @Test
    void theFirstMessageWithAllWordsIsShown() {
        long id = make("", 0);
        append(id, Role.USER, "red");
        Message both = append(id, Role.ASSISTANT, "red and GREEN");
        append(id, Role.USER, "green red");

        assertThat(store().firstMessages(List.of(id), List.of("green", "red")))
                .containsOnlyKeys(id)
                .containsEntry(id, new BrowsingStore.Found(both.id(), "red and GREEN"));
        assertThat(store().firstMessages(List.of(), List.of("red"))).isEmpty();
    }

    @Test
    void whatBelongsToAnotherAccountIsNotThere() {
        long mine = make("secret", 0);
        long stranger = newAccount();

        assertThat(store().pin(stranger, mine, true)).isFalse();
        assertThat(store().fork(stranger, mine, 0, NOON)).isEmpty();
        assertThat(store().family(stranger, mine)).isEmpty();
        BrowsingStore.Page page =
                store().page(new BrowsingStore.Query(stranger, List.of("secret"), 0, 10));
        assertThat(page.total()).isZero();
        assertThat(page.conversations()).isEmpty();
        assertThat(overview(mine).pinned()).isFalse();
    }

    @Test
    void anOverviewCountsMessagesAndNamesTheTurnThatIsBeingWritten() {
        long id = make("", 0);
        assertThat(overview(id).messages()).isZero();
        assertThat(overview(id).runningTurn()).isEmpty();

        long turn = start(new ConversationTarget.Existing(id), "one").turn().id();
        start(new ConversationTarget.Existing(id), "two");

        assertThat(overview(id).messages()).isEqualTo(4);
        assertThat(overview(id).runningTurn()).hasValue(turn);
        assertThat(store().answers(List.of(turn)).values())
                .singleElement()
                .returns(true, BrowsingStore.AnswerFacts::turn)
                .returns(Optional.empty(), BrowsingStore.AnswerFacts::duration);
    }

    @Test
    void aForkHoldsTheMessagesAtTheirPlaces() {
        long parent = make("Talk", 0);
        append(parent, Role.USER, "one");
        Message second = append(parent, Role.ASSISTANT, "two");
        append(parent, Role.USER, "three");

        Conversation fork = store().fork(account(), parent, 2, NOON).orElseThrow();

        assertThat(fork.title()).isEqualTo("Talk");
        List<Message> copied = conversations().messages(fork.id(), 0, 10);
        assertThat(copied).extracting(Message::content).containsExactly("one", "two");
        assertThat(copied).extracting(Message::sequence).containsExactly(1L, 2L);
        assertThat(overview(fork.id()).origin())
                .contains(new BrowsingStore.Origin(parent, OptionalLong.of(second.id())));
        assertThat(append(fork.id(), Role.USER, "else").sequence()).isEqualTo(3);
        assertThat(conversations().messages(parent, 2, 10))
                .extracting(Message::content)
                .containsExactly("three");
        assertThat(store().answers(List.of(copied.getLast().id())).values())
                .singleElement()
                .returns(false, BrowsingStore.AnswerFacts::turn);
    }

    @Test
    void relativesKnowWhereTheyPart() {
        long root = make("", 0);
        for (int i = 1; i <= 6; i++) {
            append(root, Role.USER, "message " + i);
        }
        long second = fork(root, 2);
        long third = fork(root, 2);
        long start = fork(root, 0);
        append(second, Role.USER, "other 3");
        long deep = fork(second, 3);

        assertThat(points(root))
                .containsExactly(
                        new BranchingPoint(0, List.of(root, start)),
                        new BranchingPoint(2, List.of(root, deep, third)));
        assertThat(points(deep))
                .containsExactly(
                        new BranchingPoint(0, List.of(deep, start)),
                        new BranchingPoint(2, List.of(root, deep, third)),
                        new BranchingPoint(3, List.of(second, deep)));
        assertThat(overview(start).origin())
                .contains(new BrowsingStore.Origin(root, OptionalLong.empty()));
    }

    @Test
    void relativesStayRelativesWhenWhatIsBetweenThemIsDeleted() {
        long root = make("", 0);
        append(root, Role.USER, "one");
        append(root, Role.USER, "two");
        long middle = fork(root, 2);
        long late = fork(middle, 1);
        long twin = fork(root, 2);

        conversations().delete(account(), middle);
        conversations().delete(account(), root);

        assertThat(points(late)).containsExactly(new BranchingPoint(1, List.of(late, twin)));
    }

    private List<BranchingPoint> points(long id) {
        List<BranchingPoint.Relative> family = store().family(account(), id);
        BranchingPoint.Relative asked =
                family.stream()
                        .filter(relative -> relative.conversationId() == id)
                        .findFirst()
                        .orElseThrow();
        return BranchingPoint.of(asked, family);
    }

    private long fork(long id, long lastSequence) {
        // Later than the others, so that the newest stands for its way.
        return store().fork(account(), id, lastSequence, NOON.plusSeconds(id + 60))
                .orElseThrow()
                .id();
    }

    private long make(String title, int second) {
        NewConversation wish = NewConversation.of(account()).withTitle(title);
        return conversations().create(wish, NOON.plusSeconds(second)).id();
    }

    private Message append(long id, Role role, String text) {
        return conversations()
                .append(account(), id, NewMessage.text(role, text), "", NOON)
                .orElseThrow();
    }

    private Overview overview(long id) {
        return Objects.requireNonNull(store().overviews(List.of(id)).get(id));
    }

    private List<Long> ids() {
        return page(List.of(), 0, 100).conversations().stream().map(Conversation::id).toList();
    }

    private List<Long> found(String... words) {
        return page(List.of(words), 0, 100).conversations().stream().map(Conversation::id).toList();
    }

    private BrowsingStore.Page page(List<String> words, long offset, int limit) {
        return store().page(new BrowsingStore.Query(account(), words, offset, limit));
    }

    private BrowsingStore store() {
        return stores().browsing();
    }

    private ConversationStore conversations() {
        return stores().conversations();
    }
}

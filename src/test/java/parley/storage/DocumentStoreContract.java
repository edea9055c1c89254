package parley.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import parley.conversation.Conversation;
import parley.conversation.ConversationTarget;
import parley.conversation.MessageStatus;
import parley.conversation.NewConversation;
import parley.conversation.Turn;
import parley.document.Bookmark;
import parley.document.DocumentFacts;
import parley.document.DocumentQuery;
import parley.document.DocumentStore;
import parley.document.DocumentStore.Quota;
import parley.document.DocumentStore.Variant;
import parley.document.KeptDocument;
import parley.document.NewDocument;
import parley.document.StoredDocument;

/// Holds for documents on every database.
abstract class DocumentStoreContract extends StoreContract {
    private static final Quota PLENTY = new Quota(1000, 1_000_000);
    private static final OptionalLong NOWHERE = OptionalLong.empty();

    private static final DocumentFacts FACTS =
            new DocumentFacts(
                    3,
                    Optional.of("Über \"Title\" \uD83D\uDC1F"),
                    Optional.empty(),
                    Optional.of("Subject"),
                    Optional.of(NOON),
                    Optional.empty(),
                    Optional.of("de"),
                    List.of(new Bookmark(1, "First", 2)),
                    List.of(3));

    private DocumentStore documents() {
        return stores().documents();
    }

    private static NewDocument document(long account, String filename, String digest) {
        return new NewDocument(
                account, filename, "application/pdf", 100, digest, "user_data", FACTS);
    }

    private KeptDocument keep(long account, String name, String digest, OptionalLong conversation) {
        long id = documents().begin(document(account, name, digest), PLENTY, NOON).orElseThrow();
        documents().addChunk(id, Variant.FILE, 0, new byte[] {1, 0, -1});
        documents().addChunk(id, Variant.FILE, 1, new byte[] {2});
        documents().addChunk(id, Variant.TEXT, 0, new byte[] {3});
        return documents().keep(account, id, conversation, NOON).orElseThrow();
    }

    private static OptionalLong in(Conversation conversation) {
        return OptionalLong.of(conversation.id());
    }

    private static DocumentQuery query(long account, OptionalLong after, boolean newest) {
        return new DocumentQuery(account, Optional.empty(), after, newest, 2);
    }

    @Test
    void aDocumentIsFoundOnceItIsWholeAndByItsAccountAlone() {
        long bob = newAccount();
        long id = documents().begin(document(account(), "a.pdf", "d1"), PLENTY, NOON).orElseThrow();
        documents().addChunk(id, Variant.FILE, 0, new byte[] {7});

        assertThat(documents().find(account(), id)).isEmpty();
        assertThat(documents().findSame(account(), "d1", "application/pdf")).isEmpty();
        assertThat(documents().chunk(account(), id, Variant.FILE, 0)).isEmpty();
        assertThat(documents().list(query(account(), NOWHERE, true))).isEmpty();

        KeptDocument kept = documents().keep(account(), id, NOWHERE, NOON).orElseThrow();

        assertThat(kept)
                .isEqualTo(
                        new KeptDocument(
                                new StoredDocument(
                                        id,
                                        account(),
                                        NOWHERE,
                                        "a.pdf",
                                        "application/pdf",
                                        100,
                                        FACTS,
                                        NOON),
                                "user_data",
                                "d1"));
        assertThat(documents().find(account(), id)).contains(kept);
        assertThat(documents().findSame(account(), "d1", "application/pdf")).contains(kept);
        assertThat(documents().findSame(account(), "d1", "text/plain")).isEmpty();
        assertThat(documents().findSame(bob, "d1", "application/pdf")).isEmpty();
        assertThat(documents().find(bob, id)).isEmpty();
        assertThat(documents().chunk(account(), id, Variant.FILE, 0)).contains(new byte[] {7});
        assertThat(documents().chunk(account(), id, Variant.FILE, 1)).isEmpty();
        assertThat(documents().chunk(bob, id, Variant.FILE, 0)).isEmpty();
        assertThat(documents().delete(bob, id)).isFalse();
        assertThat(documents().delete(account(), id)).isTrue();
        assertThat(documents().find(account(), id)).isEmpty();
        assertThat(documents().chunk(account(), id, Variant.FILE, 0)).isEmpty();
    }

    @Test
    void aDocumentGoesWithItsConversation() {
        Conversation conversation = newConversation();
        KeptDocument kept = keep(account(), "a.pdf", "d2", in(conversation));
        KeptDocument free = keep(account(), "b.pdf", "d3", NOWHERE);

        assertThat(documents().ofConversation(account(), conversation.id())).containsExactly(kept);
        assertThat(documents().ofConversation(newAccount(), conversation.id())).isEmpty();
        stores().conversations().delete(account(), conversation.id());

        assertThat(documents().find(account(), kept.id())).isEmpty();
        assertThat(documents().existing(List.of(kept.id(), free.id()))).containsExactly(free.id());
        assertThat(documents().chunk(account(), kept.id(), Variant.TEXT, 0)).isEmpty();
    }

    @Test
    void nothingIsKeptInAConversationThatIsNotThere() {
        Conversation foreign =
                stores().conversations().create(NewConversation.of(newAccount()), NOON);
        long id = documents().begin(document(account(), "a.pdf", "d4"), PLENTY, NOON).orElseThrow();

        assertThat(documents().keep(account(), id, in(foreign), NOON)).isEmpty();

        assertThat(documents().keep(account(), id, NOWHERE, NOON)).isEmpty();
        assertThat(documents().existing(List.of(id))).isEmpty();
    }

    @Test
    void oneThatIsInAConversationIsCopiedIntoAnotherOnce() {
        Conversation first = newConversation();
        Conversation second = newConversation();
        KeptDocument free = keep(account(), "a.pdf", "d5", NOWHERE);
        Instant later = NOON.plusSeconds(5);

        KeptDocument moved =
                documents().attach(account(), free.id(), first.id(), later).orElseThrow();
        KeptDocument again =
                documents().attach(account(), free.id(), first.id(), later).orElseThrow();
        KeptDocument copy =
                documents().attach(account(), free.id(), second.id(), later).orElseThrow();
        KeptDocument same =
                documents().attach(account(), free.id(), second.id(), later).orElseThrow();

        assertThat(moved.id()).isEqualTo(free.id()).isEqualTo(again.id());
        assertThat(copy.id()).isNotEqualTo(free.id()).isEqualTo(same.id());
        assertThat(documents().ofConversation(account(), first.id())).containsExactly(moved);
        assertThat(documents().ofConversation(account(), second.id())).containsExactly(copy);
        assertThat(documents().chunk(account(), copy.id(), Variant.FILE, 1))
                .contains(new byte[] {2});
        assertThat(documents().attach(newAccount(), free.id(), second.id(), later)).isEmpty();
        assertThat(stores().conversations().find(account(), second.id()).orElseThrow().updatedAt())
                .isEqualTo(later);
        assertThat(documents().detach(account(), free.id(), second.id(), later)).isFalse();
        assertThat(documents().detach(account(), copy.id(), second.id(), later)).isTrue();
        assertThat(documents().ofConversation(account(), second.id())).isEmpty();
        assertThat(documents().find(account(), copy.id())).isPresent();
    }

    @Test
    void aConversationWithADocumentIsNotEmpty() {
        Turn turn = start(new ConversationTarget.Fresh(NewConversation.of(account())), "Hi").turn();
        stores().turns().finish(endOf(turn, MessageStatus.COMPLETE, "Hello"));
        KeptDocument kept = keep(account(), "a.pdf", "d7", OptionalLong.of(turn.conversationId()));

        stores().conversations().deleteMessages(account(), turn.conversationId(), 1, 2);

        assertThat(documents().ofConversation(account(), turn.conversationId()))
                .containsExactly(kept);
    }

    @Test
    void aBranchHasItsOwnCopies() {
        Turn turn = start(new ConversationTarget.Fresh(NewConversation.of(account())), "Hi").turn();
        stores().turns().finish(endOf(turn, MessageStatus.COMPLETE, "Hello"));
        KeptDocument kept = keep(account(), "a.pdf", "d6", OptionalLong.of(turn.conversationId()));

        Conversation branch =
                stores().conversations()
                        .branch(account(), turn.conversationId(), 2, NOON)
                        .orElseThrow();

        List<KeptDocument> copies = documents().ofConversation(account(), branch.id());
        assertThat(copies).hasSize(1);
        assertThat(copies.getFirst().digest()).isEqualTo("d6");
        assertThat(copies.getFirst().id()).isNotEqualTo(kept.id());
        stores().conversations().delete(account(), turn.conversationId());
        assertThat(documents().chunk(account(), copies.getFirst().id(), Variant.TEXT, 0))
                .contains(new byte[] {3});
    }

    @Test
    void listsGoOnFromADocument() {
        long ada = newAccount();
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.add(keep(ada, "a.pdf", "list", NOWHERE).id());
        }

        assertThat(documents().list(query(ada, NOWHERE, true)))
                .extracting(KeptDocument::id)
                .containsExactly(ids.get(2), ids.get(1));
        assertThat(documents().list(query(ada, OptionalLong.of(ids.get(1)), true)))
                .extracting(KeptDocument::id)
                .containsExactly(ids.get(0));
        assertThat(documents().list(query(ada, OptionalLong.of(ids.get(0)), false)))
                .extracting(KeptDocument::id)
                .containsExactly(ids.get(1), ids.get(2));
        assertThat(documents().list(new DocumentQuery(ada, Optional.of("other"), NOWHERE, true, 2)))
                .isEmpty();
    }

    @Test
    void anAccountKeepsNoMoreThanItMayHoweverManyUploadsCome() throws Exception {
        long ada = newAccount();
        Quota quota = new Quota(10, 500);
        List<Callable<OptionalLong>> uploads = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            uploads.add(() -> documents().begin(document(ada, "a.pdf", "quota"), quota, NOON));
        }
        int begun = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<OptionalLong> upload : threads.invokeAll(uploads)) {
                begun += upload.get().isPresent() ? 1 : 0;
            }
        }

        assertThat(begun).isEqualTo(5);
        assertThat(documents().begin(document(ada, "b.pdf", "x"), new Quota(5, 9999), NOON))
                .isEmpty();
    }

    @Test
    void whatWasNeverWholeIsDropped() {
        long left =
                documents().begin(document(account(), "a.pdf", "e1"), PLENTY, NOON).orElseThrow();
        documents().addChunk(left, Variant.FILE, 0, new byte[] {1});
        long given =
                documents().begin(document(account(), "a.pdf", "e2"), PLENTY, NOON).orElseThrow();
        KeptDocument kept = keep(account(), "a.pdf", "e3", NOWHERE);

        documents().discard(given);
        documents().discard(kept.id());
        documents().dropUnready(NOON);
        assertThat(documents().existing(List.of(left, given, kept.id())))
                .containsExactlyInAnyOrder(left, kept.id());
        documents().dropUnready(NOON.plusSeconds(1));

        assertThat(documents().existing(List.of(left, kept.id()))).containsExactly(kept.id());
    }
}

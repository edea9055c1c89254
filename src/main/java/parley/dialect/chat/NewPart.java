package parley.dialect.chat;

import java.util.List;
import parley.conversation.Conversation;
import parley.conversation.ConversationService;
import parley.conversation.Message;
import parley.conversation.MessageStatus;
import parley.conversation.NewMessage;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.llm.Role;

/// Finds what a request says that its session does not hold yet. Reads the session page by page,
/// and only as far as the request agrees with it.
///
/// An assistant's message without text says nothing: it is passed over on both sides. An answer
/// that is still being written may be in the request as far as the client saw it, or not at all.
final class NewPart {
    private static final int LONGEST_PAGE = 500;

    private final ConversationService conversations;

    NewPart(ConversationService conversations) {
        this.conversations = conversations;
    }

    /// The messages to add, oldest first. None where the session's last message is a question that
    /// nobody answered, and the request adds nothing to it.
    ///
    /// @throws AppException (400) if there is nothing to answer; (409) if it is being answered
    List<NewMessage> of(Conversation session, List<NewMessage> asked) {
        List<NewMessage> said = asked.stream().filter(NewPart::saysSomething).toList();
        Comparison comparison = compare(session, said);
        if (!comparison.agrees) {
            return requireQuestion(said);
        }
        List<NewMessage> rest = said.subList(comparison.matched, said.size());
        if (rest.isEmpty()) {
            comparison.requireUnanswered(session);
            return rest;
        }
        return requireQuestion(rest);
    }

    /// The messages of a session that does not exist yet.
    ///
    /// @throws AppException (400) if the last is not a user's
    static List<NewMessage> ofNewSession(List<NewMessage> asked) {
        return requireQuestion(asked.stream().filter(NewPart::saysSomething).toList());
    }

    private Comparison compare(Conversation session, List<NewMessage> said) {
        Comparison comparison = new Comparison(said);
        int page = Math.min(LONGEST_PAGE, said.size() + 1);
        long after = 0;
        while (true) {
            List<Message> stored = conversations.messagesAfter(session, after, page);
            for (Message message : stored) {
                comparison.next(message);
                if (!comparison.agrees) {
                    return comparison;
                }
            }
            if (stored.size() < page) {
                return comparison;
            }
            after = stored.getLast().sequence();
            page = LONGEST_PAGE;
        }
    }

    private static List<NewMessage> requireQuestion(List<NewMessage> messages) {
        if (messages.isEmpty() || messages.getLast().role() != Role.USER) {
            throw AppException.invalid(
                    "messages", "messages must end with a message of the role user.");
        }
        return messages;
    }

    private static boolean saysSomething(NewMessage message) {
        return message.role() != Role.ASSISTANT || !WhiteSpace.isAll(message.content());
    }

    /// How far a request agrees with a session, message by message.
    private static final class Comparison {
        private final List<NewMessage> said;
        private boolean agrees = true;
        private int matched;
        private boolean beingAnswered;
        private Role last = Role.SYSTEM;

        Comparison(List<NewMessage> said) {
            this.said = said;
        }

        void next(Message stored) {
            boolean unfinished = !stored.status().isEnd();
            beingAnswered = unfinished;
            if (stored.role() == Role.ASSISTANT && WhiteSpace.isAll(stored.content())) {
                return;
            }
            if (matched < said.size() && isSame(stored, said.get(matched))) {
                matched++;
                last = stored.role();
                return;
            }
            agrees = unfinished;
        }

        void requireUnanswered(Conversation session) {
            if (beingAnswered) {
                throw new AppException(
                        ErrorCode.CONFLICT,
                        "The last message of session %d is being answered already."
                                .formatted(session.id()));
            }
            if (last != Role.USER) {
                throw AppException.invalid(
                        "messages",
                        "messages adds nothing to session %d. Add a message of the role user."
                                .formatted(session.id()));
            }
        }

        private static boolean isSame(Message stored, NewMessage said) {
            if (stored.role() != said.role()) {
                return false;
            }
            if (stored.role() != Role.ASSISTANT) {
                return Newlines.unify(stored.content()).equals(Newlines.unify(said.content()));
            }
            // The contract's Python client strips what it receives line by line.
            String written = WhiteSpace.removeFrom(stored.content());
            String seen = WhiteSpace.removeFrom(said.content());
            if (stored.status() == MessageStatus.COMPLETE) {
                return written.equals(seen);
            }
            // Of an answer that ended early, client and store may hold a little more or less.
            return written.startsWith(seen) || seen.startsWith(written);
        }
    }
}

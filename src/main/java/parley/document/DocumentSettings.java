package parley.document;

import java.util.List;
import parley.settings.Setting;
import parley.settings.SettingValues;

/// How many documents there may be, and how much of them goes into a question.
///
/// @param fileBytes the longest file that is read
/// @param mostDocuments how many documents an account may keep
/// @param accountBytes how long all files of an account may be together
/// @param waiting how many documents may wait to be read
/// @param contextTokens the most tokens of documents that go into one question
public record DocumentSettings(
        long fileBytes, int mostDocuments, long accountBytes, int waiting, int contextTokens) {
    private static final int MEGABYTE = 1 << 20;

    static final Setting<Integer> FILE_MEGABYTES =
            Setting.number(
                    "documents.file.megabytes",
                    32,
                    1,
                    512,
                    "The longest document that is taken as a file, in 2^20 bytes; a PDF uploaded to"
                            + " a chat session may have 10 at most.");
    static final Setting<Integer> MOST_DOCUMENTS =
            Setting.number(
                    "documents.account.files",
                    2000,
                    1,
                    1_000_000,
                    "How many documents an account may keep.");
    static final Setting<Integer> ACCOUNT_MEGABYTES =
            Setting.number(
                    "documents.account.megabytes",
                    2048,
                    1,
                    1 << 20,
                    "How long all documents of an account may be together, in 2^20 bytes.");
    static final Setting<Integer> WAITING =
            Setting.number(
                    "documents.waiting",
                    100,
                    0,
                    10_000,
                    "How many documents may wait to be read; more are refused with 429.");
    static final Setting<Integer> CONTEXT_TOKENS =
            Setting.number(
                    "documents.context.tokens",
                    24_000,
                    200,
                    1_000_000,
                    "The most tokens of documents that go to a model with one question; less where"
                            + " the model reads less.");

    public static final List<Setting<?>> ALL =
            List.of(FILE_MEGABYTES, MOST_DOCUMENTS, ACCOUNT_MEGABYTES, WAITING, CONTEXT_TOKENS);

    public static DocumentSettings from(SettingValues values) {
        return new DocumentSettings(
                (long) values.get(FILE_MEGABYTES) * MEGABYTE,
                values.get(MOST_DOCUMENTS),
                (long) values.get(ACCOUNT_MEGABYTES) * MEGABYTE,
                values.get(WAITING),
                values.get(CONTEXT_TOKENS));
    }

    DocumentStore.Quota quota() {
        return new DocumentStore.Quota(mostDocuments, accountBytes);
    }
}

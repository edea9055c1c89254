package parley.storage.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One step of the schema, from the version before to `version`.
public record Migration(int version, String sql) {
    /// The scripts in `migrations/sqlite` and `migrations/postgres`, oldest first, each with its
    /// version. A list instead of a look around the class path keeps the start fast.
    private static final List<String> NAMES =
            List.of(
                    "V1__conversations.sql",
                    "V2__rich_messages.sql",
                    "V3__accounts_and_ledger.sql",
                    "V4__data.sql",
                    "V5__wishes_and_entry_keys.sql",
                    "V6__images.sql",
                    "V7__prompts.sql",
                    "V8__documents.sql",
                    "V9__browsing.sql",
                    "V10__imports.sql",
                    "V11__replies.sql");

    /// The version of the schema this program works with.
    public static final int NEWEST = NAMES.size();

    /// @param database the folder: `sqlite` or `postgres`
    public static List<Migration> all(String database) {
        List<Migration> migrations = new ArrayList<>();
        for (String name : NAMES) {
            String sql = load("/migrations/" + database + "/" + name);
            migrations.add(new Migration(migrations.size() + 1, sql));
        }
        return migrations;
    }

    private static String load(String resource) {
        try (@Nullable InputStream stream = Migration.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("The program lacks its file " + resource + ".");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package parley.storage.archive;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A table as an archive holds it. Live state, such as which servers run, is not archived: turns
/// that were unfinished count as abandoned after a restore.
///
/// @param key the columns that order it
/// @param givesIds whether the database numbers its rows
record Table(String name, List<String> columns, String key, boolean givesIds) {
    /// Every table after those it refers to.
    static final List<Table> ALL =
            List.of(
                    new Table(
                            "account",
                            List.of("id", "name", "created_at", "tier", "preferences"),
                            "id",
                            true),
                    new Table(
                            "token",
                            List.of(
                                    "id",
                                    "account_id",
                                    "hash",
                                    "preview",
                                    "created_at",
                                    "revoked_at",
                                    "name",
                                    "last_used_at"),
                            "id",
                            true),
                    new Table(
                            "conversation",
                            List.of(
                                    "id",
                                    "account_id",
                                    "title",
                                    "model",
                                    "end_user",
                                    "alias",
                                    "data_source_id",
                                    "created_at",
                                    "updated_at",
                                    "last_sequence",
                                    "pinned",
                                    "fork_root",
                                    "fork_message_id",
                                    "lineage"),
                            "id",
                            true),
                    new Table(
                            "message",
                            List.of(
                                    "id",
                                    "conversation_id",
                                    "sequence",
                                    "role",
                                    "content_type",
                                    "status",
                                    "created_at",
                                    "contract",
                                    "model",
                                    "answered_by",
                                    "question_id",
                                    "node",
                                    "input_tokens",
                                    "output_tokens",
                                    "cached_tokens",
                                    "reasoning_tokens",
                                    "usage_source",
                                    "usage_reason",
                                    "nano_dollars",
                                    "first_token_micros",
                                    "attempts",
                                    "omitted_messages",
                                    "finish_reason",
                                    "error_code",
                                    "error_sentence",
                                    "finished_at",
                                    "attributes",
                                    "content",
                                    "parts",
                                    "wish"),
                            "id",
                            true),
                    new Table(
                            "message_piece",
                            List.of("message_id", "start_offset", "kind", "text"),
                            "message_id, start_offset",
                            false),
                    new Table(
                            "turn_receipt", List.of("message_id", "receipt"), "message_id", false),
                    new Table(
                            "idempotency_key",
                            List.of(
                                    "account_id",
                                    "contract",
                                    "client_key",
                                    "fingerprint",
                                    "message_id",
                                    "created_at"),
                            "account_id, contract, client_key",
                            false),
                    new Table(
                            "usage_entry",
                            List.of(
                                    "id",
                                    "account_id",
                                    "contract",
                                    "model",
                                    "turn_id",
                                    "input_tokens",
                                    "output_tokens",
                                    "cached_tokens",
                                    "reasoning_tokens",
                                    "usage_source",
                                    "usage_reason",
                                    "nano_dollars",
                                    "images",
                                    "outcome",
                                    "attempts",
                                    "duration_micros",
                                    "at",
                                    "entry_key"),
                            "id",
                            true),
                    new Table(
                            "data_source",
                            List.of(
                                    "id",
                                    "account_id",
                                    "name",
                                    "type",
                                    "connection",
                                    "csv_file_name",
                                    "csv_table_name",
                                    "size",
                                    "profile",
                                    "problem",
                                    "ready",
                                    "created_at"),
                            "id",
                            true),
                    new Table(
                            "data_source_chunk",
                            List.of("data_source_id", "number", "bytes"),
                            "data_source_id, number",
                            false),
                    new Table(
                            "data_query",
                            List.of(
                                    "id",
                                    "account_id",
                                    "data_source_id",
                                    "message_id",
                                    "sql",
                                    "outcome",
                                    "rows",
                                    "truncated",
                                    "duration_micros",
                                    "at"),
                            "id",
                            true),
                    new Table(
                            "chart",
                            List.of("filename", "account_id", "message_id", "created_at"),
                            "filename",
                            false),
                    new Table(
                            "image_task",
                            List.of(
                                    "id",
                                    "account_id",
                                    "end_user",
                                    "contract",
                                    "status",
                                    "progress",
                                    "feature",
                                    "wish",
                                    "inputs",
                                    "wished_engine",
                                    "wished_model",
                                    "webhook",
                                    "seed",
                                    "refined_prompt",
                                    "engine",
                                    "model",
                                    "warnings",
                                    "confidence",
                                    "metrics",
                                    "recipe",
                                    "error_code",
                                    "error_sentence",
                                    "error_retryable",
                                    "node",
                                    "attempts",
                                    "created_at",
                                    "finished_at"),
                            "id",
                            false),
                    new Table(
                            "image",
                            List.of(
                                    "id",
                                    "account_id",
                                    "end_user",
                                    "task_id",
                                    "intent",
                                    "prompt",
                                    "width",
                                    "height",
                                    "media_type",
                                    "bytes",
                                    "digest",
                                    "ready",
                                    "created_at"),
                            "id",
                            false),
                    new Table(
                            "image_parent",
                            List.of("image_id", "position", "parent_id"),
                            "image_id, position",
                            false),
                    new Table(
                            "image_chunk",
                            List.of("image_id", "variant", "number", "bytes"),
                            "image_id, variant, number",
                            false),
                    new Table(
                            "prompt",
                            List.of(
                                    "id",
                                    "account_id",
                                    "title",
                                    "content",
                                    "scenario",
                                    "description",
                                    "metadata",
                                    "folded",
                                    "usage_count",
                                    "created_at",
                                    "updated_at"),
                            "id",
                            true),
                    new Table(
                            "prompt_template_use",
                            List.of("account_id", "template_id", "times"),
                            "account_id, template_id",
                            false),
                    new Table(
                            "document",
                            List.of(
                                    "id",
                                    "account_id",
                                    "conversation_id",
                                    "filename",
                                    "media_type",
                                    "size",
                                    "digest",
                                    "purpose",
                                    "facts",
                                    "ready",
                                    "created_at"),
                            "id",
                            true),
                    new Table(
                            "document_chunk",
                            List.of("document_id", "variant", "number", "bytes"),
                            "document_id, variant, number",
                            false),
                    new Table(
                            "import_origin",
                            List.of("account_id", "kind", "origin", "target"),
                            "account_id, kind, origin",
                            false),
                    new Table(
                            "reply",
                            List.of(
                                    "account_id",
                                    "contract",
                                    "client_key",
                                    "fingerprint",
                                    "node",
                                    "status",
                                    "content_type",
                                    "answered_by",
                                    "body",
                                    "created_at"),
                            "account_id, contract, client_key",
                            false));

    private static final Map<String, Table> BY_NAME =
            ALL.stream().collect(Collectors.toMap(Table::name, Function.identity()));

    Table {
        columns = List.copyOf(columns);
    }

    /// @throws IllegalArgumentException if there is no such table
    static Table named(String name) {
        Table table = BY_NAME.get(name);
        if (table == null) {
            throw new IllegalArgumentException("There is no table " + name + ".");
        }
        return table;
    }

    String select() {
        return "SELECT %s FROM %s ORDER BY %s".formatted(String.join(", ", columns), name, key);
    }

    String insert() {
        return "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(
                        name,
                        String.join(", ", columns),
                        String.join(", ", Collections.nCopies(columns.size(), "?")));
    }

    String count() {
        return "SELECT count(*) FROM " + name;
    }
}

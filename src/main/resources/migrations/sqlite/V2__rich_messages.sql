-- Messages of more than text, how tokens are known and what they cost, receipts.

-- The table is made anew: columns that are added stand last, and reading them would walk through the
-- content. What a message consists of beside its text is in parts, a JSON text; null for plain text.
CREATE TABLE rich_message (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation_id INTEGER NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    sequence INTEGER NOT NULL,
    role TEXT NOT NULL,
    content_type TEXT NOT NULL,
    status TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    contract TEXT,
    model TEXT,
    answered_by TEXT,
    question_id INTEGER,
    node TEXT,
    input_tokens INTEGER NOT NULL DEFAULT 0,
    output_tokens INTEGER NOT NULL DEFAULT 0,
    cached_tokens INTEGER NOT NULL DEFAULT 0,
    reasoning_tokens INTEGER NOT NULL DEFAULT 0,
    usage_source TEXT NOT NULL DEFAULT 'estimated',
    usage_reason TEXT NOT NULL DEFAULT '',
    nano_dollars INTEGER,
    first_token_micros INTEGER,
    attempts INTEGER NOT NULL DEFAULT 0,
    omitted_messages INTEGER NOT NULL DEFAULT 0,
    finish_reason TEXT,
    error_code TEXT,
    error_sentence TEXT,
    finished_at INTEGER,
    attributes TEXT NOT NULL,
    content TEXT NOT NULL,
    parts TEXT,
    UNIQUE (conversation_id, sequence)
) STRICT;

INSERT INTO rich_message (
    id, conversation_id, sequence, role, content_type, status, created_at,
    contract, model, answered_by, question_id, node, input_tokens, output_tokens,
    usage_source, usage_reason,
    attempts, omitted_messages, finish_reason, error_code, error_sentence, finished_at,
    attributes, content)
SELECT
    id, conversation_id, sequence, role, content_type, status, created_at,
    contract, model, answered_by, question_id, node, input_tokens, output_tokens,
    CASE usage_exact WHEN 1 THEN 'exact' ELSE 'estimated' END,
    CASE WHEN usage_exact = 0 AND input_tokens + output_tokens > 0
        THEN 'counted by an earlier version' ELSE '' END,
    attempts, omitted_messages, finish_reason, error_code, error_sentence, finished_at,
    attributes, content
FROM message;

-- Ids of deleted messages stay used up.
DELETE FROM sqlite_sequence WHERE name = 'rich_message';
INSERT INTO sqlite_sequence (name, seq)
    SELECT 'rich_message', seq FROM sqlite_sequence WHERE name = 'message';

-- A piece is of one kind: text, reasoning, signature, call, arguments, image, lost.
CREATE TABLE rich_message_piece (
    message_id INTEGER NOT NULL REFERENCES rich_message (id) ON DELETE CASCADE,
    start_offset INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (message_id, start_offset)
) STRICT, WITHOUT ROWID;

INSERT INTO rich_message_piece (message_id, start_offset, kind, text)
    SELECT message_id, start_offset, 'text', text FROM message_piece;

DROP TABLE message_piece;
DROP TABLE message;
ALTER TABLE rich_message RENAME TO message;
ALTER TABLE rich_message_piece RENAME TO message_piece;

CREATE INDEX message_unfinished
    ON message (node)
    WHERE status IN ('queued', 'running');

CREATE TABLE turn_receipt (
    message_id INTEGER PRIMARY KEY REFERENCES message (id) ON DELETE CASCADE,
    receipt TEXT NOT NULL
) STRICT;

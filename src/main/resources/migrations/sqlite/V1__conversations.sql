-- Accounts, tokens, conversations, messages and turns.
-- All times are microseconds since 1970, UTC. AUTOINCREMENT: an id is never given twice.

-- "PRLY": says whose file this is.
PRAGMA application_id = 1347570777;

CREATE TABLE account (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL
) STRICT;

-- Id 1 is kept for the owner, whoever is created first.
INSERT INTO sqlite_sequence (name, seq) VALUES ('account', 1);

CREATE TABLE token (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id INTEGER NOT NULL REFERENCES account (id),
    hash BLOB NOT NULL UNIQUE,
    preview TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT;

CREATE TABLE conversation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id INTEGER NOT NULL REFERENCES account (id),
    title TEXT NOT NULL,
    model TEXT,
    end_user TEXT,
    alias TEXT,
    data_source_id INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    last_sequence INTEGER NOT NULL
) STRICT;

-- Lists skip and count within the index: created_at is in it for the date filters.
CREATE INDEX conversation_newest
    ON conversation (account_id, updated_at DESC, id DESC, created_at);
CREATE INDEX conversation_newest_of_model
    ON conversation (account_id, model, updated_at DESC, id DESC, created_at)
    WHERE model IS NOT NULL;
CREATE UNIQUE INDEX conversation_alias
    ON conversation (account_id, alias)
    WHERE alias IS NOT NULL;

-- A turn is the message it writes: what has a contract is a turn's answer.
-- The content comes last so that reading the rest never walks through it.
CREATE TABLE message (
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
    usage_exact INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0,
    omitted_messages INTEGER NOT NULL DEFAULT 0,
    finish_reason TEXT,
    error_code TEXT,
    error_sentence TEXT,
    finished_at INTEGER,
    attributes TEXT NOT NULL,
    content TEXT NOT NULL,
    UNIQUE (conversation_id, sequence)
) STRICT;

CREATE INDEX message_unfinished
    ON message (node)
    WHERE status IN ('queued', 'running');

-- The log of an answer that is being written.
CREATE TABLE message_piece (
    message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
    start_offset INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (message_id, start_offset)
) STRICT, WITHOUT ROWID;

-- Without a reference to message: a deleted message makes its key unknown, and that needs no index.
CREATE TABLE idempotency_key (
    account_id INTEGER NOT NULL REFERENCES account (id),
    contract TEXT NOT NULL,
    client_key TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    message_id INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (account_id, contract, client_key)
) STRICT, WITHOUT ROWID;

CREATE INDEX idempotency_key_oldest ON idempotency_key (created_at);

CREATE TABLE node (
    id TEXT PRIMARY KEY,
    alive_until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

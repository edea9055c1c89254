-- Documents that people give as context: the files, and what was read from them.

-- digest: SHA-256 of the file, in hexadecimal. facts: a JSON object. ready: 0 while the file is being
-- stored. Deleted with the conversation it belongs to.
CREATE TABLE document (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id INTEGER NOT NULL REFERENCES account (id),
    conversation_id INTEGER REFERENCES conversation (id) ON DELETE CASCADE,
    filename TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    digest TEXT NOT NULL,
    purpose TEXT NOT NULL,
    facts TEXT NOT NULL,
    ready INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX document_of_account ON document (account_id, id);

CREATE INDEX document_of_conversation
    ON document (conversation_id, id)
    WHERE conversation_id IS NOT NULL;

CREATE INDEX document_same ON document (account_id, digest);

CREATE INDEX document_unready ON document (created_at) WHERE ready = 0;

-- The file as it was sent, and its text (JSON, compressed), in pieces. variant: 'file' or 'text'.
CREATE TABLE document_chunk (
    document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    variant TEXT NOT NULL,
    number INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (document_id, variant, number)
) STRICT;

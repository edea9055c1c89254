-- Data that can be asked: databases and uploaded files, the queries that were run, and pictures.

-- connection: sealed, it holds a password. ready: 0 while the file is being stored.
CREATE TABLE data_source (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id INTEGER NOT NULL REFERENCES account (id),
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    connection TEXT,
    csv_file_name TEXT,
    csv_table_name TEXT,
    size INTEGER,
    profile TEXT,
    problem TEXT,
    ready INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX data_source_of_account ON data_source (account_id, id);

-- The file of a source as it was uploaded, compressed, in pieces.
CREATE TABLE data_source_chunk (
    data_source_id INTEGER NOT NULL REFERENCES data_source (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (data_source_id, number)
) STRICT;

-- Without references: what was asked outlives the source and the answer.
CREATE TABLE data_query (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id INTEGER NOT NULL REFERENCES account (id),
    data_source_id INTEGER NOT NULL,
    message_id INTEGER,
    sql TEXT NOT NULL,
    outcome TEXT NOT NULL,
    rows INTEGER NOT NULL,
    truncated INTEGER NOT NULL,
    duration_micros INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE INDEX data_query_newest ON data_query (account_id, data_source_id, id);

-- Whose picture a file name is, and the message whose chart it shows.
CREATE TABLE chart (
    filename TEXT PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX chart_of_message ON chart (message_id);

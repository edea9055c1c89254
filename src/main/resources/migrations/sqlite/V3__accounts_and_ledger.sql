-- What accounts may use, and what every answer cost.

-- NULL: the tier that the settings give to accounts.
ALTER TABLE account ADD COLUMN tier TEXT;

-- Without references to messages: what an answer cost outlives the answer.
CREATE TABLE usage_entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id INTEGER NOT NULL REFERENCES account (id),
    contract TEXT NOT NULL,
    model TEXT NOT NULL,
    turn_id INTEGER,
    input_tokens INTEGER NOT NULL,
    output_tokens INTEGER NOT NULL,
    cached_tokens INTEGER NOT NULL,
    reasoning_tokens INTEGER NOT NULL,
    usage_source TEXT NOT NULL,
    usage_reason TEXT NOT NULL,
    nano_dollars INTEGER,
    images INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    duration_micros INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE INDEX usage_entry_newest ON usage_entry (account_id, at);

-- Replies under an Idempotency-Key that no conversation keeps.

-- node: the server that works on it; NULL once it is whole. A reply beside a node is one for the case
-- that the server dies.
CREATE TABLE reply (
    account_id BIGINT NOT NULL REFERENCES account (id),
    contract TEXT NOT NULL,
    client_key TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    node TEXT,
    status INTEGER,
    content_type TEXT,
    answered_by TEXT,
    body BYTEA,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, contract, client_key)
);

CREATE INDEX reply_oldest ON reply (created_at);
CREATE INDEX reply_unfinished ON reply (node) WHERE node IS NOT NULL;

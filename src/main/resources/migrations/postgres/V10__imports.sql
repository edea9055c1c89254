-- Where what was imported came from, so that it is imported once.

-- target: the id it has here, of what kind says. Without references: what was deleted since can be
-- imported again.
CREATE TABLE import_origin (
    account_id BIGINT NOT NULL REFERENCES account (id),
    kind TEXT NOT NULL,
    origin TEXT NOT NULL,
    target TEXT NOT NULL,
    PRIMARY KEY (account_id, kind, origin)
);

CREATE INDEX import_origin_of ON import_origin (account_id, kind, target);

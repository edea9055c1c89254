-- Messages of more than text, how tokens are known and what they cost, receipts.

-- What a message consists of beside its text is in parts, a JSON text; null for plain text.
ALTER TABLE message
    ADD COLUMN parts TEXT,
    ADD COLUMN cached_tokens BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN reasoning_tokens BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN usage_source TEXT NOT NULL DEFAULT 'estimated',
    ADD COLUMN usage_reason TEXT NOT NULL DEFAULT '',
    ADD COLUMN nano_dollars BIGINT,
    ADD COLUMN first_token_micros BIGINT;

UPDATE message SET usage_source = 'exact' WHERE usage_exact = 1;
UPDATE message SET usage_reason = 'counted by an earlier version'
    WHERE usage_exact = 0 AND input_tokens + output_tokens > 0;

ALTER TABLE message DROP COLUMN usage_exact;

-- A piece is of one kind: text, reasoning, signature, call, arguments, image, lost.
ALTER TABLE message_piece ADD COLUMN kind TEXT NOT NULL DEFAULT 'text';

CREATE TABLE turn_receipt (
    message_id BIGINT PRIMARY KEY REFERENCES message (id) ON DELETE CASCADE,
    receipt TEXT NOT NULL
);

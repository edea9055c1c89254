-- What goes on with an answer that ended early, and what keeps an entry of the ledger single.

-- How the answer was asked for, a JSON text; null for the defaults, and once the answer is complete.
ALTER TABLE message ADD COLUMN wish TEXT;

-- Entries of earlier versions have none.
ALTER TABLE usage_entry ADD COLUMN entry_key TEXT;

CREATE UNIQUE INDEX usage_entry_key ON usage_entry (entry_key);

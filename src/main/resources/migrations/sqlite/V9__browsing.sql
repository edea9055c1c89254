-- What people who browse their conversations see: what they pinned, and what branched from what.

-- fork_root: the oldest ancestor. fork_message_id: the last message that both have; null if they part
-- before the first. lineage: all ancestors, oldest first, each as id:sequence of the last message
-- that both have. All without references: what branched outlives what it branched from.
ALTER TABLE conversation ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN fork_root INTEGER;
ALTER TABLE conversation ADD COLUMN fork_message_id INTEGER;
ALTER TABLE conversation ADD COLUMN lineage TEXT;

CREATE INDEX conversation_pinned
    ON conversation (account_id, updated_at DESC, id DESC)
    WHERE pinned = 1;

CREATE INDEX conversation_of_root
    ON conversation (fork_root)
    WHERE fork_root IS NOT NULL;

CREATE INDEX message_unfinished_of_conversation
    ON message (conversation_id, id)
    WHERE status IN ('queued', 'running');

-- What people see of their tokens. Tokens of earlier versions have no name.
ALTER TABLE token ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE token ADD COLUMN last_used_at INTEGER;

-- What the page keeps for an account, a JSON object; null until it keeps something.
ALTER TABLE account ADD COLUMN preferences TEXT;

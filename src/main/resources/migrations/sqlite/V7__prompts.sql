-- Prompts of accounts, and how often each account used a system template.

-- folded: title, content and description in lower case, for searches. metadata: a JSON object.
CREATE TABLE prompt (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id INTEGER NOT NULL REFERENCES account (id),
    title TEXT NOT NULL,
    content TEXT NOT NULL,
    scenario TEXT NOT NULL,
    description TEXT NOT NULL,
    metadata TEXT NOT NULL,
    folded TEXT NOT NULL,
    usage_count INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE INDEX prompt_newest ON prompt (account_id, updated_at, id);

CREATE TABLE prompt_template_use (
    account_id INTEGER NOT NULL REFERENCES account (id),
    template_id INTEGER NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (account_id, template_id)
) STRICT;

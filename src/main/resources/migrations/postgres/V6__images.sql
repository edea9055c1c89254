-- Pictures: what was asked for, the pictures with their files, and what was made of what.

-- wish, inputs, warnings, metrics, recipe: JSON texts. wished_engine, wished_model: what the request
-- named. progress, confidence: in millionths. node: the server that sees to it. attempts: how often
-- the work was begun.
CREATE TABLE image_task (
    id TEXT PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES account (id),
    end_user TEXT,
    contract TEXT NOT NULL,
    status TEXT NOT NULL,
    progress INTEGER NOT NULL,
    feature TEXT NOT NULL,
    wish TEXT NOT NULL,
    inputs TEXT NOT NULL,
    wished_engine TEXT,
    wished_model TEXT,
    webhook TEXT,
    seed BIGINT NOT NULL,
    refined_prompt TEXT,
    engine TEXT,
    model TEXT,
    warnings TEXT NOT NULL,
    confidence INTEGER,
    metrics TEXT NOT NULL,
    recipe TEXT NOT NULL,
    error_code TEXT,
    error_sentence TEXT,
    error_retryable INTEGER,
    node TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    finished_at BIGINT
);

CREATE INDEX image_task_unfinished
    ON image_task (node)
    WHERE status IN ('created', 'in_progress');

-- task_id: without a reference, and null for one that was sent. digest: of the file that was sent.
-- ready: 0 while the files are being stored.
CREATE TABLE image (
    id TEXT PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES account (id),
    end_user TEXT,
    task_id TEXT,
    intent TEXT NOT NULL,
    prompt TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    digest TEXT,
    ready INTEGER NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE INDEX image_newest
    ON image (account_id, created_at, intent)
    WHERE ready = 1 AND intent <> 'upload';

CREATE INDEX image_newest_of_user
    ON image (account_id, end_user, created_at, intent)
    WHERE ready = 1 AND intent <> 'upload';

CREATE INDEX image_of_task ON image (task_id) WHERE task_id IS NOT NULL;

CREATE INDEX image_sent ON image (account_id, digest) WHERE digest IS NOT NULL;

CREATE INDEX image_unready ON image (created_at) WHERE ready = 0;

-- parent_id: without a reference, what was made of a picture outlives it.
CREATE TABLE image_parent (
    image_id TEXT NOT NULL REFERENCES image (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    parent_id TEXT NOT NULL,
    PRIMARY KEY (image_id, position)
);

CREATE INDEX image_parent_of ON image_parent (parent_id);

-- The files of a picture, in pieces. variant: 'file' or 'thumbnail'.
CREATE TABLE image_chunk (
    image_id TEXT NOT NULL REFERENCES image (id) ON DELETE CASCADE,
    variant TEXT NOT NULL,
    number INTEGER NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (image_id, variant, number)
);

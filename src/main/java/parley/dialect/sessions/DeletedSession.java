package parley.dialect.sessions;

/// Says that a session is gone.
record DeletedSession(String message, String id) {}

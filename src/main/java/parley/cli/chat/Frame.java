package parley.cli.chat;

/// One server-sent event.
///
/// @param event its name; empty for none
/// @param id its id; empty for none
/// @param data its data lines, joined with newlines
record Frame(String event, String id, String data) {}

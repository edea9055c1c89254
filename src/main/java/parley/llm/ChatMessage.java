package parley.llm;

/// One message of the history a model sees.
public record ChatMessage(Role role, String text) {}

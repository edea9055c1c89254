package parley.document;

/// What was said before a question: somebody's words, and the answer to them.
public record EarlierTurn(String question, String answer) {}

package parley.llm.local.llama;

/// llama.cpp did not do what it was asked for. The sentence is for people.
public final class LlamaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LlamaException(String sentence) {
        super(sentence);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}

package parley.llm.local.download;

import org.jspecify.annotations.Nullable;

/// Something could not be fetched. The sentence is for whoever typed the command.
public final class DownloadException extends Exception {
    private static final long serialVersionUID = 1L;

    DownloadException(String sentence) {
        this(sentence, null);
    }

    DownloadException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}

package parley.image;

/// How far a task is.
public enum TaskStatus {
    CREATED,
    IN_PROGRESS,
    COMPLETED,
    FAILED,
    CANCELLED;

    public boolean isEnd() {
        return switch (this) {
            case CREATED, IN_PROGRESS -> false;
            case COMPLETED, FAILED, CANCELLED -> true;
        };
    }
}

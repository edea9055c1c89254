package parley.image;

import java.net.URI;
import java.util.Optional;

/// A task with what only the server needs to know.
///
/// @param contract which contract asked
/// @param wishedEngine the engine that the request named
/// @param wishedModel the model that the request named
/// @param webhook where the finished task is told
/// @param attempts how often the work was begun
public record StoredTask(
        ImageTask task,
        String contract,
        Optional<String> wishedEngine,
        Optional<String> wishedModel,
        Optional<URI> webhook,
        int attempts) {
    public String id() {
        return task.id();
    }

    public long accountId() {
        return task.accountId();
    }

    public StoredTask with(ImageTask changed) {
        return new StoredTask(changed, contract, wishedEngine, wishedModel, webhook, attempts);
    }
}

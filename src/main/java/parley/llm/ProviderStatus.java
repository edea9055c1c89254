package parley.llm;

import java.util.List;
import java.util.Optional;

/// What can be said of a provider to somebody who chooses one.
///
/// @param configured whether it is set up; one that is there only if it answers is while it does
/// @param available whether it can be used now
/// @param infos all of its models, those included that do not chat; for one that is not available,
///   those it had last, or those the documented examples use
/// @param defaultModel the model to use of it where none is named
/// @param reason why it is not available, and what to do; empty if it is
public record ProviderStatus(
        String name,
        boolean configured,
        boolean available,
        List<ModelInfo> infos,
        Optional<String> defaultModel,
        Optional<String> reason) {
    public ProviderStatus {
        infos = List.copyOf(infos);
    }

    /// The names of those that chat, as they are at the provider, without its prefix.
    public List<String> models() {
        return infos.stream().filter(ModelInfo::chats).map(ModelInfo::name).toList();
    }
}

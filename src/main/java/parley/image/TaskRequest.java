package parley.image;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// A wish, with its pictures and with who wishes.
///
/// @param endUser the label of the front end's user
/// @param engine which engine is to do it; empty for the best there is
/// @param model which of its models
/// @param seed what chance is made of; empty for any
/// @param webhook where the finished task is told
/// @param warnings what was put right in the request, in sentences
/// @param contract which contract asks
public record TaskRequest(
        long accountId,
        Optional<String> endUser,
        ImageWish wish,
        Map<InputRole, ImageSource> inputs,
        Optional<String> engine,
        Optional<String> model,
        OptionalLong seed,
        Optional<URI> webhook,
        List<String> warnings,
        String contract) {
    public TaskRequest {
        inputs = Map.copyOf(inputs);
        warnings = List.copyOf(warnings);
    }
}

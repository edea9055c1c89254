package parley.reply;

import java.util.Optional;

/// An answer as it went out.
///
/// @param status of HTTP
/// @param contentType what the body is: JSON, or the events of a stream, each with its id
/// @param answeredBy the model, as `X-Model-Used` told it
/// @param body not to be changed
@SuppressWarnings("ArrayRecordComponent")
public record Reply(int status, String contentType, Optional<String> answeredBy, byte[] body) {}

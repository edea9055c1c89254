package parley.dialect.sessions;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// The assistant's message, with the user's message that it answers.
@JsonNaming(SnakeCaseStrategy.class)
record SessionAnswer(@JsonUnwrapped SessionMessage message, SessionMessage userMessage) {}

package parley.llm;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/// A provider that refuses every history that a strict one would refuse, and that answers in a
/// manner of its own: with thoughts, tool calls, pictures.
///
/// @param ids how its tool calls are named; `%d` is the number of the message
/// @param acceptedIds which ids of calls it accepts
/// @param thinks whether it signs its thoughts, and demands the signatures back
/// @param sees whether it reads pictures
/// @param draws whether its answers hold a picture
record StrictModel(
        String name, String ids, Pattern acceptedIds, boolean thinks, boolean sees, boolean draws)
        implements ModelProvider {
    ResolvedModel model() {
        Set<Capability> capabilities =
                sees ? Set.of(Capability.TOOLS, Capability.VISION) : Set.of(Capability.TOOLS);
        ModelInfo info =
                new ModelInfo("m", 100_000, OptionalInt.empty(), capabilities, Optional.empty());
        return new ResolvedModel(this, info, List.of());
    }

    @Override
    public List<ModelInfo> models() {
        return List.of(model().info());
    }

    @Override
    public void run(ModelRequest request, ModelEvents events) {
        new Reading(request).check();
        if (thinks) {
            events.accept(new ModelEvent.ReasoningDelta("Hm."));
            events.accept(new ModelEvent.ReasoningSigned(name + "-seal"));
        }
        for (String piece : request.streamed() ? List.of("I am ", name) : List.of("I am " + name)) {
            events.accept(new ModelEvent.TextDelta(piece));
        }
        if (draws) {
            events.accept(
                    new ModelEvent.ImageMade(
                            new Part.Image("image/png", "AAAA", Optional.empty())));
        }
        ChatMessage asked = request.messages().getLast();
        boolean calls = asked.role() == Role.USER && asked.text().contains("tool");
        if (calls) {
            call(request.messages().size(), events);
        }
        events.accept(new ModelEvent.UsageReported(ReportedUsage.of(7, 3)));
        events.accept(new ModelEvent.Finished(calls ? FinishReason.TOOL_CALLS : FinishReason.STOP));
    }

    private void call(int number, ModelEvents events) {
        for (int index = 0; index < 2; index++) {
            String id = ids.formatted(number) + index;
            events.accept(new ModelEvent.ToolCallDelta(index, id, "find", ""));
            events.accept(new ModelEvent.ToolCallDelta(index, id, "find", "{\"n\":"));
            events.accept(new ModelEvent.ToolCallDelta(index, id, "find", index + "}"));
        }
    }

    /// One look through a history.
    private final class Reading {
        private final ModelRequest request;
        private final Set<String> seen = new HashSet<>();
        private Set<String> open = Set.of();

        Reading(ModelRequest request) {
            this.request = request;
        }

        void check() {
            for (ChatMessage message : request.messages()) {
                demand(!message.parts().isEmpty(), "a message is empty");
                demand(
                        open.isEmpty() == (message.role() != Role.TOOL),
                        "results do not follow their calls");
                Set<String> called = new HashSet<>();
                message.parts().forEach(part -> check(part, message.role(), called));
                demand(open.isEmpty(), "a call has no result");
                open = called;
            }
            demand(open.isEmpty(), "the last call has no result");
        }

        private void check(Part part, Role role, Set<String> called) {
            switch (part) {
                case Part.Text(String text) -> {
                    demand(!text.isBlank(), "a text is blank");
                    demand(role != Role.TOOL, "a tool speaks");
                }
                case Part.Image _ ->
                        demand(sees && role == Role.USER, "a picture is where none is read");
                case Part.Reasoning thought ->
                        demand(
                                thinks
                                        && role == Role.ASSISTANT
                                        && thought.signature().equals(Optional.of(name + "-seal")),
                                "a thought is not signed by it");
                case Part.ToolCall call -> {
                    demand(role == Role.ASSISTANT, "a call is not the model's");
                    demand(acceptedIds.matcher(call.id()).matches(), "an id is strange");
                    demand(seen.add(call.id()), "an id comes twice");
                    called.add(call.id());
                }
                case Part.ToolResult result -> {
                    demand(role == Role.TOOL, "a result is not a tool's");
                    demand(open.remove(result.callId()), "a result has no call");
                }
            }
        }

        private void demand(boolean right, String otherwise) {
            if (!right) {
                throw new ProviderException(
                        ProviderException.Kind.REFUSED,
                        "%s refuses: %s in %s.".formatted(name, otherwise, request.messages()),
                        null,
                        null);
            }
        }
    }
}

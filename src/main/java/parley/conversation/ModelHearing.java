package parley.conversation;

import parley.llm.ModelEvent;
import parley.llm.ModelEvents;

/// Brings what a model says in one run into the log of the turn.
final class ModelHearing implements ModelEvents {
    private static final int NONE = -1;

    private final TurnLog log;
    private String origin;
    private int openCall = NONE;
    private boolean hasArguments;

    /// @param origin the provider that answers
    ModelHearing(TurnLog log, String origin) {
        this.log = log;
        this.origin = origin;
    }

    /// Another provider answers.
    void from(String provider) {
        origin = provider;
    }

    @Override
    public void accept(ModelEvent event) {
        switch (event) {
            case ModelEvent.TextDelta(String text) -> say(new Said.Words(text));
            case ModelEvent.ReasoningDelta(String text) -> say(new Said.Thought(origin, text));
            case ModelEvent.ReasoningSigned(String signature) ->
                    say(new Said.Signature(origin, signature));
            case ModelEvent.ImageMade(var image) -> say(new Said.Picture(image));
            case ModelEvent.ToolCallDelta call -> call(call);
            case ModelEvent.Finished _ -> endCall();
            // The call itself keeps these.
            case ModelEvent.UsageReported _ -> {}
        }
    }

    private void say(Said said) {
        endCall();
        log.append(said);
    }

    private void call(ModelEvent.ToolCallDelta call) {
        Said.Arguments arguments = new Said.Arguments(call.arguments());
        if (call.index() == openCall) {
            if (arguments.units() > 0) {
                log.append(arguments);
                hasArguments = true;
            }
            return;
        }
        endCall();
        openCall = call.index();
        hasArguments = arguments.units() > 0;
        log.append(new Said.Call(call.id(), call.name()), arguments);
    }

    /// Arguments are the text of an object also where a model, having nothing to say, says nothing.
    private void endCall() {
        if (openCall != NONE && !hasArguments) {
            log.append(new Said.Arguments("{}"));
        }
        openCall = NONE;
    }
}

package parley.dialect.openai.responses;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/// An event of a response's stream. Its number is a function of the answer alone: the same
/// whenever, wherever and in whichever pieces it is sent.
@JsonPropertyOrder({"type", "sequence_number"})
sealed interface ResponseEvent {
    @JsonProperty
    String type();

    @JsonProperty("sequence_number")
    long sequenceNumber();

    /// The response as it stands: created, in progress, and how it ended.
    record Lifecycle(String type, long sequenceNumber, ResponseObject response)
            implements ResponseEvent {}

    record ItemAdded(long sequenceNumber, @JsonProperty("output_index") int outputIndex, Item item)
            implements ResponseEvent {
        @Override
        public String type() {
            return "response.output_item.added";
        }
    }

    record ItemDone(long sequenceNumber, @JsonProperty("output_index") int outputIndex, Item item)
            implements ResponseEvent {
        @Override
        public String type() {
            return "response.output_item.done";
        }
    }

    /// A content part, begun or whole.
    record ContentPart(
            String type,
            long sequenceNumber,
            @JsonProperty("item_id") String itemId,
            @JsonProperty("output_index") int outputIndex,
            @JsonProperty("content_index") int contentIndex,
            Content part)
            implements ResponseEvent {}

    /// A part of a reasoning summary, begun or whole.
    record SummaryPart(
            String type,
            long sequenceNumber,
            @JsonProperty("item_id") String itemId,
            @JsonProperty("output_index") int outputIndex,
            @JsonProperty("summary_index") int summaryIndex,
            Content part)
            implements ResponseEvent {}

    /// The next piece of something. Its number is that of its end.
    sealed interface Delta extends ResponseEvent {
        String delta();

        /// The same event without what came before a place in its text.
        Delta from(int offset);

        /// How much of the answer came before it, as a number of the same kind.
        default long begin() {
            return sequenceNumber() - delta().length();
        }
    }

    record TextDelta(
            long sequenceNumber,
            @JsonProperty("item_id") String itemId,
            @JsonProperty("output_index") int outputIndex,
            @JsonProperty("content_index") int contentIndex,
            String delta,
            List<Object> logprobs)
            implements Delta {
        @Override
        public String type() {
            return "response.output_text.delta";
        }

        @Override
        public Delta from(int offset) {
            return new TextDelta(
                    sequenceNumber,
                    itemId,
                    outputIndex,
                    contentIndex,
                    delta.substring(offset),
                    logprobs);
        }
    }

    record TextDone(
            long sequenceNumber,
            @JsonProperty("item_id") String itemId,
            @JsonProperty("output_index") int outputIndex,
            @JsonProperty("content_index") int contentIndex,
            String text,
            List<Object> logprobs)
            implements ResponseEvent {
        @Override
        public String type() {
            return "response.output_text.done";
        }
    }

    record SummaryDelta(
            long sequenceNumber,
            @JsonProperty("item_id") String itemId,
            @JsonProperty("output_index") int outputIndex,
            @JsonProperty("summary_index") int summaryIndex,
            String delta)
            implements Delta {
        @Override
        public String type() {
            return "response.reasoning_summary_text.delta";
        }

        @Override
        public Delta from(int offset) {
            return new SummaryDelta(
                    sequenceNumber, itemId, outputIndex, summaryIndex, delta.substring(offset));
        }
    }

    record SummaryDone(
            long sequenceNumber,
            @JsonProperty("item_id") String itemId,
            @JsonProperty("output_index") int outputIndex,
            @JsonProperty("summary_index") int summaryIndex,
            String text)
            implements ResponseEvent {
        @Override
        public String type() {
            return "response.reasoning_summary_text.done";
        }
    }

    record ArgumentsDelta(
            long sequenceNumber,
            @JsonProperty("item_id") String itemId,
            @JsonProperty("output_index") int outputIndex,
            String delta)
            implements Delta {
        @Override
        public String type() {
            return "response.function_call_arguments.delta";
        }

        @Override
        public Delta from(int offset) {
            return new ArgumentsDelta(sequenceNumber, itemId, outputIndex, delta.substring(offset));
        }
    }

    record ArgumentsDone(
            long sequenceNumber,
            @JsonProperty("item_id") String itemId,
            @JsonProperty("output_index") int outputIndex,
            String name,
            String arguments)
            implements ResponseEvent {
        @Override
        public String type() {
            return "response.function_call_arguments.done";
        }
    }

    record ImageDone(
            long sequenceNumber,
            @JsonProperty("item_id") String itemId,
            @JsonProperty("output_index") int outputIndex)
            implements ResponseEvent {
        @Override
        public String type() {
            return "response.image_generation_call.completed";
        }
    }
}

package parley.dialect.openai.responses;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// A piece of an item's content.
sealed interface Content {
    @JsonProperty(index = 0)
    String type();

    /// What the model said.
    record OutputText(String text, List<Object> annotations, List<Object> logprobs)
            implements Content {
        static OutputText of(String text) {
            return new OutputText(text, List.of(), List.of());
        }

        @Override
        public String type() {
            return "output_text";
        }
    }

    /// What was said to the model.
    record InputText(String text) implements Content {
        @Override
        public String type() {
            return "input_text";
        }
    }

    /// A picture that was shown to the model.
    ///
    /// @param imageUrl a `data:` address with the whole of it
    record InputImage(String detail, @JsonProperty("image_url") String imageUrl)
            implements Content {
        @Override
        public String type() {
            return "input_image";
        }
    }

    /// What the model thought, as far as it shows it.
    record SummaryText(String text) implements Content {
        @Override
        public String type() {
            return "summary_text";
        }
    }
}

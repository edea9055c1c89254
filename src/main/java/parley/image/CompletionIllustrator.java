package parley.image;

import java.util.Optional;
import parley.completion.CompletionRequest;
import parley.completion.CompletionSpecialist;
import parley.image.intent.IntentReader;
import parley.image.intent.IntentReader.PictureState;
import parley.image.intent.IntentReader.Source;
import parley.image.intent.IntentReader.Understood;
import parley.llm.ChatMessage;
import parley.llm.FinishReason;
import parley.llm.ModelEvent;
import parley.llm.ModelEvents;
import parley.llm.OutputFormat;
import parley.llm.ResolvedModel;
import parley.llm.Role;
import parley.llm.builtin.BuiltinProvider;

/// Answers completions that want pictures, where the built-in engine was asked: it cannot make them
/// by itself. Whoever names another model gets what that model says. Of the history it reads which
/// pictures there are; tools and JSON are between the client and the model.
public final class CompletionIllustrator implements CompletionSpecialist {
    private static final double ENOUGH = 0.6;

    private final ImageService images;
    private final IntentReader intents;
    private final PictureWords words;

    /// @param baseUrl what addresses of pictures begin with, as clients see them
    public CompletionIllustrator(ImageService images, IntentReader intents, String baseUrl) {
        this.images = images;
        this.intents = intents;
        this.words = new PictureWords(baseUrl);
    }

    @Override
    public Optional<FinishReason> answer(
            CompletionRequest request, ResolvedModel model, ModelEvents events)
            throws InterruptedException {
        boolean text = request.options().format() instanceof OutputFormat.Text;
        boolean mine = model.provider().name().equals(BuiltinProvider.NAME);
        if (!text || !mine || request.options().tools().offered() || !asks(request)) {
            return Optional.empty();
        }
        RequestPictures pictures = RequestPictures.of(request, images, intents);
        PictureState state = pictures.state();
        Understood understood = intents.read(request.messages().getLast().text(), state);
        return understood.confidence() >= ENOUGH && tell(understood, request, pictures, events)
                ? Optional.of(FinishReason.STOP)
                : Optional.empty();
    }

    private static boolean asks(CompletionRequest request) {
        ChatMessage last = request.messages().getLast();
        return last.role() == Role.USER && !last.text().isBlank();
    }

    private boolean tell(
            Understood understood,
            CompletionRequest request,
            RequestPictures pictures,
            ModelEvents events)
            throws InterruptedException {
        switch (understood) {
            case Understood.Talk _ -> {
                return false;
            }
            case Understood.Told told -> say(events, told.sentence());
            case Understood.Unclear unclear -> say(events, PictureWords.asked(unclear));
            case Understood.Show show ->
                    say(
                            events,
                            words.shown(
                                    show.said(), id(show.picture(), pictures), pictures.state()));
            case Understood.Plan plan ->
                    new PlanRun(new OfCompletion(request, events), images, pictures, words)
                            .run(plan);
        }
        return true;
    }

    private static String id(Source source, RequestPictures pictures) throws InterruptedException {
        return switch (source) {
            case Source.Known(String known) -> pictures.inGallery(known);
            case Source.Named(String text) -> text;
            case Source.StepBefore() -> pictures.state().active().orElseThrow();
        };
    }

    private static void say(ModelEvents events, String text) {
        events.accept(new ModelEvent.TextDelta(text));
    }

    /// Nothing is kept of it, and nobody waits for it whose client went away.
    private record OfCompletion(CompletionRequest request, ModelEvents events)
            implements Commission {
        @Override
        public long accountId() {
            return request.accountId();
        }

        @Override
        public Optional<String> endUser() {
            return Optional.empty();
        }

        @Override
        public String contract() {
            return request.contract();
        }

        @Override
        public String saidBefore() {
            return "";
        }

        @Override
        public void say(String text) {
            CompletionIllustrator.say(events, text);
        }

        @Override
        public String kept() {
            return "{}";
        }

        @Override
        public void keep(String attributes) {}

        @Override
        public boolean stopped() {
            return true;
        }
    }
}

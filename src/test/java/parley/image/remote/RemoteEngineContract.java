package parley.image.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.error.AppException;
import parley.image.ImageEngine;
import parley.image.ImageEngine.Job;
import parley.image.ImageEngine.Outcome;
import parley.image.ImageEngine.Progress;
import parley.image.ImageEngineException;
import parley.image.ImageEngineException.Kind;
import parley.image.ImageFeature;
import parley.image.ImageWish;
import parley.image.ImageWish.Background;
import parley.image.ImageWish.FileForm;
import parley.image.ImageWish.Imagination;
import parley.image.ImageWish.Sides;
import parley.image.InputRole;
import parley.image.Resolution;
import parley.image.Shape;
import parley.image.intake.Fetcher;
import parley.image.intake.IntakeSettings;
import parley.image.intake.PictureCodec;
import parley.image.pixel.Picture;
import parley.image.pixel.Size;
import parley.image.remote.Counterpart.Answer;
import parley.image.remote.Counterpart.Asked;
import parley.settings.SettingValues;

/// What every engine elsewhere has to keep, whatever the vendor speaks.
abstract class RemoteEngineContract {
    static final String KEY = "sk-secret-5f1e2d";

    final PictureCodec codec = new PictureCodec(IntakeSettings.from(SettingValues.DEFAULTS));
    final List<Duration> pauses = new ArrayList<>();
    final byte[] file = codec.write(picture(64, 48, 9), FileForm.PNG);
    final String base64 = Base64.getEncoder().encodeToString(file);

    final Counterpart vendor = new Counterpart(this::answer);
    private ImageEngine engine;

    RemoteTools tools() {
        return tools(Duration.ofSeconds(30));
    }

    private RemoteTools tools(Duration patience) {
        return new RemoteTools(
                codec, new NoFetcher(), HttpClient.newHttpClient(), pauses::add, patience);
    }

    /// The engine, as it is set up for an address.
    abstract ImageEngine engine(URI address, RemoteTools tools);

    /// How the vendor answers when all is well.
    abstract Answer answer(Asked asked);

    /// What the vendor can do.
    abstract Set<ImageFeature> features();

    @BeforeEach
    void makeEngine() {
        engine = engine(vendor.address(), tools());
    }

    @AfterEach
    void stopVendor() {
        vendor.close();
    }

    static Picture picture(int width, int height, int seed) {
        Random random = new Random(seed);
        int[] argb = random.ints((long) width * height).toArray();
        return new Picture(width, height, argb);
    }

    static Job job(ImageFeature feature) {
        Map<InputRole, Picture> inputs = new EnumMap<>(InputRole.class);
        if (feature.needsPicture()) {
            inputs.put(InputRole.IMAGE, picture(60, 40, 1));
        }
        if (feature == ImageFeature.STYLE_TRANSFER) {
            inputs.put(InputRole.REFERENCE, picture(32, 32, 2));
        }
        return new Job(wish(feature), inputs, Optional.empty(), 7);
    }

    private static ImageWish wish(ImageFeature feature) {
        return switch (feature) {
            case IMAGE_GENERATION ->
                    new ImageWish.Generate(
                            "a \"lighthouse\" at dusk",
                            Optional.of("people"),
                            Optional.empty(),
                            new Shape(1, 1),
                            Resolution.ONE_K,
                            1);
            case UPSCALE -> new ImageWish.Upscale(2, 0, 0, "standard");
            case REMOVE_BACKGROUND ->
                    new ImageWish.RemoveBackground(new Background.Transparent(), FileForm.PNG);
            case RELIGHT ->
                    new ImageWish.Relight(
                            Optional.of("golden hour"), "standard", 100, Optional.empty());
            case STYLE_TRANSFER ->
                    new ImageWish.StyleTransfer(
                            100, 50, "faithful", Optional.empty(), Optional.empty());
            case REIMAGINE ->
                    new ImageWish.Reimagine(
                            Optional.of("in winter"), Imagination.VIVID, Optional.empty(), 2);
            case IMAGE_EXPAND ->
                    new ImageWish.Expand(
                            new Sides(16, 8, 0, 24), Optional.empty(), Optional.empty());
        };
    }

    private Outcome run(ImageFeature feature) throws InterruptedException {
        return engine.run(job(feature), Progress.UNHEARD);
    }

    private ImageEngineException failure() {
        return catchThrowableOfType(ImageEngineException.class, () -> run(first()));
    }

    private ImageFeature first() {
        return EnumSet.copyOf(features()).iterator().next();
    }

    @Test
    void itCanDoWhatItSays() {
        for (ImageFeature feature : ImageFeature.values()) {
            assertThat(engine.can(feature))
                    .as(feature.intent())
                    .isEqualTo(features().contains(feature));
        }
    }

    @Test
    void everythingItCanDoGivesPicturesOfTheRightSize() throws Exception {
        for (ImageFeature feature : features()) {
            Outcome outcome = run(feature);
            assertThat(outcome.pictures()).as(feature.intent()).isNotEmpty();
            assertThat(outcome.model()).isNotBlank();
            assertThat(outcome.confidence()).isBetween(0.0, 1.0);
            Size size = outcome.pictures().getFirst().size();
            switch (feature) {
                case IMAGE_GENERATION -> assertThat(outcome.pictures()).hasSize(1);
                case UPSCALE -> assertThat(size).isEqualTo(new Size(120, 80));
                case REMOVE_BACKGROUND, RELIGHT, STYLE_TRANSFER ->
                        assertThat(size).isEqualTo(new Size(60, 40));
                case REIMAGINE -> assertThat(outcome.pictures()).hasSize(2);
                case IMAGE_EXPAND -> {
                    assertThat(size).isEqualTo(new Size(84, 64));
                    Picture own = picture(60, 40, 1);
                    Picture there = outcome.pictures().getFirst().part(16, 0, own.size());
                    assertThat(there.argb()).isEqualTo(own.argb());
                }
            }
        }
    }

    @Test
    void whatItCannotDoItSays() {
        for (ImageFeature feature : EnumSet.complementOf(EnumSet.copyOf(features()))) {
            ImageEngineException failure =
                    catchThrowableOfType(ImageEngineException.class, () -> run(feature));
            assertThat(failure.kind()).isEqualTo(Kind.FAILED);
            assertThat(failure.sentence()).contains(feature.intent());
        }
    }

    @Test
    void aKeyThatIsNotAcceptedIsAMatterOfSettingsAndStaysSecret() {
        vendor.answersAlways(Answer.json(401, "{\"message\":\"Bad key %s\"}".formatted(KEY)));
        ImageEngineException failure = failure();
        assertThat(failure.kind()).isEqualTo(Kind.MISCONFIGURED);
        assertThat(failure.sentence()).contains("401").doesNotContain(KEY);
        assertThat(pauses).isEmpty();
    }

    @Test
    void aRefusalOfTheContentIsARefusal() {
        vendor.answersAlways(
                Answer.json(
                        400,
                        """
                        {"error":{"message":"Your request was rejected by our safety system.",\
                        "code":"content_policy_violation"}}\
                        """));
        ImageEngineException failure = failure();
        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(pauses).isEmpty();
    }

    @Test
    void aVendorThatIsBusyIsAskedAgainWhenItSays() throws Exception {
        vendor.answersFirst(
                Answer.json(503, "{\"error\":\"loading\",\"estimated_time\":20.0}"),
                new Answer(429, "application/json", "Retry-After: 7", new byte[0]));
        assertThat(run(first()).pictures()).isNotEmpty();
        assertThat(pauses.subList(0, 2))
                .containsExactly(Duration.ofSeconds(20), Duration.ofSeconds(7));
    }

    @Test
    void aWaitThatIsAbsurdIsCutShort() {
        vendor.answersAlways(Answer.json(503, "{\"estimated_time\":1809.0}"));
        ImageEngineException failure = failure();
        assertThat(failure.kind()).isEqualTo(Kind.TEMPORARY);
        assertThat(failure.retryAfter()).contains(Duration.ofMinutes(2));
        assertThat(pauses).containsExactly(Duration.ofMinutes(2), Duration.ofMinutes(2));
    }

    @Test
    void anAccountWithoutCreditIsNotAskedAgain() {
        vendor.answersAlways(
                Answer.json(
                        429,
                        "{\"error\":{\"message\":\"You exceeded your current quota.\",\"code\":\"insufficient_quota\"}}"));
        assertThat(failure().kind()).isEqualTo(Kind.MISCONFIGURED);
        assertThat(vendor.asked).hasSize(1);
    }

    @Test
    void aModelThatIsGoneIsAMatterOfSettings() {
        vendor.answersAlways(Answer.json(410, "{\"error\":\"no longer supported\"}"));
        assertThat(failure().kind()).isEqualTo(Kind.MISCONFIGURED);
        assertThat(vendor.asked).hasSize(1);
    }

    @Test
    void anAnswerWithoutAPictureIsAFailure() {
        vendor.answersAlways(Answer.json("{}"));
        assertThat(failure().kind()).isEqualTo(Kind.FAILED);
    }

    @Test
    void aVendorThatIsNotThereIsTemporary() {
        vendor.close();
        assertThat(failure().kind()).isEqualTo(Kind.TEMPORARY);
    }

    @Test
    void anInterruptEndsIt() throws Exception {
        CompletableFuture<Boolean> never = new CompletableFuture<>();
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Counterpart slow =
                new Counterpart(_ -> {
                    never.join();
                    return Answer.json("{}");
                });
        ImageEngine waiting = engine(slow.address(), tools(Duration.ofMinutes(5)));
        Thread caller =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                waiting.run(job(first()), Progress.UNHEARD);
                            } catch (InterruptedException | RuntimeException e) {
                                ended.complete(e);
                            }
                        });
        assertThat(slow.arrived.await(30, TimeUnit.SECONDS)).isTrue();
        caller.interrupt();
        assertThat(ended.get(30, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        never.complete(true);
        slow.close();
    }

    /// Nothing that a vendor gives an address of is elsewhere in these tests.
    private static final class NoFetcher implements Fetcher {
        @Override
        public byte[] get(String field, URI address, long most) {
            throw AppException.invalid(field, field + " is not on the public internet.");
        }

        @Override
        public int post(String field, URI address, Map<String, String> headers, byte[] json) {
            throw AppException.invalid(field, field + " is not on the public internet.");
        }
    }
}

package parley.image;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import parley.settings.Setting;
import parley.settings.SettingValues;

/// How much work on pictures there may be, and what it tells the world.
///
/// @param parallel how many tasks are in work at once
/// @param waiting how many tasks may wait
/// @param waitingOfAccount how many of them may be one account's
/// @param megapixels how large a picture may be that is made
/// @param patience how long one task may take
/// @param webhookSecret what webhooks are signed with; empty for one that is made
/// @param baseUrl what addresses of pictures begin with; without a slash at the end
public record ImageSettings(
        int parallel,
        int waiting,
        int waitingOfAccount,
        int megapixels,
        Duration patience,
        Optional<String> webhookSecret,
        String baseUrl) {
    static final Setting<Integer> PARALLEL =
            Setting.number(
                    "images.queue.parallel",
                    0,
                    0,
                    256,
                    "How many tasks on pictures are in work at once; 0 for as many as there are"
                            + " cores. Large pictures take the place of several.");
    static final Setting<Integer> WAITING =
            Setting.number(
                    "images.queue.waiting",
                    200,
                    1,
                    100_000,
                    "How many tasks on pictures may wait; more are refused for the moment (429).");
    static final Setting<Integer> WAITING_OF_ACCOUNT =
            Setting.number(
                    "images.queue.waiting.account",
                    50,
                    1,
                    100_000,
                    "How many tasks on pictures of one account may wait.");
    static final Setting<Integer> MEGAPIXELS =
            Setting.number(
                    "images.megapixels.output",
                    25,
                    1,
                    100,
                    "How many megapixels a picture that is made may have.");
    static final Setting<Duration> PATIENCE =
            Setting.seconds(
                    "images.seconds", 300, 1, 86_400, "How long the work on one picture may take.");
    static final Setting<String> WEBHOOK_SECRET =
            Setting.secret(
                    "images.webhook.secret",
                    "What webhooks are signed with; one that begins with whsec_ is the Base64 of"
                            + " the key. Without it the home's webhook.secret is, which is made when"
                            + " the first webhook is sent.");
    static final Setting<String> BASE_URL =
            new Setting<>(
                    "images.base.url",
                    "http or https address",
                    "http://localhost:8000",
                    "What the addresses of pictures begin with, as clients see them. Usually this"
                            + " machine, with the first of server.ports.",
                    false,
                    ImageSettings::parseAddress);

    public static final List<Setting<?>> ALL =
            List.of(
                    PARALLEL,
                    WAITING,
                    WAITING_OF_ACCOUNT,
                    MEGAPIXELS,
                    PATIENCE,
                    WEBHOOK_SECRET,
                    BASE_URL);

    public static ImageSettings from(SettingValues values) {
        int parallel = values.get(PARALLEL);
        return new ImageSettings(
                parallel == 0 ? Runtime.getRuntime().availableProcessors() : parallel,
                values.get(WAITING),
                values.get(WAITING_OF_ACCOUNT),
                values.get(MEGAPIXELS),
                values.get(PATIENCE),
                Optional.of(values.get(WEBHOOK_SECRET)).filter(secret -> !secret.isEmpty()),
                values.get(BASE_URL));
    }

    /// The same, with addresses that lead to this port of this machine unless others are set.
    ///
    /// @param port 0 if it is not known yet
    public ImageSettings servedAt(int port) {
        return port == 0 || !baseUrl.equals(BASE_URL.fallback())
                ? this
                : new ImageSettings(
                        parallel,
                        waiting,
                        waitingOfAccount,
                        megapixels,
                        patience,
                        webhookSecret,
                        "http://localhost:" + port);
    }

    private static String parseAddress(String text) {
        try {
            URI address = URI.create(text.strip());
            boolean isWeb =
                    "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (isWeb && address.getHost() != null && address.getUserInfo() == null) {
                return address.toString().replaceFirst("/+$", "");
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the one sentence.
        }
        throw new IllegalArgumentException("an http or https address without a user's name");
    }
}

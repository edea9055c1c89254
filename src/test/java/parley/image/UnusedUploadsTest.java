package parley.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.account.Account;
import parley.image.pixel.Size;
import parley.storage.DatabaseSettings;
import parley.storage.OpenStores;

final class UnusedUploadsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir private Path home;
    private OpenStores stores;
    private KeptImage sent;

    @BeforeEach
    void open() {
        stores = OpenStores.open(DatabaseSettings.EMBEDDED, home, () -> NOON);
        sent =
                new KeptImage(
                        "img_sent",
                        stores.accounts().createAccount(Account.OWNER_NAME, NOON).id(),
                        Optional.empty(),
                        Optional.empty(),
                        KeptImage.UPLOAD,
                        "",
                        new Size(1, 1),
                        "image/png",
                        1,
                        List.of(),
                        NOON);
        stores.images().store(sent, Optional.empty());
        stores.images().ready(sent.id());
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private int sweptAt(Instant now) {
        UploadSettings month = new UploadSettings(Duration.ofDays(30));
        try (UnusedUploads uploads = new UnusedUploads(stores.images(), month, () -> now)) {
            return uploads.sweep();
        }
    }

    @Test
    void whatIsNotUsedGoesWhenItsDaysAreOver() {
        assertThat(sweptAt(NOON.plus(Duration.ofDays(30)))).isZero();
        assertThat(stores.images().findImage(sent.accountId(), sent.id())).isPresent();

        assertThat(sweptAt(NOON.plus(Duration.ofDays(30)).plusSeconds(1))).isEqualTo(1);

        assertThat(stores.images().findImage(sent.accountId(), sent.id())).isEmpty();
    }
}

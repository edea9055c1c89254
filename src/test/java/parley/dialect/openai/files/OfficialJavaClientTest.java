package parley.dialect.openai.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.MultipartField;
import com.openai.core.http.HttpResponse;
import com.openai.errors.NotFoundException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionContentPart;
import com.openai.models.chat.completions.ChatCompletionContentPartText;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.files.FileCreateParams;
import com.openai.models.files.FileListParams;
import com.openai.models.files.FileObject;
import com.openai.models.files.FilePurpose;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import parley.dialect.DialectTest;
import parley.testing.Pdf;

/// OpenAI's own Java client, which checks every answer against the API's description.
final class OfficialJavaClientTest extends DialectTest {
    private static final byte[] PDF =
            Pdf.of(
                    "The cape lies in the north of the island. The lighthouse was built in 1827.",
                    "Its keeper had a garden with apple trees and a parrot called Admiral.");

    private final OpenAIClient openAi =
            OpenAIOkHttpClient.builder()
                    .baseUrl(server.url() + "/v1")
                    .apiKey(server.ownerToken())
                    .responseValidation(true)
                    .maxRetries(0)
                    .build();

    @AfterAll
    void closeClient() {
        openAi.close();
    }

    private FileObject create() {
        return openAi.files()
                .create(
                        FileCreateParams.builder()
                                .purpose(FilePurpose.USER_DATA)
                                .file(
                                        MultipartField.<InputStream>builder()
                                                .value(new ByteArrayInputStream(PDF))
                                                .filename("light.pdf")
                                                .build())
                                .build());
    }

    @Test
    void itUploadsShowsListsDownloadsAndDeletes() throws IOException {
        FileObject file = create();

        assertThat(file.filename()).isEqualTo("light.pdf");
        assertThat(file.bytes()).isEqualTo(PDF.length);
        assertThat(file.purpose()).isEqualTo(FileObject.Purpose.USER_DATA);
        assertThat(openAi.files().retrieve(file.id())).isEqualTo(file);
        assertThat(openAi.files().list(FileListParams.builder().limit(1).build()).autoPager())
                .contains(file);
        try (HttpResponse content = openAi.files().content(file.id());
                InputStream body = content.body()) {
            assertThat(body.readAllBytes()).isEqualTo(PDF);
        }
        assertThat(openAi.files().delete(file.id()).deleted()).isTrue();
        assertThatThrownBy(() -> openAi.files().retrieve(file.id()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void itSendsFilesInMessages() {
        FileObject file = create();

        ChatCompletion completion =
                openAi.chat()
                        .completions()
                        .create(
                                ChatCompletionCreateParams.builder()
                                        .model("builtin/parley")
                                        .addUserMessageOfArrayOfContentParts(
                                                List.of(
                                                        ChatCompletionContentPart.ofFile(
                                                                ChatCompletionContentPart.File
                                                                        .builder()
                                                                        .file(
                                                                                ChatCompletionContentPart
                                                                                        .File
                                                                                        .FileObject
                                                                                        .builder()
                                                                                        .fileId(
                                                                                                file
                                                                                                        .id())
                                                                                        .build())
                                                                        .build()),
                                                        ChatCompletionContentPart.ofText(
                                                                ChatCompletionContentPartText
                                                                        .builder()
                                                                        .text(
                                                                                "When was the lighthouse built?")
                                                                        .build())))
                                        .build());

        assertThat(completion.choices().getFirst().message().content().orElseThrow())
                .contains("1827");
    }
}

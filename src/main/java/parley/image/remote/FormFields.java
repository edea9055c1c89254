package parley.image.remote;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// A form with files, as `multipart/form-data` (RFC 7578). For one thread.
final class FormFields {
    /// Long enough never to stand in a file by chance.
    private static final String BOUNDARY = "parley-4b1f7d0c9e2a48d6a3575c1e8f60b927";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    String mediaType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    FormFields text(String name, String value) {
        return part(
                "name=\"%s\"".formatted(name),
                "text/plain; charset=utf-8",
                value.getBytes(StandardCharsets.UTF_8));
    }

    FormFields text(String name, long value) {
        return text(name, String.valueOf(value));
    }

    FormFields png(String name, byte[] file) {
        return part(
                "name=\"%s\"; filename=\"%s.png\"".formatted(name, name.replaceAll("\\W", "")),
                "image/png",
                file);
    }

    private FormFields part(String disposition, String mediaType, byte[] content) {
        line("--" + BOUNDARY);
        line("Content-Disposition: form-data; " + disposition);
        line("Content-Type: " + mediaType);
        line("");
        body.writeBytes(content);
        line("");
        return this;
    }

    private void line(String text) {
        body.writeBytes((text + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(body.toByteArray());
        whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return whole.toByteArray();
    }
}

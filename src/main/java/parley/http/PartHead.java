package parley.http;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The head of a part of a form.
///
/// @param filename present for a file, maybe empty
record PartHead(String name, Optional<String> filename, Optional<String> contentType) {
    // Possessive: what may repeat for ever must not go back, nor a level deeper each time.
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*([\\w*-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|([^;\\s]*))");

    /// @throws parley.error.AppException (400) if it is not one
    static PartHead read(DelimitedInput input, int longest) throws IOException {
        String disposition = "";
        Optional<String> contentType = Optional.empty();
        int length = 0;
        String line = input.line(longest);
        while (!line.isEmpty()) {
            length += line.length();
            if (length > longest) {
                throw MultipartReader.malformed();
            }
            int colon = line.indexOf(':');
            String header = colon < 0 ? "" : line.substring(0, colon).strip();
            String value = line.substring(colon + 1).strip();
            switch (header.toLowerCase(Locale.ROOT)) {
                case "content-disposition" -> disposition = value;
                case "content-type" -> contentType = Optional.of(value);
                default -> {}
            }
            line = input.line(longest);
        }
        return of(disposition, contentType);
    }

    private static PartHead of(String disposition, Optional<String> contentType) {
        if (!disposition.toLowerCase(Locale.ROOT).startsWith("form-data")) {
            throw MultipartReader.malformed();
        }
        Optional<String> name = Optional.empty();
        Optional<String> filename = Optional.empty();
        Optional<String> extended = Optional.empty();
        Matcher matcher = PARAMETER.matcher(disposition);
        while (matcher.find()) {
            String value = matcher.group(2) == null ? matcher.group(3) : unescape(matcher.group(2));
            switch (matcher.group(1).toLowerCase(Locale.ROOT)) {
                case "name" -> name = Optional.of(value);
                case "filename" -> filename = Optional.of(value);
                case "filename*" -> extended = Optional.of(decode(value));
                default -> {}
            }
        }
        return new PartHead(
                name.orElseThrow(MultipartReader::malformed),
                extended.isPresent() ? extended : filename,
                contentType);
    }

    /// Browsers write quotes and line breaks as `%22`, `%0D` and `%0A`; others put a backslash
    /// before quotes.
    private static String unescape(String quoted) {
        return quoted.replaceAll("\\\\([\"\\\\])", "$1")
                .replace("%22", "\"")
                .replace("%0D", " ")
                .replace("%0A", " ");
    }

    /// RFC 8187: `UTF-8''n%C3%A4me.csv`.
    private static String decode(String extended) {
        String[] pieces = extended.split("'", 3);
        if (pieces.length < 3) {
            return extended;
        }
        // A character for each byte, so that what is no UTF-8 shows.
        Charset bytewise = StandardCharsets.ISO_8859_1;
        String sent = new String(pieces[2].getBytes(StandardCharsets.UTF_8), bytewise);
        try {
            byte[] bytes = URLDecoder.decode(sent.replace("+", "%2B"), bytewise).getBytes(bytewise);
            return FormText.decode("The name of a file in the form", bytes, 0, bytes.length);
        } catch (IllegalArgumentException e) {
            throw MultipartReader.malformed();
        }
    }
}

package parley.net;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.net.DirectHttp.Answer;

/// Reads one answer of HTTP/1.1 (RFC 9112, sections 4 to 7), which may be meant badly.
final class AnswerReader {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-9]\\d\\d)(?: .*)?");
    private static final int LARGEST_HEAD = 64 << 10;
    private static final int OK = 200;

    private final InputStream in;
    private final long most;
    private int headBytes;

    AnswerReader(InputStream in, long most) {
        this.in = new BufferedInputStream(in, 1 << 14);
        this.most = most;
    }

    Answer read() throws IOException {
        int status;
        Map<String, String> headers;
        do {
            status = status();
            headers = headers();
        } while (status < OK);
        return new Answer(status, headers, status == OK ? body(headers) : new byte[0]);
    }

    private int status() throws IOException {
        Matcher status = STATUS.matcher(line());
        if (!status.matches()) {
            throw new ProtocolException("No answer of HTTP/1.1");
        }
        return Integer.parseInt(status.group(1));
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new ProtocolException("A header without a name");
            }
            headers.putIfAbsent(
                    line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            headBytes++;
            if (next < 0) {
                throw new EOFException("The answer ends in its head.");
            }
            if (headBytes > LARGEST_HEAD) {
                throw new ProtocolException("The head of the answer is too large.");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).replaceAll("\r$", "");
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        String encoding = headers.getOrDefault("content-encoding", "identity");
        if (!encoding.equalsIgnoreCase("identity")) {
            throw new ProtocolException("An answer that is packed, though that was not asked for");
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String transfer = headers.getOrDefault("transfer-encoding", "");
        String length = headers.getOrDefault("content-length", "");
        if (transfer.equalsIgnoreCase("chunked")) {
            chunks(body);
        } else if (!transfer.isEmpty()) {
            throw new ProtocolException("A way of sending that is not known");
        } else if (!length.isEmpty()) {
            take(number(length, 10), body);
        } else {
            rest(body);
        }
        return body.toByteArray();
    }

    private void chunks(ByteArrayOutputStream body) throws IOException {
        while (true) {
            // The head's limit is for each line by itself from here on.
            headBytes = 0;
            long length = number(line().replaceAll(";.*", "").strip(), 16);
            if (length == 0) {
                return;
            }
            take(length, body);
            if (!line().isEmpty()) {
                throw new ProtocolException("A chunk that does not end where it should");
            }
        }
    }

    private static long number(String text, int radix) throws ProtocolException {
        try {
            long number = Long.parseLong(text, radix);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new ProtocolException("A length that is no number");
    }

    private void take(long length, ByteArrayOutputStream body) throws IOException {
        if (body.size() + length > most || body.size() + length < 0) {
            throw new LargeAnswerException(most);
        }
        byte[] bytes = new byte[1 << 14];
        long left = length;
        while (left > 0) {
            int count = in.read(bytes, 0, (int) Math.min(left, bytes.length));
            if (count < 0) {
                throw new EOFException("The answer ends before its end.");
            }
            body.write(bytes, 0, count);
            left -= count;
        }
    }

    private void rest(ByteArrayOutputStream body) throws IOException {
        byte[] bytes = new byte[1 << 14];
        for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
            if (body.size() + count > most) {
                throw new LargeAnswerException(most);
            }
            body.write(bytes, 0, count);
        }
    }
}

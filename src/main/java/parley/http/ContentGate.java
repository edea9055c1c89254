package parley.http;

import java.util.List;
import java.util.Locale;
import parley.error.AppException;
import parley.error.ErrorCode;

/// Lets through bodies of the type a route takes. A browser sends JSON to another site only after
/// asking, so this also keeps forged forms out.
final class ContentGate {
    private ContentGate() {}

    /// @throws AppException 415 if the body is of another type, 400 if it is framed in an unknown
    ///   way
    static void check(RequestHead head, BodyType type) {
        switch (type) {
            case FORM_OR_JSON -> check(head, type.of(head));
            case NONE -> {}
            case FILE -> refuseEncoding(head);
            case JSON, LONG_JSON -> checkJson(head, head.hasBody());
            case MULTIPART -> checkMultipart(head);
            case OPTIONAL_JSON -> {
                // Whether a body without a length is empty shows only when it has been read.
                if (head.contentLength() > 0) {
                    checkJson(head, true);
                }
            }
        }
    }

    /// @param hasBody whether a missing type is wrong as well
    static void checkJson(RequestHead head, boolean hasBody) {
        refuseEncoding(head);
        List<String> types = head.all("Content-Type");
        if (types.isEmpty() && !hasBody) {
            return;
        }
        if (types.size() != 1 || !isJson(types.getFirst())) {
            throw new AppException(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "The body must be JSON and say so with Content-Type: application/json; it is %s."
                            .formatted(
                                    types.isEmpty()
                                            ? "of no type"
                                            : "\"" + types.getFirst() + "\""));
        }
    }

    /// Whether the body says that it is a form with files.
    static boolean isForm(RequestHead head) {
        List<String> types = head.all("Content-Type");
        return types.size() == 1
                && types.getFirst()
                        .toLowerCase(Locale.ROOT)
                        .strip()
                        .startsWith("multipart/form-data");
    }

    private static void checkMultipart(RequestHead head) {
        refuseEncoding(head);
        if (!isForm(head)) {
            String type = String.join(", ", head.all("Content-Type"));
            throw new AppException(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "The body must be a form with a file, and say so with Content-Type:"
                            + " multipart/form-data; it is %s."
                                    .formatted(type.isEmpty() ? "of no type" : "\"" + type + "\""));
        }
    }

    private static void refuseEncoding(RequestHead head) {
        for (String encoding : head.all("Content-Encoding")) {
            if (!encoding.strip().equalsIgnoreCase("identity")) {
                throw new AppException(
                        ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                        "The body must be sent as it is; it has the Content-Encoding \"%s\"."
                                .formatted(encoding));
            }
        }
    }

    private static boolean isJson(String contentType) {
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        String type = parts[0].strip();
        if (!type.equals("application/json")
                && !type.matches("[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+\\+json")) {
            return false;
        }
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].replace("\"", "").replace(" ", "").strip();
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                return false;
            }
        }
        return true;
    }
}

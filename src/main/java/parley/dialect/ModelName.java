package parley.dialect;

import java.util.Optional;
import parley.error.AppException;
import parley.http.RequestFields;

/// The field `model` of a request.
public final class ModelName {
    private static final String FIELD = "model";

    private ModelName() {}

    /// @throws AppException (400) if it is missing, or no name
    public static String required(RequestFields fields) {
        return optional(fields).orElseThrow(() -> fields.missing(FIELD));
    }

    /// @throws AppException (400) if it is there, and no name
    public static Optional<String> optional(RequestFields fields) {
        Optional<String> name = fields.optionalText(FIELD);
        if (name.filter(String::isBlank).isPresent()) {
            throw fields.wrong(FIELD, "the name of a model");
        }
        return name;
    }
}

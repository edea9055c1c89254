package parley.dialect;

import parley.error.AppException;

/// The error body of the contracts that say what is wrong in one field.
public record Detail(String detail) {
    public static Detail of(AppException problem) {
        return new Detail(problem.sentence());
    }
}

package parley.llm.builtin.calendar;

import java.time.LocalDate;

/// A date that stands in a text.
///
/// @param yearGuessed whether the text leaves the year out, and it was taken to be the current one
/// @param start where it begins in the text
/// @param end the index behind it
public record WrittenDate(LocalDate date, boolean yearGuessed, int start, int end) {
    /// The date, or the same one a year later if its year was guessed and it is over.
    LocalDate notBefore(LocalDate day) {
        return yearGuessed && date.isBefore(day) ? date.plusYears(1) : date;
    }
}

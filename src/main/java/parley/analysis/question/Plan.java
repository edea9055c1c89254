package parley.analysis.question;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import parley.analysis.sql.Engine;
import parley.analysis.sql.Query;
import parley.analysis.sql.Rows;

/// A question, understood: what is asked of the table, and how its rows are put into words.
/// Immutable; two readings of the same question are the same plan when they are equal.
public interface Plan {
    /// The plan said back: `The mean of "sales" for each "region", where "date" is in 2024.`
    String words();

    /// The one query that brings the rows, with parameters for everything that came from the
    /// question.
    Query query(Engine engine);

    /// How many days (where they are gathered by days, hours) have data in a stretch of the time
    /// that the rows are gathered by, and the first and the last of them; of all rows, whatever is
    /// asked. Empty where they are gathered by no time.
    Optional<Query> days(Engine engine, LocalDate from, LocalDate until);

    /// The first and the last day of the data, as far as the time that is asked for goes, whatever
    /// else is asked. Empty where the rows are gathered by no time.
    Optional<Query> span(Engine engine);

    /// How many other tables it looks into.
    int joins();

    /// One query for each other table: it brings a row only if rows would be doubled by looking
    /// into that table, as a value there occurs twice that should be different in each row.
    List<Query> doublings(Engine engine);

    /// The control chart that is wanted of the rows; empty where none is. The rows then are a time
    /// (or label) and a value each, in order.
    Optional<ChartWish> chart();

    /// The chart that goes with an answer where none was asked for; empty where the rows are no
    /// series over time, or not all of it, such as the best months only.
    Optional<ChartWish> chartBeside();

    /// The rows in a sentence or a few, in Markdown. Every number in it is one of a cell.
    Told tell(Rows rows);

    /// It as text, so that a later question can go on from it. [QuestionPlanner] reads it back.
    String toJson();
}

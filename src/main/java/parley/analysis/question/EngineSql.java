package parley.analysis.question;

import java.util.Locale;
import parley.analysis.sql.Engine;

/// What engines write differently: names in quotes, times in buckets, conversions.
record EngineSql(Engine engine) {
    String quoted(String name) {
        String mark = engine == Engine.MYSQL ? "`" : "\"";
        return mark + name.replace(mark, mark + mark) + mark;
    }

    /// As a floating-point number, as engines divide integers and round decimals differently.
    String real(String expression) {
        String type =
                switch (engine) {
                    case DUCKDB, MYSQL -> "DOUBLE";
                    case POSTGRESQL -> "DOUBLE PRECISION";
                    case SQLITE -> "REAL";
                };
        return "CAST(%s AS %s)".formatted(expression, type);
    }

    /// Whether percentiles interpolated linearly (type 7) are a function of the engine. Far faster
    /// than ranks on large tables.
    boolean hasPercentiles() {
        return engine == Engine.DUCKDB;
    }

    String text(String expression) {
        String type =
                switch (engine) {
                    case DUCKDB, POSTGRESQL -> "VARCHAR";
                    case MYSQL -> "CHAR";
                    case SQLITE -> "TEXT";
                };
        return "CAST(%s AS %s)".formatted(expression, type);
    }

    /// The first day of the bucket that a time is in; for hours the time the hour begins.
    String bucket(Bucket bucket, String time) {
        return switch (engine) {
            case DUCKDB, POSTGRESQL -> truncated(bucket, time);
            case MYSQL -> inMySql(bucket, time);
            case SQLITE -> inSqlite(bucket, time);
        };
    }

    /// The part of a time that comes again, as a number.
    String part(Cycle cycle, String time) {
        return switch (engine) {
            case DUCKDB -> "%s(CAST(%s AS TIMESTAMP))".formatted(duckDbPart(cycle), time);
            case POSTGRESQL ->
                    "CAST(DATE_PART('%s', CAST(%s AS TIMESTAMP)) AS INTEGER)"
                            .formatted(duckDbPart(cycle).toLowerCase(Locale.ROOT), time);
            case MYSQL ->
                    switch (cycle) {
                        case WEEKDAY -> "WEEKDAY(%s) + 1".formatted(time);
                        case HOUR_OF_DAY -> "HOUR(%s)".formatted(time);
                        case MONTH_OF_YEAR -> "MONTH(%s)".formatted(time);
                    };
            case SQLITE ->
                    switch (cycle) {
                        case WEEKDAY ->
                                "(CAST(STRFTIME('%%w', %s) AS INTEGER) + 6) %% 7 + 1"
                                        .formatted(time);
                        case HOUR_OF_DAY -> "CAST(STRFTIME('%%H', %s) AS INTEGER)".formatted(time);
                        case MONTH_OF_YEAR ->
                                "CAST(STRFTIME('%%m', %s) AS INTEGER)".formatted(time);
                    };
        };
    }

    private static String duckDbPart(Cycle cycle) {
        return switch (cycle) {
            case WEEKDAY -> "ISODOW";
            case HOUR_OF_DAY -> "HOUR";
            case MONTH_OF_YEAR -> "MONTH";
        };
    }

    /// The name of a part, out of its number.
    static String nameOf(Cycle cycle, String number) {
        StringBuilder text = new StringBuilder("CASE " + number);
        for (int part = 1; part <= cycle.names(); part++) {
            text.append(" WHEN %d THEN '%s'".formatted(part, cycle.nameOf(part)));
        }
        return text + " END";
    }

    private static String truncated(Bucket bucket, String time) {
        String start = "DATE_TRUNC('%s', CAST(%s AS TIMESTAMP))".formatted(bucket.noun(), time);
        return bucket == Bucket.HOUR ? start : "CAST(%s AS DATE)".formatted(start);
    }

    private static String inMySql(Bucket bucket, String time) {
        String day = "CAST(%s AS DATE)".formatted(time);
        return switch (bucket) {
            case HOUR ->
                    "CAST(DATE_FORMAT(%s, '%%Y-%%m-%%d %%H:00:00') AS DATETIME)".formatted(time);
            case DAY -> day;
            case WEEK -> "SUBDATE(%s, WEEKDAY(%s))".formatted(day, time);
            case MONTH -> "SUBDATE(%s, DAYOFMONTH(%s) - 1)".formatted(day, time);
            case QUARTER ->
                    "STR_TO_DATE(CONCAT(YEAR(%s), '-', QUARTER(%s) * 3 - 2, '-1'), '%%Y-%%m-%%d')"
                            .formatted(time, time);
            case YEAR -> "MAKEDATE(YEAR(%s), 1)".formatted(time);
        };
    }

    private static String inSqlite(Bucket bucket, String time) {
        return switch (bucket) {
            case HOUR -> "STRFTIME('%%Y-%%m-%%d %%H:00:00', %s)".formatted(time);
            case DAY -> "DATE(%s)".formatted(time);
            case WEEK -> "DATE(%s, '-6 days', 'weekday 1')".formatted(time);
            case MONTH -> "STRFTIME('%%Y-%%m-01', %s)".formatted(time);
            case QUARTER ->
                    """
                    CASE WHEN STRFTIME('%%m', %1$s) <= '03' THEN STRFTIME('%%Y-01-01', %1$s) \
                    WHEN STRFTIME('%%m', %1$s) <= '06' THEN STRFTIME('%%Y-04-01', %1$s) \
                    WHEN STRFTIME('%%m', %1$s) <= '09' THEN STRFTIME('%%Y-07-01', %1$s) \
                    ELSE STRFTIME('%%Y-10-01', %1$s) END\
                    """
                            .formatted(time);
            case YEAR -> "STRFTIME('%%Y-01-01', %s)".formatted(time);
        };
    }
}

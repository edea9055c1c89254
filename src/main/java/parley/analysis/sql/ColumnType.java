package parley.analysis.sql;

/// What the cells of a column are, and as which Java class [Rows] holds them.
public enum ColumnType {
    /// `Long`; `BigDecimal` where it does not fit.
    INTEGER,
    /// `Double`, or `BigDecimal` where the engine knows the number exactly.
    DECIMAL,
    /// `String`.
    TEXT,
    /// `Boolean`.
    BOOLEAN,
    /// `LocalDate`.
    DATE,
    /// `LocalDateTime`, or `Instant` where the engine knows the zone.
    TIMESTAMP,
    /// `LocalTime`.
    TIME,
    /// Anything else, as the `String` that the engine shows it with.
    OTHER;

    public boolean isNumeric() {
        return this == INTEGER || this == DECIMAL;
    }

    /// Whether it has a date, so that it can be the time of a series.
    public boolean isTemporal() {
        return this == DATE || this == TIMESTAMP;
    }
}

package parley.bench.load;

/// What was seen of the streams of a load.
///
/// @param events how many events with data came, without the end marks
/// @param dataBytes the length of their data together
/// @param muchTooLate how many events let the reader wait ten times the pace or longer
/// @param mostOpen how many streams were under way at once, first event seen and end not yet
/// @param first from the request to the first event
/// @param slip how much later than the pace each event was
public record StreamFigures(
        long events,
        long dataBytes,
        long muchTooLate,
        int mostOpen,
        Latencies first,
        Latencies slip) {}

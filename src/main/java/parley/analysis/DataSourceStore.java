package parley.analysis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Keeps data sources, what was asked of them, and whose the pictures are. Every change is durable
/// when the method returns. What belongs to another account is not found.
public interface DataSourceStore {
    /// A source that is there at once.
    DataSource create(NewDataSource source, Instant now);

    /// A source whose file is still to be stored; nobody finds it before [#ready].
    ///
    /// @return its id
    long begin(NewDataSource source, Instant now);

    /// Adds the next piece of the file of a source that was begun.
    void addChunk(long sourceId, int number, byte[] bytes);

    /// The source is whole.
    DataSource ready(long accountId, long sourceId);

    /// Deletes what was begun and never got ready, such as by a server that died.
    void dropUnready(Instant before);

    /// Oldest first.
    List<DataSource> list(long accountId);

    Optional<DataSource> find(long accountId, long sourceId);

    /// A piece of a source's file; empty after the last one.
    Optional<byte[]> chunk(long sourceId, int number);

    /// Deletes a source with its file; conversations that use it have none then.
    ///
    /// @return whether there was one
    boolean delete(long accountId, long sourceId);

    /// Those of the ids that have a source, whosever it is, ready or not.
    List<Long> existing(List<Long> sourceIds);

    /// @param problem why it cannot be reached; empty if it can
    void setProblem(long sourceId, Optional<String> problem);

    void record(DataQuery query);

    /// The newest queries of a source, newest first.
    List<DataQuery> queries(long accountId, long sourceId, int limit);

    /// A file name becomes the picture of a message's chart.
    void addChart(String filename, long accountId, long messageId, Instant now);

    /// Those of the names that are pictures of a chart, whosever it is.
    List<String> existingCharts(List<String> filenames);

    /// The message whose chart a file shows.
    OptionalLong messageOfChart(long accountId, String filename);
}

package parley.export;

import java.util.Optional;
import parley.analysis.DataSource;
import parley.analysis.DataSources;

/// Data sources, wherever they come from.
public final class SourceOrigins {
    public static final String KIND = "data_source";

    private SourceOrigins() {}

    /// Where a source comes from.
    public static String of(OriginStore origins, DataSource source) {
        return origins.origin(source.accountId(), KIND, String.valueOf(source.id()))
                .orElseGet(() -> new Origins.Own(source.id(), source.createdAt()).name());
    }

    /// The source of this account that comes from there.
    public static Optional<DataSource> find(
            OriginStore origins, DataSources sources, long accountId, String origin) {
        Optional<DataSource> own =
                Origins.own(origin)
                        .flatMap(made ->
                                sources.find(accountId, made.id())
                                        .filter(source ->
                                                source.createdAt().equals(made.createdAt())));
        return own.or(() ->
                origins.find(accountId, KIND, origin)
                        .flatMap(id -> sources.find(accountId, Long.parseLong(id))));
    }
}

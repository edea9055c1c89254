package parley.analysis.sql;

import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.error.AppException;

/// A query or a connection that failed. The user gets the kind and an id, the log the driver's
/// words under the same id.
final class QueryFailure extends Exception {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(QueryFailure.class);

    private final Fault fault;
    private final String sentence;

    private QueryFailure(Fault fault, String sentence) {
        super(sentence);
        this.fault = fault;
        this.sentence = sentence;
    }

    static QueryFailure of(Fault fault) {
        return new QueryFailure(fault, fault.words() + ".");
    }

    /// @param sql what was run; empty while connecting
    static QueryFailure of(ReadOnlyEngine engine, SQLException failure, String sql) {
        String id = "E-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        Diagnosis diagnosis = engine.diagnose(failure);
        LOG.warn("{} {} {}", id, engine.engine(), withoutSecrets(failure, engine.secrets()));
        // Only what the client wrote itself goes back to it.
        String about =
                diagnosis
                        .about()
                        .filter(word -> !word.isBlank() && sql.contains(word))
                        .map(word -> ": “" + Refusal.shown(word) + "”")
                        .orElse("");
        return new QueryFailure(
                diagnosis.fault(), "%s%s (%s).".formatted(diagnosis.fault().words(), about, id));
    }

    Fault fault() {
        return fault;
    }

    String sentence() {
        return sentence;
    }

    AppException toAppException() {
        return new AppException(fault.code(), sentence);
    }

    private static String withoutSecrets(SQLException failure, List<String> secrets) {
        String text =
                "%s %d %s"
                        .formatted(
                                failure.getSQLState(),
                                failure.getErrorCode(),
                                failure.getMessage());
        for (String secret : secrets) {
            if (!secret.isEmpty()) {
                text = text.replace(secret, "***");
            }
        }
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}

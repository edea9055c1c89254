package parley.analysis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import parley.analysis.sql.Query;
import parley.analysis.sql.Rows;
import parley.analysis.xmr.LimitsQuery;
import parley.analysis.xmr.Phase;
import parley.analysis.xmr.Verification;
import parley.analysis.xmr.XmrChart;
import parley.error.AppException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Works the limits of a chart out once more where its data is, and compares.
final class LimitsProof {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String TOO_MUCH =
            "The chart holds too many stretches of time without rows for the database to work it out.";

    private LimitsProof() {}

    /// What came of it: `agrees`, and either the figures and queries, or the reason why it cannot
    /// be done.
    static ObjectNode of(Charted charted, Query series, OpenSource source, OptionalLong message)
            throws InterruptedException {
        ObjectNode proof = JSON.createObjectNode();
        Optional<String> obstacle = LimitsQuery.obstacle(charted.chart());
        if (obstacle.isPresent()) {
            return without(proof, obstacle.get());
        }
        try {
            Optional<String> points = points(charted.chart(), series, source);
            if (points.isEmpty()) {
                return without(proof, TOO_MUCH);
            }
            boolean agrees = true;
            ArrayNode phases = proof.putArray("phases");
            for (Phase phase : charted.chart().phases()) {
                agrees &=
                        prove(
                                charted.chart(),
                                phase,
                                new Query(
                                        LimitsQuery.sql(charted.chart(), phase, points.get()),
                                        series.parameters()),
                                source,
                                message,
                                phases.addObject());
            }
            proof.put("agrees", agrees);
            return proof;
        } catch (AppException e) {
            return without(JSON.createObjectNode(), e.sentence());
        }
    }

    private static ObjectNode without(ObjectNode proof, String reason) {
        proof.putNull("agrees");
        proof.put("reason", reason);
        return proof;
    }

    private static Optional<String> points(XmrChart chart, Query series, OpenSource source)
            throws InterruptedException {
        Rows rows = source.look(series);
        String named =
                "SELECT %s AS x, %s AS y FROM (%s) AS charted"
                        .formatted(
                                Names.quoted(rows.columns().get(0).name(), source.engine()),
                                Names.quoted(rows.columns().get(1).name(), source.engine()),
                                series.sql());
        return ProofSeries.of(chart, ChartPoints.of(rows), named);
    }

    private static boolean prove(
            XmrChart chart,
            Phase phase,
            Query query,
            OpenSource source,
            OptionalLong message,
            ObjectNode into)
            throws InterruptedException {
        Asked asked = source.ask(query, message);
        Verification verification =
                Verification.compare(chart, phase, found(asked.rows().cells().getFirst()));
        into.put("sqlQuery", asked.sql());
        into.put("agrees", verification.verified());
        into.put("sentence", verification.sentence());
        into.set("figures", JSON.valueToTree(verification.figures()));
        return verification.verified();
    }

    private static Verification.Recomputed found(List<@Nullable Object> row) {
        return new Verification.Recomputed(
                number(row.get(0)),
                number(row.get(1)),
                number(row.get(2)),
                number(row.get(3)),
                number(row.get(4)),
                (long) number(row.get(5)),
                (long) number(row.get(6)));
    }

    private static double number(@Nullable Object cell) {
        return cell instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}

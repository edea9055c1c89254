package parley.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import parley.error.AppException;
import parley.error.ErrorCode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Findings as JSON, to be compared with those of another day.
final class JsonReport {
    private final ObjectNode root = JsonMapper.shared().createObjectNode();
    private final ArrayNode benchmarks;

    JsonReport(Scale scale, Machine machine) {
        root.put("scale", scale.name().toLowerCase(Locale.ROOT));
        root.putObject("machine")
                .put("processor", machine.processor())
                .put("cores", machine.cores())
                .put("memory_bytes", machine.memoryBytes())
                .put("java", machine.java())
                .put("system", machine.system())
                .put("file_system", machine.fileSystem())
                .put("load", machine.load());
        benchmarks = root.putArray("benchmarks");
    }

    void add(Benchmark benchmark, Findings findings) {
        ObjectNode node = benchmarks.addObject();
        node.put("name", benchmark.name()).put("question", benchmark.question());
        ArrayNode rows = node.putArray("rows");
        for (Findings.Group group : findings.groups()) {
            group.rows().forEach(row -> add(rows.addObject().put("group", group.name()), row));
        }
        ArrayNode notes = node.putArray("notes");
        findings.notes().forEach(notes::add);
    }

    private static void add(ObjectNode node, Row row) {
        node.put("what", row.what()).put("unit", row.unit());
        add(node, row.figure());
        row.baseline()
                .ifPresent(baseline -> {
                    ObjectNode beside = node.putObject("baseline").put("what", baseline.what());
                    add(beside, baseline.figure());
                });
        row.aim()
                .ifPresent(aim -> {
                    String direction =
                            switch (aim.direction()) {
                                case AT_MOST -> "at_most";
                                case AT_LEAST -> "at_least";
                            };
                    node.putObject("aim")
                            .put(direction, aim.bound())
                            .put("met", aim.isMet(row.figure().median()));
                });
    }

    private static void add(ObjectNode node, Samples samples) {
        node.put("median", samples.median());
        ArrayNode rounds = node.putArray("rounds");
        samples.rounds().forEach(rounds::add);
    }

    void write(Path file) {
        String json = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root);
        try {
            Files.writeString(file, json + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AppException(
                    ErrorCode.UNAVAILABLE,
                    "The figures cannot be written to %s.".formatted(file),
                    e);
        }
    }
}

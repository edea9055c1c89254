package parley.bench;

/// How fast documents are read and searched.
final class DocumentsBenchmark implements Benchmark {
    @Override
    public String name() {
        return "documents";
    }

    @Override
    public String question() {
        return "How fast the text of documents is read, indexed and searched";
    }

    @Override
    public Findings run(Workbench bench) throws InterruptedException {
        Findings findings = new Findings();
        ExtractionSpeed.measure(bench, findings);
        DocumentSearchSpeed.measure(bench, findings);
        return findings;
    }
}

package parley.llm.local.download;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The package of a registry that holds llama.cpp for a kind of machine: built by the
/// node-llama-cpp project, under the MIT licence.
///
/// @param name within the scope `@node-llama-cpp`
/// @param checksum of exactly this package; another one is not accepted
record LlamaPackage(String name, Checksum checksum) {
    /// The release that holds llama.cpp [parley.llm.local.llama.Llama#VERSION].
    static final String RELEASE = "3.22.1";

    private static final Map<String, LlamaPackage> KNOWN =
            Map.of(
                    "linux-amd64",
                    new LlamaPackage(
                            "linux-x64",
                            Checksum.integrity(
                                    "sha512-5uCCDNqWCNfaAm8aR/Uzxbo4HBpKgNF91kCHPepKhgMgV2OAmatoefbOlMihsqCiH2Od35E/eUHQCFbfRBJuOg==")),
                    "linux-aarch64",
                    new LlamaPackage(
                            "linux-arm64",
                            Checksum.integrity(
                                    "sha512-W+7naKCXX9/eEjjFmRS8vvx91QyLXDbeFxexZc3bh/PtQABZgmRL3C0AtYYXn4YGTj/3Qor4lWZn2tpjZFPLdQ==")));

    /// That for this machine.
    static Optional<LlamaPackage> here() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return Optional.ofNullable(KNOWN.get(system + "-" + processor));
    }

    /// Where a registry keeps it.
    String path() {
        return "/@node-llama-cpp/%1$s/-/%1$s-%2$s.tgz".formatted(name, RELEASE);
    }

    /// Where the libraries lie in it.
    String folder() {
        return "package/bins/%s/".formatted(name);
    }
}

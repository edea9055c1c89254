package parley.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.error.AppException;
import parley.image.ImageFeature;
import parley.image.ImageWish.FileForm;
import parley.image.InputRole;
import parley.image.Workshop;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What the commands that make pictures have in common: where pictures come from and go to, and who
/// makes them. A folder as input means every picture in it.
abstract class PictureRun extends HomeCommand {
    private static final String ENDINGS = "(?i).*\\.(png|jpe?g|webp|gif|bmp)";

    private final ImageFeature feature;
    private final List<PictureOption> own;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where the picture goes: .png, .jpg or .webp; a folder for several.")
    private @Nullable Path output;

    @Option(names = "--seed", paramLabel = "N", description = "The same seed, the same picture.")
    private @Nullable Long seed;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            description = "Who makes it: builtin, onnx, or a service that is set up.")
    private @Nullable String engine;

    @Option(names = "--model", paramLabel = "NAME", description = "Which of the engine's models.")
    private @Nullable String model;

    @Option(names = "--json", description = "Prints what was done as JSON.")
    private boolean json;

    /// @param own the options of this command, beside those of all
    PictureRun(CommandContext context, ImageFeature feature, List<PictureOption> own) {
        super(context);
        this.feature = feature;
        this.own = List.copyOf(own);
    }

    List<PictureOption> own() {
        return own;
    }

    /// What is wished for, with the names of requests.
    ObjectNode wish() {
        ObjectNode wish = object();
        for (PictureOption option : own) {
            if (option instanceof PictureOption.Wish member) {
                member.addTo(wish);
            }
        }
        return wish;
    }

    /// The picture or folder that is worked on; null where none is needed.
    abstract @Nullable Path input();

    /// The other pictures that are needed.
    private Map<InputRole, Path> others() {
        Map<InputRole, Path> others = new EnumMap<>(InputRole.class);
        for (PictureOption option : own) {
            if (option instanceof PictureOption.Picture picture) {
                picture.addTo(others);
            }
        }
        return others;
    }

    /// The name of the file where none is asked for.
    private String usualName() {
        return feature.pathName();
    }

    private static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }

    @Override
    public Integer call() throws InterruptedException {
        Workshop workshop = context.application().workshop(options.start(context));
        Path from = input();
        List<Path> pictures = from == null ? List.of() : pictures(from);
        PictureBar bar = new PictureBar(context.console(), Math.max(1, pictures.size()));
        if (from == null) {
            make(workshop, Optional.empty(), bar);
        }
        int failed = 0;
        for (Path picture : pictures) {
            failed += one(workshop, picture, pictures.size() > 1, bar) ? 0 : 1;
        }
        bar.end();
        return failed == 0 ? 0 : 1;
    }

    /// One of several that fails does not end the others.
    private boolean one(Workshop workshop, Path picture, boolean oneOfSeveral, PictureBar bar)
            throws InterruptedException {
        try {
            make(workshop, Optional.of(picture), bar);
            return true;
        } catch (AppException e) {
            if (!oneOfSeveral) {
                throw e;
            }
            bar.end();
            context.console().note("%s: %s".formatted(picture.getFileName(), e.sentence()));
            return false;
        }
    }

    private void make(Workshop workshop, Optional<Path> picture, PictureBar bar)
            throws InterruptedException {
        Map<InputRole, byte[]> files = new EnumMap<>(InputRole.class);
        picture.ifPresent(path -> files.put(InputRole.IMAGE, read(path)));
        others().forEach((role, path) -> files.put(role, read(path)));
        bar.begin(picture.map(path -> String.valueOf(path.getFileName())).orElse(usualName()));
        Workshop.Made made =
                workshop.perform(
                        feature,
                        JsonMapper.shared().readTree(wish().toString()),
                        files,
                        Optional.ofNullable(engine),
                        Optional.ofNullable(model),
                        seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
                        bar::at);
        List<Path> written = new ArrayList<>();
        int count = made.outcome().pictures().size();
        for (int i = 0; i < count; i++) {
            Path target = target(picture, count == 1 ? "" : "-" + (i + 1));
            write(target, workshop.write(made.outcome().pictures().get(i), form(target)));
            written.add(target);
        }
        bar.end();
        tell(made, written);
    }

    private void tell(Workshop.Made made, List<Path> written) {
        Console console = context.console();
        if (json) {
            ObjectNode told = object();
            told.put("feature", feature.intent()).put("engine", made.engine());
            told.put("seed", made.seed()).put("confidence", made.outcome().confidence());
            made.outcome().refinedPrompt().ifPresent(text -> told.put("refined_prompt", text));
            told.set("metrics", made.outcome().metrics());
            written.forEach(path -> told.withArray("files").add(path.toString()));
            Stream.concat(made.warnings().stream(), made.outcome().warnings().stream())
                    .forEach(told.withArray("warnings")::add);
            console.say(told.toString());
            return;
        }
        written.forEach(path -> console.say(path.toString()));
        Stream.concat(made.warnings().stream(), made.outcome().warnings().stream())
                .forEach(console::note);
    }

    private static List<Path> pictures(Path from) {
        if (!Files.isDirectory(from)) {
            if (!Files.isRegularFile(from)) {
                throw new CommandFailure("There is no file " + from + ".");
            }
            return List.of(from);
        }
        try (Stream<Path> files = Files.list(from)) {
            List<Path> pictures =
                    files.filter(Files::isRegularFile)
                            .filter(file -> file.toString().matches(ENDINGS))
                            .sorted()
                            .toList();
            if (pictures.isEmpty()) {
                throw new CommandFailure("There are no pictures in " + from + ".");
            }
            return pictures;
        } catch (IOException e) {
            throw new CommandFailure("The folder " + from + " cannot be read.", e);
        }
    }

    /// Where a picture goes: the file that was named; in the folder that was named; or beside the
    /// picture it was made of.
    private Path target(Optional<Path> picture, String number) {
        Path folderOrFile = output;
        boolean several = picture.isPresent() && Files.isDirectory(inputOf(picture.get()));
        String name =
                picture.map(path -> stem(path) + "-" + feature.pathName()).orElse(usualName());
        if (folderOrFile == null) {
            Path beside =
                    picture.map(path -> path.toAbsolutePath().getParent()).orElse(Path.of("."));
            return beside.resolve(name + number + ".png");
        }
        if (several || Files.isDirectory(folderOrFile)) {
            return folderOrFile.resolve(name + number + ".png");
        }
        if (number.isEmpty()) {
            return folderOrFile;
        }
        String file = String.valueOf(folderOrFile.getFileName());
        int dot = file.lastIndexOf('.');
        return folderOrFile.resolveSibling(
                dot < 0 ? file + number : file.substring(0, dot) + number + file.substring(dot));
    }

    private Path inputOf(Path picture) {
        Path from = input();
        return from == null ? picture : from;
    }

    private static String stem(Path picture) {
        String name = String.valueOf(picture.getFileName());
        int dot = name.lastIndexOf('.');
        return dot < 1 ? name : name.substring(0, dot);
    }

    private static FileForm form(Path target) {
        String name = target.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".png")) {
            return FileForm.PNG;
        }
        if (name.endsWith(".jpg") || name.endsWith(".jpeg")) {
            return FileForm.JPEG;
        }
        if (name.endsWith(".webp")) {
            return FileForm.WEBP;
        }
        throw new CommandFailure(
                "A picture can be a .png, .jpg or .webp file; " + target + " is none of these.");
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CommandFailure("The file " + file + " cannot be read.", e);
        }
    }

    private static void write(Path target, byte[] file) {
        try {
            Path folder = target.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.write(target, file);
        } catch (IOException e) {
            throw new CommandFailure("The file " + target + " cannot be written.", e);
        }
    }
}

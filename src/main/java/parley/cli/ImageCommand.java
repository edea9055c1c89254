package parley.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.image.ImageFeature;
import parley.image.InputRole;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// `parley image`: makes and changes pictures, without a server.
@Command(
        name = "image",
        synopsisSubcommandLabel = "COMMAND",
        description = "Makes and changes pictures.",
        footer = {
            "",
            "Examples:",
            "  parley image generate \"a lighthouse at dusk\" -o lighthouse.png",
            "  parley image upscale in.jpg -o out.png --scale 4",
            "  parley image remove-background photos/ -o cut/"
        })
final class ImageCommand {
    static CommandLine commandLine(CommandContext context) {
        return new CommandLine(new ImageCommand())
                .addSubcommand(new Generate(context))
                .addSubcommand(new Upscale(context))
                .addSubcommand(new RemoveBackground(context))
                .addSubcommand(new Relight(context))
                .addSubcommand(new StyleTransfer(context))
                .addSubcommand(new Reimagine(context))
                .addSubcommand(new Expand(context));
    }

    /// A command that changes a picture, or those in a folder.
    private abstract static class Change extends PictureRun {
        @Parameters(
                index = "0",
                paramLabel = "IMAGE",
                description = "A picture, or a folder of them.")
        private @Nullable Path image;

        Change(CommandContext context, ImageFeature feature) {
            super(context, feature);
        }

        @Override
        @Nullable Path input() {
            return image;
        }
    }

    @Command(
            name = "generate",
            description = "Makes a picture from words.",
            footer = {
                "",
                "Example:",
                "  parley image generate \"a red boat on a lake\" --ratio 16:9"
            })
    private static final class Generate extends PictureRun {
        @Parameters(paramLabel = "PROMPT", arity = "1..*", description = "What is to be seen.")
        private List<String> prompt = List.of();

        @Option(names = "--ratio", paramLabel = "W:H", description = "Its shape; usually 1:1.")
        private @Nullable String ratio;

        @Option(names = "--resolution", paramLabel = "K", description = "1k, 2k or 4k.")
        private @Nullable String resolution;

        @Option(
                names = "--style",
                paramLabel = "STYLE",
                description = "A style: watercolor, poster, …")
        private @Nullable String style;

        @Option(names = "--without", paramLabel = "WORDS", description = "What is not to be seen.")
        private @Nullable String without;

        @Option(names = "-n", paramLabel = "N", description = "How many: 1 to 4.")
        private @Nullable Integer count;

        Generate(CommandContext context) {
            super(context, ImageFeature.IMAGE_GENERATION);
        }

        @Override
        @Nullable Path input() {
            return null;
        }

        @Override
        ObjectNode wish() {
            ObjectNode wish = object();
            put(wish, "prompt", String.join(" ", prompt));
            put(wish, "aspect_ratio", ratio);
            put(wish, "resolution", resolution);
            put(wish, "style", style);
            put(wish, "negative_prompt", without);
            put(wish, "num_images", count);
            return wish;
        }
    }

    @Command(
            name = "upscale",
            description = "Makes a picture larger.",
            footer = {"", "Example:", "  parley image upscale in.jpg -o out.png --scale 4"})
    private static final class Upscale extends Change {
        @Option(names = "--scale", paramLabel = "N", description = "2, 4, 8 or 16; usually 2.")
        private @Nullable String scale;

        @Option(names = "--sharpen", paramLabel = "0-100", description = "How much sharper.")
        private @Nullable Integer sharpen;

        @Option(
                names = "--creativity",
                paramLabel = "0-100",
                description = "How much may be made up.")
        private @Nullable Integer creativity;

        @Option(
                names = "--for",
                paramLabel = "KIND",
                description = "The kind of picture: standard, soft_portraits, …")
        private @Nullable String kind;

        Upscale(CommandContext context) {
            super(context, ImageFeature.UPSCALE);
        }

        @Override
        ObjectNode wish() {
            ObjectNode wish = object();
            put(wish, "scale_factor", scale);
            put(wish, "sharpen", sharpen);
            put(wish, "creativity", creativity);
            put(wish, "optimized_for", kind);
            return wish;
        }
    }

    @Command(
            name = "remove-background",
            description = "Cuts out what a picture shows.",
            footer = {"", "Example:", "  parley image remove-background cat.jpg -o cat.png"})
    private static final class RemoveBackground extends Change {
        @Option(
                names = "--background",
                paramLabel = "WHAT",
                description = "transparent, blur, a colour, or #rrggbb.")
        private @Nullable String background;

        @Option(
                names = "--behind",
                paramLabel = "IMAGE",
                description = "A picture to put behind it.")
        private @Nullable Path behind;

        RemoveBackground(CommandContext context) {
            super(context, ImageFeature.REMOVE_BACKGROUND);
        }

        @Override
        ObjectNode wish() {
            ObjectNode wish = object();
            put(wish, "background", background);
            return wish;
        }

        @Override
        Map<InputRole, Path> others() {
            return behind == null ? Map.of() : Map.of(InputRole.BACKGROUND, behind);
        }
    }

    @Command(
            name = "relight",
            description = "Changes the light.",
            footer = {
                "",
                "Example:",
                "  parley image relight in.jpg --prompt \"golden hour from the left\""
            })
    private static final class Relight extends Change {
        @Option(
                names = "--prompt",
                paramLabel = "WORDS",
                description = "The light: golden hour from the left.")
        private @Nullable String prompt;

        @Option(
                names = "--style",
                paramLabel = "STYLE",
                description =
                        "standard, darker_but_realistic, clean, smooth, brighter, contrasted_n_hdr.")
        private @Nullable String style;

        @Option(names = "--strength", paramLabel = "0-100", description = "How much; usually 100.")
        private @Nullable Integer strength;

        @Option(
                names = "--reference",
                paramLabel = "IMAGE",
                description = "A picture whose light it is to have.")
        private @Nullable Path reference;

        Relight(CommandContext context) {
            super(context, ImageFeature.RELIGHT);
        }

        @Override
        ObjectNode wish() {
            ObjectNode wish = object();
            put(wish, "prompt", prompt);
            put(wish, "style", style);
            put(wish, "strength", strength);
            return wish;
        }

        @Override
        Map<InputRole, Path> others() {
            return reference == null ? Map.of() : Map.of(InputRole.REFERENCE, reference);
        }
    }

    @Command(
            name = "style-transfer",
            description = "Gives a picture the style of another, or paints it.",
            footer = {"", "Example:", "  parley image style-transfer in.jpg --paint watercolour"})
    private static final class StyleTransfer extends Change {
        @Option(
                names = "--reference",
                paramLabel = "IMAGE",
                description = "The picture whose style it is to have.")
        private @Nullable Path reference;

        @Option(
                names = "--paint",
                paramLabel = "STYLE",
                description = "A way of painting: oil, watercolour, pencil, mosaic, …")
        private @Nullable String paint;

        @Option(
                names = "--strength",
                paramLabel = "0-100",
                description = "How much of the style; usually 100.")
        private @Nullable Integer strength;

        @Option(
                names = "--structure",
                paramLabel = "0-100",
                description = "How much of its structure stays; usually 50.")
        private @Nullable Integer structure;

        @Option(
                names = "--flavor",
                paramLabel = "NAME",
                description = "faithful, gen_z, psychedelia, detaily, clear.")
        private @Nullable String flavor;

        StyleTransfer(CommandContext context) {
            super(context, ImageFeature.STYLE_TRANSFER);
        }

        @Override
        ObjectNode wish() {
            ObjectNode wish = object();
            put(wish, "engine_style", paint);
            put(wish, "style_strength", strength);
            put(wish, "structure_strength", structure);
            put(wish, "flavor", flavor);
            return wish;
        }

        @Override
        Map<InputRole, Path> others() {
            return reference == null ? Map.of() : Map.of(InputRole.REFERENCE, reference);
        }
    }

    @Command(
            name = "reimagine",
            description = "Makes other pictures like one.",
            footer = {"", "Example:", "  parley image reimagine in.jpg --imagination wild -n 3"})
    private static final class Reimagine extends Change {
        @Option(names = "--prompt", paramLabel = "WORDS", description = "Where to go with it.")
        private @Nullable String prompt;

        @Option(names = "--imagination", paramLabel = "HOW", description = "subtle, vivid or wild.")
        private @Nullable String imagination;

        @Option(names = "--ratio", paramLabel = "W:H", description = "Another shape.")
        private @Nullable String ratio;

        @Option(names = "-n", paramLabel = "N", description = "How many: 1 to 4.")
        private @Nullable Integer count;

        Reimagine(CommandContext context) {
            super(context, ImageFeature.REIMAGINE);
        }

        @Override
        ObjectNode wish() {
            ObjectNode wish = object();
            put(wish, "prompt", prompt);
            put(wish, "imagination", imagination);
            put(wish, "aspect_ratio", ratio);
            put(wish, "num_images", count);
            return wish;
        }
    }

    @Command(
            name = "expand",
            description = "Continues a picture beyond its edges.",
            footer = {"", "Example:", "  parley image expand in.jpg --ratio 16:9"})
    private static final class Expand extends Change {
        @Option(names = "--left", paramLabel = "PIXELS", description = "How far to the left.")
        private @Nullable Integer left;

        @Option(names = "--right", paramLabel = "PIXELS", description = "How far to the right.")
        private @Nullable Integer right;

        @Option(names = "--top", paramLabel = "PIXELS", description = "How far above.")
        private @Nullable Integer top;

        @Option(names = "--bottom", paramLabel = "PIXELS", description = "How far below.")
        private @Nullable Integer bottom;

        @Option(names = "--ratio", paramLabel = "W:H", description = "The shape it is to grow to.")
        private @Nullable String ratio;

        Expand(CommandContext context) {
            super(context, ImageFeature.IMAGE_EXPAND);
        }

        @Override
        ObjectNode wish() {
            ObjectNode wish = object();
            put(wish, "left", left);
            put(wish, "right", right);
            put(wish, "top", top);
            put(wish, "bottom", bottom);
            put(wish, "aspect_ratio", ratio);
            return wish;
        }
    }
}

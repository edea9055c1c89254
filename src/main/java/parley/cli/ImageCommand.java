package parley.cli;

import static parley.cli.PictureOption.number;
import static parley.cli.PictureOption.picture;
import static parley.cli.PictureOption.text;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.image.ImageFeature;
import parley.image.InputRole;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
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
    private static final String PIXELS = "PIXELS";
    private static final String PERCENT = "0-100";

    static CommandLine commandLine(CommandContext context) {
        CommandLine command = new CommandLine(new ImageCommand());
        Stream.of(
                        generate(context),
                        upscale(context),
                        removeBackground(context),
                        relight(context),
                        styleTransfer(context),
                        reimagine(context),
                        expand(context))
                .forEach(feature -> command.addSubcommand(feature.name(), feature));
        return command;
    }

    private static CommandSpec generate(CommandContext context) {
        return spec(
                new Generate(
                        context,
                        List.of(
                                text("--ratio", "W:H", "aspect_ratio", "Its shape; usually 1:1."),
                                text("--resolution", "K", "resolution", "1k, 2k or 4k."),
                                text("--style", "STYLE", "style", "A style: watercolor, poster, …"),
                                text(
                                        "--without",
                                        "WORDS",
                                        "negative_prompt",
                                        "What is not to be seen."),
                                count())),
                "generate",
                "Makes a picture from words.",
                "\"a red boat on a lake\" --ratio 16:9");
    }

    private static CommandSpec upscale(CommandContext context) {
        return change(
                context,
                ImageFeature.UPSCALE,
                "upscale",
                "Makes a picture larger.",
                "in.jpg -o out.png --scale 4",
                text("--scale", "N", "scale_factor", "2, 4, 8 or 16; usually 2."),
                number("--sharpen", PERCENT, "sharpen", "How much sharper."),
                number("--creativity", PERCENT, "creativity", "How much may be made up."),
                text(
                        "--for",
                        "KIND",
                        "optimized_for",
                        "The kind of picture: standard, soft_portraits, …"));
    }

    private static CommandSpec removeBackground(CommandContext context) {
        return change(
                context,
                ImageFeature.REMOVE_BACKGROUND,
                "remove-background",
                "Cuts out what a picture shows.",
                "cat.jpg -o cat.png",
                text(
                        "--background",
                        "WHAT",
                        "background",
                        "transparent, blur, a colour, or #rrggbb."),
                picture("--behind", InputRole.BACKGROUND, "A picture to put behind it."));
    }

    private static CommandSpec relight(CommandContext context) {
        return change(
                context,
                ImageFeature.RELIGHT,
                "relight",
                "Changes the light.",
                "in.jpg --prompt \"golden hour from the left\"",
                text("--prompt", "WORDS", "prompt", "The light: golden hour from the left."),
                text(
                        "--style",
                        "STYLE",
                        "style",
                        "standard, darker_but_realistic, clean, smooth, brighter,"
                                + " contrasted_n_hdr."),
                number("--strength", PERCENT, "strength", "How much; usually 100."),
                picture(
                        "--reference",
                        InputRole.REFERENCE,
                        "A picture whose light it is to have."));
    }

    private static CommandSpec styleTransfer(CommandContext context) {
        return change(
                context,
                ImageFeature.STYLE_TRANSFER,
                "style-transfer",
                "Gives a picture the style of another, or paints it.",
                "in.jpg --paint watercolour",
                picture(
                        "--reference",
                        InputRole.REFERENCE,
                        "The picture whose style it is to have."),
                text(
                        "--paint",
                        "STYLE",
                        "engine_style",
                        "A way of painting: oil, watercolour, pencil, mosaic, …"),
                number(
                        "--strength",
                        PERCENT,
                        "style_strength",
                        "How much of the style; usually 100."),
                number(
                        "--structure",
                        PERCENT,
                        "structure_strength",
                        "How much of its structure stays; usually 50."),
                text(
                        "--flavor",
                        "NAME",
                        "flavor",
                        "faithful, gen_z, psychedelia, detaily, clear."));
    }

    private static CommandSpec reimagine(CommandContext context) {
        return change(
                context,
                ImageFeature.REIMAGINE,
                "reimagine",
                "Makes other pictures like one.",
                "in.jpg --imagination wild -n 3",
                text("--prompt", "WORDS", "prompt", "Where to go with it."),
                text("--imagination", "HOW", "imagination", "subtle, vivid or wild."),
                text("--ratio", "W:H", "aspect_ratio", "Another shape."),
                count());
    }

    private static CommandSpec expand(CommandContext context) {
        return change(
                context,
                ImageFeature.IMAGE_EXPAND,
                "expand",
                "Continues a picture beyond its edges.",
                "in.jpg --ratio 16:9",
                number("--left", PIXELS, "left", "How far to the left."),
                number("--right", PIXELS, "right", "How far to the right."),
                number("--top", PIXELS, "top", "How far above."),
                number("--bottom", PIXELS, "bottom", "How far below."),
                text("--ratio", "W:H", "aspect_ratio", "The shape it is to grow to."));
    }

    private static PictureOption count() {
        return number("-n", "N", "num_images", "How many: 1 to 4.");
    }

    private static CommandSpec change(
            CommandContext context,
            ImageFeature feature,
            String name,
            String description,
            String example,
            PictureOption... options) {
        return spec(new Change(context, feature, List.of(options)), name, description, example);
    }

    /// @param example what may stand behind its name
    private static CommandSpec spec(
            PictureRun run, String name, String description, String example) {
        CommandSpec spec = CommandSpec.forAnnotatedObject(run).name(name);
        run.own().forEach(option -> spec.addOption(option.spec()));
        spec.usageMessage()
                .description(description)
                .footer("", "Example:", "  parley image " + name + " " + example);
        return spec;
    }

    /// A command that changes a picture, or those in a folder.
    private static final class Change extends PictureRun {
        @Parameters(
                index = "0",
                paramLabel = "IMAGE",
                description = "A picture, or a folder of them.")
        private @Nullable Path image;

        Change(CommandContext context, ImageFeature feature, List<PictureOption> options) {
            super(context, feature, options);
        }

        @Override
        @Nullable Path input() {
            return image;
        }
    }

    private static final class Generate extends PictureRun {
        @Parameters(paramLabel = "PROMPT", arity = "1..*", description = "What is to be seen.")
        private List<String> prompt = List.of();

        Generate(CommandContext context, List<PictureOption> options) {
            super(context, ImageFeature.IMAGE_GENERATION, options);
        }

        @Override
        @Nullable Path input() {
            return null;
        }

        @Override
        ObjectNode wish() {
            return super.wish().put("prompt", String.join(" ", prompt));
        }
    }
}

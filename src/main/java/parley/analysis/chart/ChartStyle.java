package parley.analysis.chart;

/// How a chart looks as a file. It is 12 × 8 inches; at 300 dots per inch 3600 × 2400 pixels.
///
/// @param dotsPerInch 30 to 600; written into the file
public record ChartStyle(Format format, int dotsPerInch, Quality quality, Theme theme) {
    public static final ChartStyle DEFAULT =
            new ChartStyle(Format.PNG, 300, Quality.HIGH, Theme.LIGHT);

    /// A file format.
    public enum Format {
        PNG("png", "image/png"),
        JPEG("jpg", "image/jpeg"),
        SVG("svg", "image/svg+xml");

        private final String extension;
        private final String mediaType;

        Format(String extension, String mediaType) {
            this.extension = extension;
            this.mediaType = mediaType;
        }

        public String extension() {
            return extension;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    /// How much care goes into the pixels.
    public enum Quality {
        HIGH,
        MEDIUM,
        LOW
    }

    /// What it is drawn on.
    public enum Theme {
        LIGHT,
        DARK
    }
}

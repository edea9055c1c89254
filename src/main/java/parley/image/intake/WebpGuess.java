package parley.image.intake;

/// The guesses at a pixel from its neighbours that WebP's lossless files know (RFC 9649, section
/// 3.5.1).
final class WebpGuess {
    static final int WAYS = 14;
    static final int BLACK = 0xff000000;

    private WebpGuess() {}

    /// @param at the place of a pixel that is neither in the first row nor in the first column
    static int guess(int way, int[] argb, int at, int width) {
        int left = argb[at - 1];
        int up = argb[at - width];
        int upLeft = argb[at - width - 1];
        // Beyond the end of its row lies the first pixel of the next.
        int upRight = argb[at - width + 1];
        return switch (way) {
            case 0 -> BLACK;
            case 1 -> left;
            case 2 -> up;
            case 3 -> upRight;
            case 4 -> upLeft;
            case 5 -> mean(mean(left, upRight), up);
            case 6 -> mean(left, upLeft);
            case 7 -> mean(left, up);
            case 8 -> mean(upLeft, up);
            case 9 -> mean(up, upRight);
            case 10 -> mean(mean(left, upLeft), mean(up, upRight));
            case 11 -> nearer(left, up, upLeft);
            case 12 -> gradient(left, up, upLeft);
            default -> halfGradient(mean(left, up), upLeft);
        };
    }

    /// Of each channel, rounded down.
    private static int mean(int a, int b) {
        return (a & b) + (((a ^ b) & 0xfefefefe) >>> 1);
    }

    private static int nearer(int left, int up, int upLeft) {
        int toLeft = 0;
        int toUp = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            toLeft += Math.abs(level(up, shift) - level(upLeft, shift));
            toUp += Math.abs(level(left, shift) - level(upLeft, shift));
        }
        return toLeft < toUp ? left : up;
    }

    private static int gradient(int left, int up, int upLeft) {
        int guess = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            int level = level(left, shift) + level(up, shift) - level(upLeft, shift);
            guess |= Math.clamp(level, 0, 255) << shift;
        }
        return guess;
    }

    private static int halfGradient(int mean, int upLeft) {
        int guess = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            int level = level(mean, shift);
            guess |= Math.clamp(level + (level - level(upLeft, shift)) / 2, 0, 255) << shift;
        }
        return guess;
    }

    private static int level(int pixel, int shift) {
        return pixel >>> shift & 0xff;
    }

    /// The difference of each channel by itself.
    static int difference(int pixel, int guess) {
        int alphaAndGreen = 0x00ff00ff + (pixel & 0xff00ff00) - (guess & 0xff00ff00);
        int redAndBlue = 0xff00ff00 + (pixel & 0x00ff00ff) - (guess & 0x00ff00ff);
        return (alphaAndGreen & 0xff00ff00) | (redAndBlue & 0x00ff00ff);
    }

    /// About how many bits a difference takes.
    static int cost(int difference) {
        return Math.abs((byte) difference)
                + Math.abs((byte) (difference >> 8))
                + Math.abs((byte) (difference >> 16))
                + Math.abs((byte) (difference >> 24));
    }
}

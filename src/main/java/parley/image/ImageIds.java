package parley.image;

import java.security.SecureRandom;

/// Names that nobody can guess: 22 characters of base 62, which are 131 random bits.
final class ImageIds {
    private static final String DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 22;

    /// JSON's numbers are whole up to here wherever they are read.
    private static final long MOST_SEEDS = 1L << 53;

    private final SecureRandom random = new SecureRandom();

    String image() {
        return "img_" + digits();
    }

    String task() {
        return "task_" + digits();
    }

    long seed() {
        return random.nextLong(1, MOST_SEEDS);
    }

    private String digits() {
        StringBuilder id = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            id.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return id.toString();
    }
}

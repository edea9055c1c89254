package parley.image.operation.scene;

/// The colours of leaves and grass.
public enum Season {
    SPRING("in spring", 0x7fb24a, 0x8cbf52, 0xf3b6c8),
    SUMMER("in summer", 0x4f8a3c, 0x74a444, 0x3f7a3a),
    AUTUMN("in autumn", 0xd9822b, 0xb59a4a, 0xc2452d),
    WINTER("in winter", 0xdfe7ee, 0xe9eff5, 0xc9d5e0);

    private final String phrase;
    private final int leaves;
    private final int grass;
    private final int blossom;

    Season(String phrase, int leaves, int grass, int blossom) {
        this.phrase = phrase;
        this.leaves = leaves;
        this.grass = grass;
        this.blossom = blossom;
    }

    public String phrase() {
        return phrase;
    }

    public int leaves() {
        return leaves;
    }

    public int grass() {
        return grass;
    }

    /// A second colour between the leaves.
    public int blossom() {
        return blossom;
    }
}

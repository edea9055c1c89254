package parley.image;

/// Addresses of pictures, as clients see them. They need the rights that their pictures need.
///
/// @param baseUrl what they begin with; without a slash at the end
record ImageLinks(String baseUrl) {
    String file(String imageId) {
        return "%s/v1/gallery/%s/file".formatted(baseUrl, imageId);
    }

    String thumbnail(String imageId) {
        return "%s/v1/gallery/%s/thumbnail".formatted(baseUrl, imageId);
    }
}

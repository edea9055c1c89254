package parley.image;

import java.util.List;
import parley.image.ImageStore.Variant;

/// The pictures of accounts, in the store.
final class KeptImages implements Gallery {
    private static final int LONGEST_PAGE = 1000;

    private final ImageStore store;
    private final ImageFiles files;

    KeptImages(ImageStore store, ImageFiles files) {
        this.store = store;
        this.files = files;
    }

    @Override
    public Page list(long accountId, Filter filter, int limit, int offset) {
        return store.list(
                accountId, filter, Math.clamp(limit, 0, LONGEST_PAGE), Math.max(0, offset));
    }

    @Override
    public KeptImage load(long accountId, String imageId) {
        return store.findImage(accountId, imageId).orElseThrow(() -> ImageFiles.missing(imageId));
    }

    @Override
    public byte[] file(KeptImage image) {
        return files.read(image, Variant.FILE);
    }

    @Override
    public byte[] thumbnail(KeptImage image) {
        return files.read(image, Variant.THUMBNAIL);
    }

    @Override
    public List<KeptImage> family(KeptImage image) {
        return store.family(image);
    }

    @Override
    public void delete(long accountId, String imageId) {
        if (!store.delete(accountId, imageId)) {
            throw ImageFiles.missing(imageId);
        }
    }
}

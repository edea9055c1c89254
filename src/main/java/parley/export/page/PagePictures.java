package parley.export.page;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.error.AppException;
import parley.image.Gallery;
import parley.image.ImageWish.FileForm;
import parley.image.intake.Codec;
import parley.image.pixel.Kernel;
import parley.image.pixel.Picture;
import parley.image.pixel.Resize;

/// The pictures of one page, as `data:` URIs: read as if they were hostile, and made no larger than
/// paper shows. There are only those in the conversation itself and in the account's own gallery.
final class PagePictures {
    private static final Pattern KEPT =
            Pattern.compile(
                    "(?:https?://[^/?#]+)?/v1/gallery/(img_[0-9A-Za-z]{20,40})(?:/[a-z]*)?/?");

    private static final Pattern DATA =
            Pattern.compile("(?s)data:image/[a-z+.-]{1,20};base64,(.*)");

    private static final int MOST = 60;
    private static final int LONGEST_SIDE = 1400;

    private final Codec codec;
    private final Gallery gallery;
    private final long accountId;
    private int shown;
    private int length;

    PagePictures(Codec codec, Gallery gallery, long accountId) {
        this.codec = codec;
        this.gallery = gallery;
        this.accountId = accountId;
    }

    /// How much all of them take, in characters.
    int length() {
        return length;
    }

    /// The picture that an address names; empty for any that is elsewhere.
    String at(String address) {
        Matcher kept = KEPT.matcher(address);
        if (kept.matches()) {
            return kept(kept.group(1));
        }
        Matcher data = DATA.matcher(address);
        return data.matches() ? ofBase64(data.group(1)) : "";
    }

    private String kept(String id) {
        try {
            return of(gallery.file(gallery.load(accountId, id)));
        } catch (AppException e) {
            // Deleted, or nobody's of this account.
            return "";
        }
    }

    /// A picture inside of a message; empty if it cannot be shown.
    String ofBase64(String data) {
        try {
            return of(Base64.getMimeDecoder().decode(data));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private String of(byte[] file) {
        if (shown >= MOST) {
            return "";
        }
        try {
            Picture picture = fitting(codec.read("picture", file));
            FileForm form = picture.hasAlpha() ? FileForm.PNG : FileForm.JPEG;
            String data = Base64.getEncoder().encodeToString(codec.write(picture, form));
            shown++;
            length += data.length();
            return "data:%s;base64,%s".formatted(form.mediaType(), data);
        } catch (AppException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static Picture fitting(Picture picture) {
        boolean fits = Math.max(picture.width(), picture.height()) <= LONGEST_SIDE;
        return fits
                ? picture
                : Resize.picture(picture, picture.size().within(LONGEST_SIDE), Kernel.LANCZOS);
    }
}

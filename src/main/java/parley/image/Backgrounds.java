package parley.image;

import parley.error.AppException;
import parley.image.ImageEngine.Job;
import parley.image.ImageWish.Background;
import parley.image.pixel.Backdrop;
import parley.image.pixel.Picture;

/// Puts what was wished for behind a subject that was cut out.
public final class Backgrounds {
    private Backgrounds() {}

    /// @param job the picture the subject is from, and the other one if that is wished for
    /// @param subject as large as that picture, transparent where the subject is not
    /// @throws AppException (400) if another picture is wished for and none was given
    public static Picture behind(Job job, Background background, Picture subject) {
        return switch (background) {
            case Background.Transparent _ -> subject;
            case Background.Colour(int rgb) ->
                    Backdrop.behind(Backdrop.colour(subject.size(), rgb), subject);
            case Background.Blurred _ ->
                    Backdrop.behind(Backdrop.blurred(job.image(), subject), subject);
            case Background.Other _ ->
                    Backdrop.behind(Backdrop.cover(subject.size(), other(job)), subject);
        };
    }

    private static Picture other(Job job) {
        return job.input(InputRole.BACKGROUND)
                .orElseThrow(() ->
                        AppException.invalid(
                                InputRole.BACKGROUND.field(),
                                "background_image must be given when background is" + " image."));
    }
}

package org.debye.jobs.reduce;

import java.net.URI;
import java.nio.file.FileSystems;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.jobs.value.FrameRange;
import org.debye.jobs.value.Place;
import org.jspecify.annotations.Nullable;

/** Keys of {@code frames}: which frames of which files. */
public record FramesConfig(
    @Key(
            meaning =
                "Path of the frame dataset inside the file, such as /entry/data/data; found by"
                    + " NeXus conventions and known layouts when left out.")
        @Nullable String dataset,
    @Key(
            meaning =
                "First and last frame, counted from 0, both included: 10:19, or open as in 10: or"
                    + " :19. All when left out.",
            unit = "frames")
        @Nullable FrameRange range,
    @Key(meaning = "Take every n-th frame of the range.", unit = "frames", byDefault = "1")
        int step,
    @Key(
            meaning = "Add up this many taken frames to one spectrum.",
            unit = "frames",
            byDefault = "1")
        int sum,
    @Key(
            meaning = "Glob patterns of file names; only files that match one are read.",
            byDefault = "[]")
        List<String> include,
    @Key(meaning = "Glob patterns of file names that are not read.", byDefault = "[]")
        List<String> exclude,
    @Key(
            place = Key.Place.ANY,
            meaning =
                "Folders, besides a file's own, that its links and virtual datasets may lead into.",
            byDefault = "[]")
        List<String> allowedRoots) {

  public FramesConfig {
    InvalidValue.unless(step >= 1, "step", step + " is below 1", "Write 1 to take every frame.");
    InvalidValue.unless(sum >= 1, "sum", sum + " is below 1", "Write 1 to keep frames apart.");
    InvalidValue.unless(
        dataset == null || dataset.startsWith("/"),
        "dataset",
        dataset + " is not an absolute path",
        "Begin it with a slash: /entry/data/data.");
    globs("include", include);
    globs("exclude", exclude);
  }

  /** Folders that links may lead into, as URIs. */
  List<URI> roots() {
    return allowedRoots.stream().map(Place::uri).toList();
  }

  private static void globs(String name, List<String> patterns) {
    for (String pattern : patterns) {
      try {
        FileSystems.getDefault().getPathMatcher("glob:" + pattern);
      } catch (PatternSyntaxException e) {
        throw new InvalidValue(
            name,
            pattern + " is no pattern (" + e.getDescription() + ")",
            "Write *.h5 or run_?.nxs.");
      }
    }
  }
}

package org.debye.jobs.simulate;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.debye.hdf5.write.FrameCompression;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.simulation.ramp.PointSums;
import org.jspecify.annotations.Nullable;

/** Keys of {@code simulate}. */
public record SimulateConfig(
    @Key(
            meaning =
                "What to simulate. raw-ramp: a compression ramp on a LAMBDA 2M detector. ramp:"
                    + " spectra of compression ramps in tables, with labels. mixture: points mixed"
                    + " of endmembers, as Stan and CSV data with their truth.")
        Recipe recipe,
    @Key(
            place = Key.Place.ANY,
            meaning =
                "Local folder that raw-ramp and mixture write into; made where there is none.")
        @Nullable String output,
    @Key(
            place = Key.Place.ANY,
            meaning =
                "Folder or URI of the tables that ramp writes into; made where there is none.")
        @Nullable String catalogue,
    @Key(
            meaning =
                "Ramps to simulate, of the recipe ramp: mgfeo is the magnesiowuestite of the"
                    + " published analysis, D1 to D9 those of Table 2.1 of the thesis.",
            byDefault = "[mgfeo, D1, D2, D3, D4, D5, D6, D7, D8, D9]")
        List<String> dataset,
    @Key(
            meaning =
                "Version of the physics of the recipe ramp; a run with another one is refused.",
            byDefault = "ramp-2")
        String version,
    @Key(
            meaning =
                "Of ramp: neighbouring points whose counts are added up to one, for smaller tables;"
                    + " the spectra have 4023 points before.",
            unit = "points",
            byDefault = "1")
        int rebin,
    @Key(meaning = "Seed of all randomness: equal settings give equal bytes.", unit = "1")
        long seed,
    @Key(meaning = "Frames of raw-ramp.", unit = "frames", byDefault = "60") int frames,
    @Key(meaning = "Frames in one file of the series.", unit = "frames", byDefault = "20")
        int framesPerFile,
    @Key(meaning = "How the frames are stored.", byDefault = "bitshuffle-lz4")
        FrameCompression storage,
    @Key(meaning = "Write over what an earlier simulation left in the folder.", byDefault = "false")
        boolean overwrite,
    @Key(meaning = "Mixture.") MixtureConfig mixture) {

  public SimulateConfig {
    if (recipe == Recipe.RAMP) {
      InvalidValue.unless(
          catalogue != null, "catalogue", "the recipe ramp needs one", "Set catalogue=DIR.");
      RampChoice.check(dataset, version);
    } else {
      InvalidValue.unless(output != null, "output", "no folder is named", "Set output=DIR.");
    }
    InvalidValue.unless(
        rebin >= 1 && rebin <= 40,
        "rebin",
        rebin + " is not within 1 and 40",
        "Write 1 for all 4023 points, or 9 for 447.");
    InvalidValue.unless(
        frames >= 1 && frames <= 100_000,
        "frames",
        frames + " is not within 1 and 100000",
        "The published ramp has 349.");
    InvalidValue.unless(
        framesPerFile <= 100_000, "framesPerFile", framesPerFile + " is too large", "Write 20.");
    InvalidValue.unless(
        framesPerFile >= 1, "framesPerFile", framesPerFile + " is below 1", "Write 20.");
  }

  /** Of the recipe ramp. */
  PointSums sums() {
    return new PointSums(rebin);
  }

  /** Folder of files. */
  Path folder() {
    return Path.of(Objects.requireNonNull(output));
  }

  /** What can be simulated. */
  public enum Recipe {
    RAW_RAMP,
    RAMP,
    MIXTURE
  }
}

package org.debye.jobs.simulate;

import org.debye.hdf5.write.FrameCompression;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;

/** Keys of {@code simulate}. */
public record SimulateConfig(
    @Key(
            meaning =
                "What to simulate. raw-ramp: a compression ramp on a LAMBDA 2M detector. mixture:"
                    + " points mixed of endmembers, as Stan and CSV data with their truth.")
        Recipe recipe,
    @Key(meaning = "Local folder to write into; made where there is none.") String output,
    @Key(meaning = "Seed of all randomness: equal settings give equal bytes.", unit = "1")
        long seed,
    @Key(meaning = "Frames of the ramp.", unit = "frames", byDefault = "60") int frames,
    @Key(meaning = "Frames in one file of the series.", unit = "frames", byDefault = "20")
        int framesPerFile,
    @Key(meaning = "How the frames are stored.", byDefault = "bitshuffle-lz4")
        FrameCompression storage,
    @Key(meaning = "Write over what an earlier simulation left in the folder.", byDefault = "false")
        boolean overwrite,
    @Key(meaning = "Mixture.") MixtureConfig mixture) {

  public SimulateConfig {
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

  /** What can be simulated. */
  public enum Recipe {
    RAW_RAMP,
    MIXTURE
  }
}

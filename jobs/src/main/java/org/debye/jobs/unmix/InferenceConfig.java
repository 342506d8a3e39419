package org.debye.jobs.unmix;

import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.unmixing.scene.InferenceSettings;

/** Keys of {@code inference}: how the posterior of a scene is computed. */
public record InferenceConfig(
    @Key(meaning = "Independent starts of hmc and variational.", unit = "starts", byDefault = "3")
        int starts,
    @Key(meaning = "Iterations that adapt the sampler.", unit = "draws", byDefault = "500")
        int warmup,
    @Key(meaning = "Draws kept of each start.", unit = "draws", byDefault = "500") int draws,
    @Key(
            meaning =
                "Where there are more spectra, a random subset of so many is used to infer the"
                    + " endmembers; the abundances are of all.",
            unit = "spectra",
            byDefault = "1000")
        int mostSpectra) {

  public InferenceConfig {
    InvalidValue.unless(
        starts >= 1 && starts <= 100, "starts", starts + " is not within 1 and 100", "Write 3.");
    InvalidValue.unless(
        warmup >= 20 && warmup <= 1_000_000,
        "warmup",
        warmup + " is not within 20 and 1000000",
        "Write 500.");
    InvalidValue.unless(
        draws >= 100 && draws <= 1_000_000,
        "draws",
        draws + " is not within 100 and 1000000",
        "Write 500.");
    InvalidValue.unless(
        mostSpectra >= 10, "mostSpectra", mostSpectra + " is below 10", "Write 1000.");
  }

  InferenceSettings settings() {
    return new InferenceSettings(starts, warmup, draws, mostSpectra);
  }
}

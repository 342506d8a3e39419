package org.debye.jobs.unmix;

import java.util.Map;
import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.unmixing.scene.InferenceSettings;

/** Keys of {@code inference}: how the posterior of a scene is computed. */
public record InferenceConfig(
    @Key(meaning = "Independent starts of hmc and variational.", unit = "starts", byDefault = "3")
        int starts,
    @Key(meaning = "Iterations that adapt a chain of hmc.", unit = "draws", byDefault = "500")
        int warmup,
    @Key(
            meaning =
                "A chain draws until its worst endmember coordinate has this many effective"
                    + " samples; two starts of 200 make the 400 that are advised.",
            unit = "draws",
            byDefault = "200")
        int minEss,
    @Key(
            meaning = "A chain that gets no further is stopped here.",
            unit = "draws",
            byDefault = "4000")
        int maxDraws,
    @Key(
            meaning =
                "Where there are more spectra, a random subset of so many is used to infer the"
                    + " endmembers; the abundances are of all.",
            unit = "spectra",
            byDefault = "500")
        int mostSpectra) {

  public InferenceConfig {
    InvalidValue.unless(
        starts >= 1 && starts <= 100, "starts", starts + " is not within 1 and 100", "Write 3.");
    InvalidValue.unless(
        warmup >= 20 && warmup <= 1_000_000,
        "warmup",
        warmup + " is not within 20 and 1000000",
        "Write 500.");
    InvalidValue.unless(minEss >= 4, "minEss", minEss + " is below 4", "Write 200.");
    InvalidValue.unless(
        maxDraws >= minEss && maxDraws >= 100 && maxDraws <= 1_000_000,
        "maxDraws",
        maxDraws + " draws are not within 100 and 1000000, or cannot hold " + minEss + " effective",
        "Set inference.max-draws well above inference.min-ess, such as 4000.");
    InvalidValue.unless(
        mostSpectra >= 10, "mostSpectra", mostSpectra + " is below 10", "Write 500.");
  }

  /** What the sampler does that no key changes, by the names that sweeps have for it. */
  Map<String, String> sampler() {
    return Map.of("metric", "conditional-blocks", "target-accept", "0.95", "max-depth", "10");
  }

  InferenceSettings settings() {
    return new InferenceSettings(starts, warmup, minEss, maxDraws, mostSpectra);
  }
}

package org.debye.jobs.study.mixture;

import org.debye.jobs.config.InvalidValue;
import org.debye.jobs.config.Key;
import org.debye.jobs.unmix.HmcConfig;
import org.debye.jobs.unmix.VariationalConfig;
import org.debye.study.StudySettings;
import org.debye.unmixing.posterior.HmcSettings;

/** Keys of {@code unmixing}: the simulation-inference study of endmember mixtures. */
public record UnmixingConfig(
    @Key(meaning = "Grid.") GridConfig grid,
    @Key(meaning = "Model.") ModelConfig model,
    @Key(meaning = "Methods.") MethodsConfig methods,
    @Key(meaning = "HMC.") HmcConfig hmc,
    @Key(
            meaning =
                "Effective samples of each of several chains on a dataset, by which the likeliest"
                    + " is chosen; it alone goes on to hmc.min-ess. Chains whose draws are kept all"
                    + " go on.",
            unit = "draws",
            byDefault = "50")
        int compareEss,
    @Key(meaning = "Variational inference.") VariationalConfig vi,
    @Key(meaning = "Variational inference by conditional blocks.") BlocksConfig viBlocks,
    @Key(
            meaning =
                "Whose draws go into the table of draws: of no dataset, of the datasets at the"
                    + " corners of the grid, or of all.",
            byDefault = "corners")
        KeptDraws keepDraws) {

  public UnmixingConfig {
    InvalidValue.unless(
        compareEss >= 4,
        "compareEss",
        compareEss + " is below 4",
        "Write 50, or as many as hmc.min-ess has for every chain to go on.");
  }

  /**
   * The kernel's settings.
   *
   * @param seeds of point estimators
   */
  StudySettings settings(int seeds) {
    return new StudySettings(
        hmc.settings(), compared(), vi.settings(), viBlocks.settings(vi.settings()), seeds);
  }

  /** The settings of chains that are only to be compared. */
  private HmcSettings compared() {
    HmcSettings whole = hmc.settings();
    long longest = (long) whole.maximumDraws() * compareEss / whole.effectiveDraws();
    return compares() ? whole.withDraws(compareEss, (int) Math.max(longest, compareEss)) : whole;
  }

  /** Whether chains are compared before one of them goes on. */
  boolean compares() {
    return compareEss < hmc.minEss() && methods.hmc() > 1;
  }

  /** Whose draws are written. */
  public enum KeptDraws {
    NONE,
    CORNERS,
    ALL
  }
}

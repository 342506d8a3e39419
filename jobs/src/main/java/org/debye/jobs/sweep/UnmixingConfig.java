package org.debye.jobs.sweep;

import org.debye.jobs.config.Key;
import org.debye.jobs.unmix.HmcConfig;
import org.debye.jobs.unmix.VariationalConfig;
import org.debye.study.StudySettings;

/** Keys of {@code unmixing}: the simulation-inference study of endmember mixtures. */
public record UnmixingConfig(
    @Key(meaning = "Grid.") GridConfig grid,
    @Key(meaning = "Model.") ModelConfig model,
    @Key(meaning = "Methods.") MethodsConfig methods,
    @Key(meaning = "HMC.") HmcConfig hmc,
    @Key(meaning = "Variational inference.") VariationalConfig vi,
    @Key(meaning = "Variational inference by conditional blocks.") BlocksConfig viBlocks,
    @Key(
            meaning =
                "Whose draws go into the table of draws: of no dataset, of the datasets at the"
                    + " corners of the grid, or of all.",
            byDefault = "corners")
        KeptDraws keepDraws) {

  /**
   * The kernel's settings.
   *
   * @param seeds of point estimators
   */
  StudySettings settings(int seeds) {
    return new StudySettings(
        hmc.settings(), vi.settings(), viBlocks.settings(vi.settings()), seeds);
  }

  /** Whose draws are written. */
  public enum KeptDraws {
    NONE,
    CORNERS,
    ALL
  }
}

package org.debye.study;

import java.io.Serializable;
import org.debye.unmixing.posterior.HmcSettings;
import org.debye.unmixing.posterior.VariationalStartSettings;

/**
 * How the methods of a study run.
 *
 * @param hmc Hamiltonian Monte Carlo
 * @param compared the same of chains that are only compared, and of the one that is kept until then
 * @param variational variational inference, all families but the next
 * @param blocks variational inference by conditional blocks
 * @param seeds solutions that a point estimator (N-FINDR, VCA, SISAL) is averaged over, at least 1
 */
public record StudySettings(
    HmcSettings hmc,
    HmcSettings compared,
    VariationalStartSettings variational,
    VariationalStartSettings blocks,
    int seeds)
    implements Serializable {

  public StudySettings {
    if (seeds < 1) {
      throw new IllegalArgumentException(seeds + " seeds");
    }
  }

  /** Of a study that compares no chains before one of them goes on. */
  public StudySettings(
      HmcSettings hmc,
      VariationalStartSettings variational,
      VariationalStartSettings blocks,
      int seeds) {
    this(hmc, hmc, variational, blocks, seeds);
  }
}

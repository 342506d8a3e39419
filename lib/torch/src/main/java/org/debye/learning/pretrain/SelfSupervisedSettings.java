package org.debye.learning.pretrain;

import java.io.Serializable;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.learning.contrast.MomentumSettings;

/**
 * Which tasks an encoder learns from: relations with coefficient 0 are SpecRR-Net, without the
 * external variable SpecSelfTime, relations and contrast SpecRRMoco-Net, an infinite coefficient
 * SpecMoco-Net.
 *
 * @param coefficient c of the contrastive loss; infinite for it alone
 * @param views K of a spectrum in relations; the thesis has 6
 * @param distances C classes of distance between pieces; the thesis has 5
 * @param parts T of the external variable; the thesis has 5; 0 to leave it out
 * @param momentum of the contrastive loss
 */
public record SelfSupervisedSettings(
    double coefficient, int views, int distances, int parts, MomentumSettings momentum)
    implements Serializable {
  /** Checks the ranges. */
  public SelfSupervisedSettings {
    require(coefficient >= 0, "coefficient", coefficient + " is no weight of a loss");
    require(views >= 2, "views", views + " views of a spectrum make no pair");
    require(distances >= 3, "distances", distances + " classes of distance are too few");
    require(parts == 0 || parts >= 3, "parts", parts + " parts of a dataset are too few");
  }

  /** Whether relations are learnt from. */
  public boolean relates() {
    return Double.isFinite(coefficient);
  }

  /** Whether contrast is learnt from. */
  public boolean contrasts() {
    return coefficient > 0;
  }

  private static void require(boolean holds, String key, String problem) {
    if (!holds) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION, key, problem, "Leave the key out for the default.");
    }
  }
}

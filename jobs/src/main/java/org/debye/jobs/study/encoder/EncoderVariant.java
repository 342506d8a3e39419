package org.debye.jobs.study.encoder;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import org.debye.jobs.train.AugmentationKind;

/**
 * A method with what the study varies of it.
 *
 * @param coefficient c of the contrastive loss, NaN where there is none beside another
 * @param augmentation that views are made by, in this order; none where there are no views
 */
record EncoderVariant(EncoderMethod method, double coefficient, List<AugmentationKind> augmentation)
    implements Serializable {
  EncoderVariant {
    augmentation = List.copyOf(augmentation);
  }

  /** {@code specrrmoco,c=0.01,magnitude-warp+angle-warp}. */
  String id() {
    StringBuilder id = new StringBuilder(method.key());
    if (!Double.isNaN(coefficient)) {
      id.append(",c=").append(coefficient);
    }
    if (!augmentation.isEmpty()) {
      id.append(',').append(views());
    }
    return id.toString();
  }

  /** The augmentations as they are written. */
  String views() {
    return augmentation.stream().map(AugmentationKind::key).collect(Collectors.joining("+"));
  }
}

package org.debye.jobs.unmix;

import java.util.Locale;
import org.debye.unmixing.scene.SceneMethod;
import org.debye.unmixing.scene.SceneUnmixing;
import org.jspecify.annotations.Nullable;

/**
 * What one method made of a scene.
 *
 * @param fitId in the tables
 * @param wallSeconds that it took
 * @param score null without a reference
 */
record FoundScene(
    SceneMethod method,
    String fitId,
    double wallSeconds,
    SceneUnmixing result,
    @Nullable SceneReference reference,
    @Nullable SceneScore score) {

  /** {@code n-findr}. */
  static String methodName(SceneMethod method) {
    return method.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As figures name it. */
  static String label(SceneMethod method) {
    return switch (method) {
      case HMC -> "HMC";
      case VARIATIONAL -> "Mean-field VI";
      case N_FINDR -> "N-FINDR";
      case VCA -> "VCA";
      case SISAL -> "SISAL";
    };
  }

  /** The reference that an endmember was matched to, or null. */
  @Nullable String referenceName(int endmember) {
    if (reference == null || score == null || score.reference()[endmember] < 0) {
      return null;
    }
    return reference.names().get(score.reference()[endmember]);
  }

  /** The reference's name where there is one, else the endmember's number. */
  String name(int endmember) {
    String known = referenceName(endmember);
    return known == null ? number(endmember) : known;
  }

  /** {@code Endmember 1} of 0. */
  static String number(int endmember) {
    return "Endmember " + (endmember + 1);
  }
}

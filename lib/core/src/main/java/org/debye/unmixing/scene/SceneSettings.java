package org.debye.unmixing.scene;

import java.util.OptionalInt;

/**
 * How a scene is unmixed.
 *
 * @param endmembers K
 * @param dimensions D of the reduced points; K - 1 where empty
 */
public record SceneSettings(
    EndmemberCount endmembers,
    OptionalInt dimensions,
    SpectrumScaling scaling,
    Reduction reduction,
    SceneMethod method,
    InferenceSettings inference) {

  /** K endmembers by a method, with the defaults of everything else. */
  public static SceneSettings of(int endmembers, SceneMethod method) {
    return new SceneSettings(
        new EndmemberCount.Known(endmembers),
        OptionalInt.empty(),
        SpectrumScaling.NONE,
        Reduction.PRINCIPAL_COMPONENTS,
        method,
        InferenceSettings.DEFAULT);
  }

  public SceneSettings with(SpectrumScaling other) {
    return new SceneSettings(endmembers, dimensions, other, reduction, method, inference);
  }

  public SceneSettings with(InferenceSettings other) {
    return new SceneSettings(endmembers, dimensions, scaling, reduction, method, other);
  }
}

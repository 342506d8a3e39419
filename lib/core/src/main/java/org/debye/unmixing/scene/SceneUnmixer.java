package org.debye.unmixing.scene;

import org.debye.numeric.RandomStreams;

/** Takes scenes apart: the kernel of the job {@code unmix}. */
public final class SceneUnmixer {
  private SceneUnmixer() {}

  /**
   * Compares numbers of endmembers, for several methods to take up by {@link
   * SceneComparison#settle}. Deterministic.
   *
   * @throws org.debye.failure.InputException where the scene cannot have the least of them
   */
  public static SceneComparison compare(
      Scene scene, EndmemberCount.Compared range, SceneSettings settings, RandomStreams streams) {
    return SceneComparison.of(
        scene, ScaledSpectra.of(scene, settings.scaling()), range, settings, streams);
  }

  /**
   * Unmixes a scene. Deterministic: the same scene, settings and streams give the same result.
   *
   * @throws org.debye.failure.InputException where the scene cannot have so many endmembers
   */
  public static SceneResult unmix(Scene scene, SceneSettings settings, RandomStreams streams) {
    SceneSettings settled =
        settings.endmembers() instanceof EndmemberCount.Compared range
            ? compare(scene, range, settings, streams).settle(settings)
            : settings;
    return new SceneFit(scene, settled, streams).run();
  }
}

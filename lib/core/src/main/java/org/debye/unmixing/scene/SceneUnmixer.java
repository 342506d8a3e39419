package org.debye.unmixing.scene;

import org.debye.numeric.RandomStreams;

/** Takes scenes apart: the kernel of the job {@code unmix}. */
public final class SceneUnmixer {
  private SceneUnmixer() {}

  /**
   * Unmixes a scene. Deterministic: the same scene, settings and streams give the same result.
   *
   * @throws org.debye.failure.InputException where the scene cannot have so many endmembers
   */
  public static SceneResult unmix(Scene scene, SceneSettings settings, RandomStreams streams) {
    return new SceneFit(scene, settings, streams).run();
  }
}

package org.debye.unmixing.scene;

/** What came of unmixing a scene. */
public sealed interface SceneResult permits SceneUnmixing, SceneResult.Unsolved {

  /** No answer: the spectra do not determine so many endmembers, or no chain moved. */
  record Unsolved(SceneFlag flag) implements SceneResult {}
}

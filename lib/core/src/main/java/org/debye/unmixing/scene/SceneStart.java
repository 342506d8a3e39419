package org.debye.unmixing.scene;

import java.util.List;
import org.debye.unmixing.posterior.StartSummary;

/**
 * One start of inference on a scene.
 *
 * @param summary draws of the globals in the start's own labels
 */
record SceneStart(StartSummary summary, int divergences, double cpuSeconds, List<SceneFlag> flags) {
  SceneStart {
    flags = List.copyOf(flags);
  }
}

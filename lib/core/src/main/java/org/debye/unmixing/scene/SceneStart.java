package org.debye.unmixing.scene;

import java.util.List;
import org.debye.inference.draws.ChainDraws;
import org.debye.unmixing.posterior.StartSummary;

/**
 * One start of inference on a scene.
 *
 * @param summary draws of the globals in the start's own labels
 * @param chain the same draws with what the sampler says of them
 */
record SceneStart(
    StartSummary summary,
    ChainDraws chain,
    int divergences,
    double cpuSeconds,
    List<SceneFlag> flags) {
  SceneStart {
    flags = List.copyOf(flags);
  }
}

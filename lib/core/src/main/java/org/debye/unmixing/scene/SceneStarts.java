package org.debye.unmixing.scene;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.debye.inference.transform.Logits;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.mixing.MixingModel;
import org.debye.spectra.mixing.Observations;
import org.debye.unmixing.posterior.MixingDensity;

/**
 * The starts of inference on the standardised points of a scene, on as many cores as there are.
 * Each has a density and streams of its own, so the draws do not depend on the number of cores.
 */
final class SceneStarts {
  private final Observations points;
  private final SceneSettings settings;
  private final RandomStreams streams;
  private final MixingModel model;

  SceneStarts(Observations points, int endmembers, SceneSettings settings, RandomStreams streams) {
    this.points = points;
    this.settings = settings;
    this.streams = streams;
    model = ScenePrior.model(endmembers, points.dimensions());
  }

  /** All starts that gave draws, in order. */
  List<SceneStart> run() {
    return IntStream.range(0, settings.inference().starts())
        .parallel()
        .mapToObj(this::start)
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<SceneStart> start(int start) {
    MixingDensity density =
        MixingDensity.of(
            model, points, new MixingDensity.Options(ScenePrior.prior(), Logits.STRETCHED));
    double[] position = StartingPoint.of(density, points, model.endmembers(), start, streams);
    RandomStream random = streams.at("start", start);
    return settings.method() == SceneMethod.HMC
        ? new SceneChain(model, points, settings.inference())
            .run(density, position, random, streams.under("integral").under(start))
        : SceneApproximation.run(density, position, random);
  }
}

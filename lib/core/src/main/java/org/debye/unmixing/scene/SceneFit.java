package org.debye.unmixing.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.mixing.Observations;
import org.debye.unmixing.abundance.AbundanceMethod;
import org.debye.unmixing.abundance.AbundanceSolver;
import org.debye.unmixing.endmember.EndmemberExtractor;
import org.debye.unmixing.endmember.Endmembers;
import org.debye.unmixing.endmember.Extraction;
import org.debye.unmixing.endmember.MixtureInput;
import org.debye.unmixing.endmember.NFindr;
import org.debye.unmixing.endmember.Sisal;
import org.debye.unmixing.endmember.Vca;

/** One call of {@link SceneUnmixer}. */
final class SceneFit {
  private final Scene scene;
  private final SceneSettings settings;
  private final RandomStreams streams;

  SceneFit(Scene scene, SceneSettings settings, RandomStreams streams) {
    this.scene = scene;
    this.settings = settings;
    this.streams = streams;
  }

  SceneResult run() {
    Observations scaled = ScaledSpectra.of(scene, settings.scaling());
    int endmembers = SceneCount.of(scaled, scene.name(), settings);
    MixtureInput.require(scaled, endmembers, scene.name());
    int dimensions = dimensions(endmembers);
    ReducedScene reduced = ReducedScene.of(scaled, dimensions, settings.reduction());
    if (reduced.rank() < endmembers - 1) {
      return new SceneResult.Unsolved(rankFlag(reduced.rank(), endmembers));
    }
    return switch (settings.method()) {
      case N_FINDR -> point(scaled, reduced, endmembers, NFindr.DEFAULT);
      case VCA -> point(scaled, reduced, endmembers, Vca.DEFAULT);
      case SISAL -> point(scaled, reduced, endmembers, Sisal.DEFAULT);
      case HMC, VARIATIONAL ->
          new PosteriorScene(settings, streams, scaled, reduced, endmembers).run();
    };
  }

  private int dimensions(int endmembers) {
    int dimensions = settings.dimensions().orElse(endmembers - 1);
    if (dimensions < endmembers - 1 || dimensions > scene.points()) {
      throw InputException.of(
          FailureCode.TOO_FEW_DIMENSIONS,
          scene.name(),
          "%d dimensions of %d points for %d endmembers"
              .formatted(dimensions, scene.points(), endmembers),
          "Keep between %d and %d dimensions.".formatted(endmembers - 1, scene.points()));
    }
    return dimensions;
  }

  private static SceneFlag rankFlag(int rank, int endmembers) {
    return new SceneFlag(
        SceneFlag.Kind.RANK_DEFICIENT, new Extraction.Degenerate(rank, endmembers).reason());
  }

  /** Endmembers in the reduced coordinates; picked spectra are given back as they were measured. */
  private SceneResult point(
      Observations scaled, ReducedScene reduced, int endmembers, EndmemberExtractor method) {
    Extraction extraction =
        method.extract(reduced.points(), endmembers, streams.at("extraction", 0));
    if (extraction instanceof Extraction.Degenerate degenerate) {
      return new SceneResult.Unsolved(rankFlag(degenerate.rank(), endmembers));
    }
    Endmembers found = extraction.found().orElseThrow();
    List<SceneFlag> flags = new ArrayList<>();
    if (extraction instanceof Extraction.Unfinished unfinished) {
      flags.add(
          new SceneFlag(
              SceneFlag.Kind.NOT_SETTLED,
              "the search was stopped after " + unfinished.iterations() + " iterations"));
    }
    double[] spectra = spectra(scaled, reduced, found);
    double[] shares =
        AbundanceSolver.of(
                Endmembers.free(endmembers, scene.points(), spectra),
                new AbundanceMethod.FullyConstrained())
            .solveAll(scaled)
            .values();
    int[] order = EndmemberOrder.byAbundance(shares, endmembers);
    return new SceneUnmixing(
        settings,
        ordered(spectra, found, order),
        new SceneAbundances(
            scene.count(),
            endmembers,
            EndmemberOrder.columns(shares, order),
            new double[0],
            new double[0]),
        new SimplexCloud(
            reduced.points().dimensions(),
            reduced.points().values(),
            EndmemberOrder.rows(found.coordinates(), order, found.dimensions()),
            new double[0]),
        reduced.subspace(),
        reduced.explained(),
        reduced.subspace().residualVariance(scaled),
        new double[0],
        List.of(),
        new SceneDiagnostics.PointEstimate(extraction.iterations()),
        flags);
  }

  private double[] spectra(Observations scaled, ReducedScene reduced, Endmembers found) {
    int p = scene.points();
    if (found.pixels().length == 0) {
      return reduced.subspace().lift(found.coordinates());
    }
    double[] out = new double[found.count() * p];
    for (int k = 0; k < found.count(); k++) {
      System.arraycopy(scaled.values(), found.pixels()[k] * p, out, k * p, p);
    }
    return out;
  }

  private List<EndmemberSpectrum> ordered(double[] spectra, Endmembers found, int[] order) {
    int p = scene.points();
    List<EndmemberSpectrum> out = new ArrayList<>();
    for (int k : order) {
      OptionalInt pixel =
          found.pixels().length == 0 ? OptionalInt.empty() : OptionalInt.of(found.pixels()[k]);
      out.add(
          new EndmemberSpectrum(
              Arrays.copyOfRange(spectra, k * p, (k + 1) * p), new double[0], List.of(), pixel));
    }
    return out;
  }
}

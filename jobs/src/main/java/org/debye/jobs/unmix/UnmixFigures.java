package org.debye.jobs.unmix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.debye.figures.AbundanceMaps;
import org.debye.figures.AbundanceSeries;
import org.debye.figures.EndmemberBands;
import org.debye.figures.Figure;
import org.debye.figures.PointSet;
import org.debye.figures.ScaledAxis;
import org.debye.figures.SimplexScatter;
import org.debye.jobs.scene.SceneInput;
import org.debye.unmixing.scene.EndmemberSpectrum;
import org.debye.unmixing.scene.SceneAbundances;
import org.debye.unmixing.scene.SceneMethod;
import org.debye.unmixing.scene.SceneUnmixing;

/** The pictures of an unmixed scene. */
final class UnmixFigures {
  private static final String INTERVAL = "90 % interval";
  private static final int Q05 = 0;
  private static final int Q25 = 1;
  private static final int Q50 = 2;
  private static final int Q75 = 3;
  private static final int Q95 = 4;

  private final SceneInput input;
  private final List<FoundScene> found;

  UnmixFigures(SceneInput input, List<FoundScene> found) {
    this.input = input;
    this.found = found;
  }

  /** By file name; each is made when it is drawn. */
  Map<String, Supplier<Figure>> all() {
    Map<String, Supplier<Figure>> figures = new LinkedHashMap<>();
    for (FoundScene one : found) {
      String name = FoundScene.methodName(one.method());
      figures.put("endmembers-" + name, () -> endmembers(one));
      figures.put("abundances-" + name, () -> abundances(one));
      figures.put(lastOf(one.method()), () -> simplex(one));
    }
    return figures;
  }

  /** File name of the picture of a method that is drawn last. */
  static String lastOf(SceneMethod method) {
    return "simplex-" + FoundScene.methodName(method);
  }

  private String title(FoundScene one) {
    return input.scene().name() + ", " + FoundScene.label(one.method());
  }

  private Figure endmembers(FoundScene one) {
    List<EndmemberBands.Endmember> spectra = new ArrayList<>();
    for (int k = 0; k < one.result().endmembers().size(); k++) {
      spectra.add(endmember(one, k));
    }
    return new EndmemberBands(
        title(one) + ": endmembers",
        ScaledAxis.of(input.axis()),
        intensity(one),
        EndmemberBands.Arrangement.AUTOMATIC,
        spectra);
  }

  private EndmemberBands.Endmember endmember(FoundScene one, int k) {
    EndmemberSpectrum spectrum = one.result().endmembers().get(k);
    boolean uncertain = !spectrum.quantiles().isEmpty();
    EndmemberBands.Endmember drawn =
        EndmemberBands.Endmember.of(
            one.name(k),
            uncertain ? spectrum.quantiles().get(Q50) : spectrum.mean(),
            uncertain ? band(spectrum, Q25, Q75) : EndmemberBands.Band.none(),
            uncertain ? band(spectrum, Q05, Q95) : EndmemberBands.Band.none());
    SceneReference reference = one.reference();
    SceneScore score = one.score();
    if (reference != null && score != null && score.reference()[k] >= 0) {
      int p = input.points();
      int r = score.reference()[k];
      double[] known = Arrays.copyOfRange(reference.endmembers(), r * p, (r + 1) * p);
      // a reference is known up to a factor: only its direction is scored
      drawn = drawn.withReference("reference, scaled", scaledTo(known, spectrum.mean()));
    }
    return drawn;
  }

  private static EndmemberBands.Band band(EndmemberSpectrum spectrum, int low, int high) {
    return new EndmemberBands.Band(spectrum.quantiles().get(low), spectrum.quantiles().get(high));
  }

  /** By the factor that brings it nearest in the sense of least squares. */
  private static double[] scaledTo(double[] known, double[] target) {
    double product = 0;
    double square = 0;
    for (int i = 0; i < known.length; i++) {
      product += known[i] * target[i];
      square += known[i] * known[i];
    }
    double factor = square > 0 ? product / square : 1;
    return Arrays.stream(known).map(value -> factor * value).toArray();
  }

  private Figure abundances(FoundScene one) {
    SceneAbundances shares = one.result().abundances();
    boolean intervals = shares.low().length > 0;
    var image = input.image();
    if (image == null) {
      List<AbundanceSeries.Series> series = new ArrayList<>();
      for (int k = 0; k < shares.endmembers(); k++) {
        series.add(
            new AbundanceSeries.Series(
                one.name(k),
                column(shares.mean(), k, shares.endmembers()),
                column(shares.low(), k, shares.endmembers()),
                column(shares.high(), k, shares.endmembers())));
      }
      return new AbundanceSeries(title(one) + ": abundances", frames(), INTERVAL, series);
    }
    List<AbundanceMaps.Map> maps = new ArrayList<>();
    for (int k = 0; k < shares.endmembers(); k++) {
      double[] width = new double[0];
      if (intervals) {
        double[] low = column(shares.low(), k, shares.endmembers());
        width = column(shares.high(), k, shares.endmembers());
        for (int i = 0; i < width.length; i++) {
          width[i] -= low[i];
        }
      }
      maps.add(
          new AbundanceMaps.Map(one.name(k), column(shares.mean(), k, shares.endmembers()), width));
    }
    return new AbundanceMaps(title(one) + ": abundances", image, INTERVAL, maps);
  }

  private ScaledAxis frames() {
    double[] places = new double[input.spectra()];
    Arrays.setAll(places, i -> i);
    return ScaledAxis.linear("Spectrum", places);
  }

  private static double[] column(double[] values, int column, int columns) {
    double[] out = new double[values.length / columns];
    for (int i = 0; i < out.length; i++) {
      out[i] = values[i * columns + column];
    }
    return out;
  }

  private Figure simplex(FoundScene one) {
    SceneUnmixing result = one.result();
    int d = result.cloud().dimensions();
    int k = result.endmembers().size();
    SimplexScatter.Panel panel =
        SimplexScatter.Panel.of("", new PointSet(result.cloud().points(), d))
            .withEstimate(
                FoundScene.label(one.method()), new PointSet(result.cloud().endmembers(), d))
            .withLabels(new SimplexScatter.Labels(coordinate(result), names(one)));
    double[] draws = result.cloud().draws();
    if (draws.length > 0) {
      List<PointSet> clouds = new ArrayList<>();
      for (int e = 0; e < k; e++) {
        double[] cloud = new double[draws.length / k];
        for (int s = 0; s < cloud.length / d; s++) {
          System.arraycopy(draws, (s * k + e) * d, cloud, s * d, d);
        }
        clouds.add(new PointSet(cloud, d));
      }
      panel = panel.withPosterior(clouds);
    }
    return SimplexScatter.pairs(title(one) + ": simplex", panel);
  }

  private static String coordinate(SceneUnmixing result) {
    return switch (result.settings().reduction()) {
      case PRINCIPAL_COMPONENTS -> "Principal component";
      case MINIMUM_NOISE_FRACTION -> "Minimum noise fraction";
    };
  }

  private static List<String> names(FoundScene one) {
    return IntStream.range(0, one.result().endmembers().size()).mapToObj(one::name).toList();
  }

  private static String intensity(FoundScene one) {
    return switch (one.result().settings().scaling()) {
      case NONE -> "Intensity (arb. units)";
      case UNIT_SUM -> "Intensity / sum over the spectrum";
      case UNIT_LENGTH -> "Intensity / length of the spectrum";
    };
  }
}

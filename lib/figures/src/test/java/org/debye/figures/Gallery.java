package org.debye.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;

/** An example of each picture of unmixing, with made-up data; {@link #main} writes them all. */
final class Gallery {
  private static final double[] TRIANGLE = {-1.2, -0.6, 1.4, -0.9, 0.1, 1.5};

  private Gallery() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args.length > 0 ? args[0] : "target/pictures");
    Files.createDirectories(folder);
    for (Map.Entry<String, Figure> entry : all().entrySet()) {
      FigureFile.write(entry.getValue(), folder.resolve(entry.getKey() + ".png"));
      FigureFile.write(entry.getValue(), folder.resolve(entry.getKey() + ".svg"));
    }
  }

  static Map<String, Figure> all() {
    Map<String, Figure> all = new LinkedHashMap<>();
    all.put("simplex-corners", corners());
    all.put("simplex-scene", scene());
    all.put("simplex-pairs", SimplexScatter.pairs("Four endmembers", panel("", 4, 3, 0.05)));
    all.put(
        "simplex-line",
        new SimplexScatter("Two endmembers", List.of(panel("α₁ = 1, σ = 0.1", 2, 1, 0.1))));
    all.put("errors-bins", errors(ErrorMaps.Tiling.BINS));
    all.put("errors-nearest", errors(ErrorMaps.Tiling.NEAREST));
    all.put("errors-grid", errorGrid());
    all.put("truth-error", truth(EstimateAgainstTruth.View.ERROR));
    all.put("truth-estimate", truth(EstimateAgainstTruth.View.ESTIMATE));
    all.put("coverage", coverage());
    all.put("cost", cost());
    all.put("trace", new TracePlot("d1, four chains", variables(4, 1000, 3), divergences(4, 1000)));
    all.put("ranks", new RankPlot("d1, four chains", variables(4, 1000, 3)));
    all.put("autocorrelation", new AutocorrelationPlot("d1", variables(4, 1000, 6)));
    all.put("energy", energy());
    all.put("pairs", new PairPlot("d1", variables(4, 1000, 4), divergences(4, 1000)));
    all.put("endmembers-apart", endmembers(0.05, 3));
    all.put("endmembers-together", endmembers(1, 3));
    all.put("abundance-maps", maps(3));
    all.put("abundance-maps-6", maps(6));
    all.put("abundance-series", series());
    all.put("sbc-histogram", calibration(CalibrationPlot.View.HISTOGRAM));
    all.put("sbc-ecdf", calibration(CalibrationPlot.View.ECDF_DIFFERENCE));
    all.put("curve-panels", curvePanels());
    all.put("class-curves", classCurves(2));
    all.put("class-curves-9", classCurves(9));
    all.putAll(ClassifierGallery.all());
    all.putAll(AugmentationGallery.all());
    all.putAll(PeakGallery.all());
    all.putAll(PlaneMapsGallery.all());
    return all;
  }

  static CurvePanels curvePanels() {
    double[] frames = new double[90];
    double[] early = new double[90];
    double[] late = new double[90];
    for (int i = 0; i < 90; i++) {
      frames[i] = i;
      early[i] = i < 40 ? 3 + Math.sin(i / 9.0) : Double.NaN;
      late[i] = i < 40 ? Double.NaN : -2 + Math.cos(i / 7.0);
    }
    return new CurvePanels(
        "Scores of a ramp",
        ScaledAxis.linear("Frame", frames),
        List.of(
            CurvePanels.Panel.of(
                "component 1",
                "Score",
                List.of(
                    new CurvePanels.Curve("cluster 0", early, CurvePanels.Look.POINTS),
                    new CurvePanels.Curve("cluster 1", late, CurvePanels.Look.LINE_AND_POINTS))),
            CurvePanels.Panel.percent(
                "Confidence (%)",
                List.of(new CurvePanels.Curve("confidence", frames, CurvePanels.Look.LINE)))),
        new CurvePanels.Span("95 % interval", 37.5, 42.5, 39.5));
  }

  static ClassCurves classCurves(int classes) {
    var axis = Sketch.axis(500);
    List<String> names = new ArrayList<>();
    List<ClassCurves.Curve> curves = new ArrayList<>();
    for (int k = 0; k < classes; k++) {
      names.add("cluster " + k);
    }
    for (int i = 0; i < 12; i++) {
      float[] line = Sketch.intensity(axis, i, 12);
      double[] values = new double[line.length];
      Arrays.setAll(values, b -> line[b]);
      curves.add(new ClassCurves.Curve(Integer.toString(i), values, i * classes / 12));
    }
    return new ClassCurves("Around the boundary", axis, "Frame", names, curves);
  }

  static SimplexScatter corners() {
    return new SimplexScatter(
        "Endmembers at the corners of the study",
        List.of(
            panel("α₁ = 0.1, σ = 0.03", 3, 2, 0.03),
            panel("α₁ = 10, σ = 0.03", 3, 2, 0.031),
            panel("α₁ = 0.1, σ = 0.3", 3, 2, 0.2),
            panel("α₁ = 10, σ = 0.3", 3, 2, 0.3)));
  }

  static SimplexScatter scene() {
    SimplexScatter.Panel panel = panel("", 3, 2, 0.04);
    PointSet many = mixtures(3, 2, 0.04, 10_000, corners(3, 2));
    return new SimplexScatter(
        "Samson-like scene",
        List.of(
            SimplexScatter.Panel.of("", many)
                .withEstimate("N-FINDR", panel.estimates().get(0).endmembers())
                .withEstimate("VCA", panel.estimates().get(1).endmembers())
                .withPosterior(panel.posterior())));
  }

  static PointSet corners(int k, int d) {
    if (k == 3 && d == 2) {
      return new PointSet(TRIANGLE, 2);
    }
    RandomStream random = RandomStreams.of(4).at(k, d);
    double[] values = new double[k * d];
    Arrays.setAll(values, i -> 1.5 * random.nextGaussian());
    return new PointSet(values, d);
  }

  static PointSet mixtures(int k, int d, double noise, int n, PointSet corners) {
    RandomStream random = RandomStreams.of(5).at(k, d, (long) (1000 * noise));
    double[] values = new double[n * d];
    for (int i = 0; i < n; i++) {
      double[] w = new double[k];
      double total = 0;
      for (int j = 0; j < k; j++) {
        w[j] = Math.pow(-Math.log(random.nextOpenDouble()), noise == 0.031 ? 0.6 : 2.5);
        total += w[j];
      }
      for (int c = 0; c < d; c++) {
        double value = noise * random.nextGaussian();
        for (int j = 0; j < k; j++) {
          value += w[j] / total * corners.at(j, c);
        }
        values[i * d + c] = value;
      }
    }
    return new PointSet(values, d);
  }

  static PointSet around(PointSet centres, int row, double spread, int n) {
    int d = centres.dimension();
    RandomStream random = RandomStreams.of(6).at(row, n);
    double[] values = new double[n * d];
    for (int i = 0; i < n; i++) {
      double shared = random.nextGaussian();
      for (int c = 0; c < d; c++) {
        values[i * d + c] =
            centres.at(row, c) + spread * (0.8 * shared + 0.6 * random.nextGaussian());
      }
    }
    return new PointSet(values, d);
  }

  static SimplexScatter.Panel panel(String title, int k, int d, double noise) {
    PointSet truth = corners(k, d);
    double[] inward = Arrays.stream(truth.values()).map(v -> 0.85 * v).toArray();
    double[] other = Arrays.stream(truth.values()).map(v -> 0.93 * v + 0.1).toArray();
    List<PointSet> clouds = new ArrayList<>();
    for (int j = 0; j < k; j++) {
      clouds.add(around(truth, j, noise + 0.03, 1000));
    }
    return SimplexScatter.Panel.of(title, mixtures(k, d, noise, 500, truth))
        .withTruth(truth)
        .withEstimate("N-FINDR", new PointSet(inward, d))
        .withEstimate("VCA", new PointSet(other, d))
        .withPosterior(clouds);
  }

  static ErrorMaps errors(ErrorMaps.Tiling tiling) {
    int n = 100;
    RandomStream random = RandomStreams.of(7).at(1);
    double[] alpha = new double[n];
    double[] sigma = new double[n];
    Arrays.setAll(alpha, i -> Math.pow(10, -1 + 2.0 * i / (n - 1)));
    Arrays.setAll(sigma, i -> 0.032 * random.nextDouble());
    List<ErrorMaps.Panel> panels = new ArrayList<>();
    for (String name : List.of("HMC", "VI", "N-FINDR")) {
      double base = name.equals("HMC") ? 0.05 : name.equals("VI") ? 0.1 : 0.25;
      double[] values = new double[n];
      Arrays.setAll(
          values,
          i ->
              base
                  * (1 + Math.log10(alpha[i]) + 1 + 60 * sigma[i])
                  * Math.exp(0.4 * random.nextGaussian()));
      values[40] = Double.NaN;
      panels.add(new ErrorMaps.Panel(name, values));
    }
    return new ErrorMaps(
        "Error of the endmembers",
        ScaledAxis.logarithmic("Concentration α₁", alpha),
        ScaledAxis.linear("Noise scale σ", sigma),
        "Frobenius error (dimensionless)",
        ColourScale.LOGARITHMIC,
        tiling,
        panels);
  }

  static ErrorMaps errorGrid() {
    double[] alpha = new double[48];
    double[] sigma = new double[48];
    double[] values = new double[48];
    for (int i = 0; i < 48; i++) {
      alpha[i] = Math.pow(10, -1 + 2.0 * (i % 8) / 7);
      sigma[i] = 0.05 * (1 + i / 8);
      values[i] = i == 20 ? Double.NaN : 0.01 * (1 + i % 8) * (1 + i / 8);
    }
    return new ErrorMaps(
        "Error of the endmembers",
        ScaledAxis.logarithmic("Concentration α₁", alpha),
        ScaledAxis.linear("Noise scale σ", sigma),
        "Frobenius error (dimensionless)",
        ColourScale.LINEAR,
        ErrorMaps.Tiling.BINS,
        List.of(new ErrorMaps.Panel("HMC", values), new ErrorMaps.Panel("VI", values)));
  }

  static EstimateAgainstTruth truth(EstimateAgainstTruth.View view) {
    int n = 600;
    List<EstimateAgainstTruth.Method> methods = new ArrayList<>();
    double[] widths = {0.6, 0.25, 0.08};
    List<String> names = List.of("N-FINDR", "VI", "HMC");
    for (int m = 0; m < 3; m++) {
      RandomStream random = RandomStreams.of(8).at(m);
      double[] truth = new double[n];
      double[] estimate = new double[n];
      for (int i = 0; i < n; i++) {
        truth[i] = random.nextGaussian();
        double heavy = i % 60 == 0 ? 6 : 1;
        estimate[i] = truth[i] + heavy * widths[m] * random.nextGaussian() * (0.2 + 1.6 * i / n);
      }
      methods.add(new EstimateAgainstTruth.Method(names.get(m), estimate, truth));
    }
    return new EstimateAgainstTruth(
        "Endmember coordinates over the study",
        "endmember coordinate (dimensionless)",
        view,
        methods);
  }

  static CoveragePlot coverage() {
    List<CoveragePlot.Panel> panels = new ArrayList<>();
    List<String> names =
        List.of("All", "α₁ < 1, σ < 0.5", "α₁ < 1, σ ≥ 0.5", "α₁ ≥ 1, σ < 0.5", "α₁ ≥ 1, σ ≥ 0.5");
    for (int p = 0; p < names.size(); p++) {
      double half = p == 0 ? 0.02 : 0.045;
      List<CoveragePlot.Method> methods = new ArrayList<>();
      for (String method : List.of("HMC", "VI mean field", "VI low rank")) {
        double share = method.equals("HMC") ? 1 : method.equals("VI mean field") ? 0.55 : 0.8;
        List<CoveragePlot.Level> levels = new ArrayList<>();
        for (double nominal : new double[] {0.5, 0.8, 0.9}) {
          double covered = share * nominal + 0.006 * p - 0.01;
          levels.add(
              new CoveragePlot.Level(
                  nominal, covered, covered - half, Math.min(1, covered + half)));
        }
        methods.add(new CoveragePlot.Method(method, levels));
      }
      panels.add(new CoveragePlot.Panel(names.get(p), methods));
    }
    return new CoveragePlot("Coverage of the intervals", "95 % binomial bounds", panels);
  }

  static CostPlot cost() {
    RandomStream random = RandomStreams.of(9).at(1);
    double[] alpha = new double[100];
    double[] first = new double[100];
    double[] second = new double[100];
    for (int i = 0; i < 100; i++) {
      alpha[i] = Math.pow(10, -1 + 2.0 * i / 99);
      first[i] = 8 * Math.exp(0.5 * random.nextGaussian()) / alpha[i];
      second[i] = 3 * Math.exp(0.3 * random.nextGaussian());
    }
    return new CostPlot(
        "Cost of the samplers",
        ScaledAxis.logarithmic("Concentration α₁", alpha),
        "CPU time beside mean-field VI",
        List.of(
            new CostPlot.Series("HMC / VI", first),
            new CostPlot.Series("VI low rank / VI", second)));
  }

  static List<ChainSeries> variables(int chains, int draws, int count) {
    List<ChainSeries> variables = new ArrayList<>();
    List<String> names = List.of("C[1,1]", "C[2,1]", "s[1]", "s[2]", "w[1]", "lp__");
    for (int v = 0; v < count; v++) {
      double[][] values = new double[chains][draws];
      for (int chain = 0; chain < chains; chain++) {
        RandomStream random = RandomStreams.of(10).at(v, chain);
        double state = random.nextGaussian();
        for (int i = 0; i < draws; i++) {
          double keep = 0.2 + 0.12 * v;
          state = keep * state + Math.sqrt(1 - keep * keep) * random.nextGaussian();
          values[chain][i] = 0.4 + 0.05 * state + (v == 2 && chain == 3 ? 0.03 : 0);
        }
      }
      variables.add(new ChainSeries(names.get(v), values));
    }
    return variables;
  }

  static Divergences divergences(int chains, int draws) {
    boolean[][] flags = new boolean[chains][draws];
    for (int i = 0; i < 12; i++) {
      flags[i % chains][(i * 7919) % draws] = true;
    }
    return new Divergences(flags);
  }

  static EnergyPlot energy() {
    double[][] values = new double[4][1000];
    for (int chain = 0; chain < 4; chain++) {
      RandomStream random = RandomStreams.of(11).at(chain);
      double state = 0;
      for (int i = 0; i < 1000; i++) {
        double keep = 0.6 + 0.1 * chain;
        state = keep * state + Math.sqrt(1 - keep * keep) * random.nextGaussian();
        values[chain][i] = -1200 + 22 * state;
      }
    }
    return new EnergyPlot("Energy, d1", new ChainSeries("energy", values));
  }

  static EndmemberBands endmembers(double apart, int count) {
    int n = 156;
    double[] wavelength = new double[n];
    Arrays.setAll(wavelength, i -> 401 + 488.0 * i / (n - 1));
    List<EndmemberBands.Endmember> all = new ArrayList<>();
    List<String> names = List.of("soil", "tree", "water", "dirt", "road");
    for (int k = 0; k < count; k++) {
      int number = k;
      double[] centre =
          curve(
              wavelength,
              i ->
                  0.3
                      + apart * number
                      + 0.2 * Math.sin((wavelength[i] - 400) / (60.0 + 40 * number)));
      double[] width = curve(wavelength, i -> 0.02 + 0.03 * Math.abs(Math.sin(i / 30.0)));
      all.add(
          EndmemberBands.Endmember.of(
                  names.get(k), centre, band(centre, width, 0.4), band(centre, width, 1))
              .withReference("reference", curve(wavelength, i -> centre[i] + 0.01))
              .withEstimate("N-FINDR", curve(wavelength, i -> 0.93 * centre[i])));
    }
    return new EndmemberBands(
        "Endmembers of a Samson-like scene",
        ScaledAxis.linear("Wavelength (nm)", wavelength),
        "Reflectance",
        EndmemberBands.Arrangement.AUTOMATIC,
        all);
  }

  private static double[] curve(double[] axis, java.util.function.IntToDoubleFunction value) {
    double[] curve = new double[axis.length];
    Arrays.setAll(curve, value);
    return curve;
  }

  private static EndmemberBands.Band band(double[] centre, double[] width, double share) {
    return new EndmemberBands.Band(
        curve(centre, i -> centre[i] - share * width[i]),
        curve(centre, i -> centre[i] + share * width[i]));
  }

  static AbundanceMaps maps(int count) {
    ImageShape shape = new ImageShape(95, 95, ImageShape.PixelOrder.COLUMN_BY_COLUMN);
    List<AbundanceMaps.Map> maps = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      double[] abundance = new double[95 * 95];
      double[] width = new double[95 * 95];
      for (int row = 0; row < 95; row++) {
        for (int column = 0; column < 95; column++) {
          double value = 0.5 + 0.5 * Math.sin(row / 12.0 + k) * Math.cos(column / 17.0 - k);
          boolean missing = row > 80 && column > 70;
          abundance[shape.index(row, column)] = missing ? Double.NaN : value;
          width[shape.index(row, column)] = missing ? Double.NaN : 0.05 + 0.3 * value * (1 - value);
        }
      }
      maps.add(new AbundanceMaps.Map("endmember " + (k + 1), abundance, width));
    }
    return new AbundanceMaps("Abundances, Samson-like scene", shape, "90 % interval", maps);
  }

  static AbundanceSeries series() {
    double[] pressure = curve(new double[120], i -> 0.5 + 0.7 * i);
    List<AbundanceSeries.Series> series = new ArrayList<>();
    for (int k = 0; k < 3; k++) {
      double centre = 20 + 25 * k;
      double[] abundance =
          curve(pressure, i -> Math.exp(-Math.pow((pressure[i] - centre) / 18, 2)));
      series.add(
          new AbundanceSeries.Series(
              "endmember " + (k + 1),
              abundance,
              curve(pressure, i -> Math.max(0, abundance[i] - 0.08)),
              curve(pressure, i -> Math.min(1, abundance[i] + 0.08))));
    }
    return new AbundanceSeries(
        "Phases along the ramp",
        ScaledAxis.linear("Pressure (GPa)", pressure),
        "90 % interval",
        series);
  }

  static CalibrationPlot calibration(CalibrationPlot.View view) {
    List<CalibrationPlot.Quantity> quantities = new ArrayList<>();
    List<String> names = List.of("log density", "simplex volume", "least weight", "s[1]");
    for (int q = 0; q < names.size(); q++) {
      RandomStream random = RandomStreams.of(12).at(q);
      int[] ranks = new int[500];
      for (int i = 0; i < ranks.length; i++) {
        double u = random.nextDouble();
        ranks[i] = (int) (200 * (q == 3 ? Math.sqrt(u) : u));
      }
      quantities.add(new CalibrationPlot.Quantity(names.get(q), ranks));
    }
    return new CalibrationPlot("Simulation-based calibration", 199, view, quantities);
  }
}

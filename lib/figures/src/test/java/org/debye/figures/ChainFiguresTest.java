package org.debye.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;

class ChainFiguresTest {
  @Test
  void ranksShareTies() {
    double[][] ranks = RankPage.ranks(new double[][] {{3, 1, Double.NaN}, {1, 2}});
    assertThat(ranks[0]).containsExactly(3.5, 1);
    assertThat(ranks[1]).containsExactly(1, 2.5);
  }

  @Test
  void rankBarsStandAsHighAsTheirCounts() {
    // the first chain lies wholly below the second
    double[][] chains = new double[2][100];
    Arrays.setAll(chains[0], i -> i);
    Arrays.setAll(chains[1], i -> 100.0 + i);
    DrawnPage drawn = DrawnPage.of(new RankPlot("", List.of(new ChainSeries("x", chains))));
    assertThat(drawn.count(0, 0, 0x0072B2)).isGreaterThan(1000);
    assertThat(drawn.rgb(0, 0, 0.26, 0.9)).isEqualTo(0x0072B2);
    assertThat(drawn.rgb(0, 0, 0.76, 0.9)).isEqualTo(0xFFFFFF);
    assertThat(drawn.rgb(0, 1, 0.26, 0.9)).isEqualTo(0xFFFFFF);
    assertThat(drawn.rgb(0, 1, 0.76, 0.9)).isEqualTo(0x0072B2);
  }

  @Test
  void countsFollowTheirDistributions() {
    // scipy 1.17: binom(500, 0.1), hypergeom(4000, 200, 1000)
    double[] binomial = Counts.binomial(500, 0.1);
    assertThat(binomial[34]).isCloseTo(0.007920432735499238, within(1e-12));
    assertThat(binomial[50]).isCloseTo(0.5375688075430672, within(1e-12));
    assertThat(binomial[68]).isCloseTo(0.9959202017239533, within(1e-12));
    assertThat(Counts.quantile(binomial, 0.005)).isEqualTo(34);
    assertThat(Counts.quantile(binomial, 0.995)).isEqualTo(68);
    double[] urn = Counts.hypergeometric(4000, 200, 1000);
    assertThat(urn[40]).isCloseTo(0.05331998478672991, within(1e-12));
    assertThat(urn[60]).isCloseTo(0.9587089233955881, within(1e-12));
    assertThat(Counts.quantile(urn, 0.05)).isEqualTo(40);
    assertThat(Counts.quantile(urn, 0.95)).isEqualTo(60);
  }

  @Test
  void autocorrelationDividesByTheVariance() {
    double[] found = AutocorrelationPage.autocorrelation(new double[] {1, 2, 3, 4}, 5);
    // numpy: [1, 0.25, -0.3, -0.45]
    assertThat(Arrays.copyOf(found, 4)).containsExactly(new double[] {1, 0.25, -0.3, -0.45}, eps());
    assertThat(found[4]).isNaN();
    assertThat(AutocorrelationPage.autocorrelation(new double[] {2, 2, 2}, 1))
        .containsOnly(Double.NaN);
  }

  @Test
  void energyFractionIsBetancourts() {
    assertThat(EnergyPage.fraction(new double[] {0, 1, 0, 1})).isCloseTo(3, within(1e-15));
    assertThat(EnergyPage.fraction(new double[] {5, 5})).isNaN();
  }

  @Test
  void divergencesAreMarkedAndNamedWhereKnown() throws Exception {
    List<ChainSeries> variables = Gallery.variables(2, 100, 2);
    boolean[][] flags = new boolean[2][100];
    TracePlot calm = new TracePlot("", variables, new Divergences(flags));
    flags = new boolean[2][100];
    flags[1][50] = true;
    TracePlot one = new TracePlot("", variables, new Divergences(flags));
    int vermilion = 0xD55E00;
    assertThat(count(calm, vermilion)).isZero();
    assertThat(count(one, vermilion)).isPositive();
    assertThat(SvgText.of(one).texts()).contains("divergent draw");
    TracePlot unknown = new TracePlot("", variables, Divergences.unknown());
    assertThat(SvgText.of(unknown).texts()).doesNotContain("divergent draw");
    PairPlot pair = new PairPlot("", variables, new Divergences(flags));
    assertThat(DrawnPage.of(pair).count(1, 0, vermilion)).isPositive();
  }

  @Test
  void chainsDifferInLightness() {
    for (int chains = 2; chains <= 6; chains++) {
      List<Double> lightness = new ArrayList<>();
      for (int chain = 0; chain < chains; chain++) {
        lightness.add(Sketch.luminance(SeriesStyle.chain(chain, chains).getRGB()));
      }
      for (int i = 1; i < chains; i++) {
        assertThat(lightness.get(i) - lightness.get(i - 1)).isGreaterThan(18);
      }
    }
  }

  @Test
  void anyNumberOfDrawsIsDrawn() throws Exception {
    for (int draws : new int[] {0, 1, 2, 100_000}) {
      List<ChainSeries> variables = Gallery.variables(2, draws, 2);
      for (Figure figure :
          List.of(
              new TracePlot("", variables, Divergences.unknown()),
              new RankPlot("", variables),
              new AutocorrelationPlot("", variables),
              new EnergyPlot("", variables.get(0)),
              new PairPlot("", variables, Divergences.unknown()))) {
        SvgText svg = SvgText.of(figure);
        assertThat(svg.bytes()).isLessThan(700_000);
        assertThat(svg.texts()).noneMatch(text -> text.contains("NaN"));
      }
    }
  }

  @Test
  void chainsThatDoNotMoveOrAreMissingAreDrawn() throws Exception {
    double[][] still = {{1, 1, 1, 1}, {Double.NaN, Double.NaN, 2, Double.POSITIVE_INFINITY}};
    List<ChainSeries> variables = List.of(new ChainSeries("a", still), new ChainSeries("b", still));
    for (Figure figure :
        List.of(
            new TracePlot("", variables, Divergences.unknown()),
            new RankPlot("", variables),
            new AutocorrelationPlot("", variables),
            new EnergyPlot("", variables.get(0)),
            new PairPlot("", variables, Divergences.unknown()))) {
      assertThat(SvgText.of(figure).texts()).noneMatch(text -> text.contains("NaN"));
    }
  }

  @Test
  void tooMuchIsRefused() {
    List<ChainSeries> nine = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      nine.add(new ChainSeries("v", new double[2][3]));
    }
    assertThatThrownBy(() -> new TracePlot("", nine, Divergences.unknown()))
        .hasMessage("a trace plot shows 1 to 8 variables, got 9");
    assertThatThrownBy(() -> new RankPlot("", List.of()))
        .hasMessage("a rank plot shows 1 to 8 variables, got 0");
    assertThatThrownBy(() -> new ChainSeries("v", new double[11][3]))
        .hasMessage("v has 11 chains; 1 to 10 can be drawn");
    ChainSeries other = new ChainSeries("o", new double[2][4]);
    assertThatThrownBy(() -> new PairPlot("", List.of(nine.get(0), other), Divergences.unknown()))
        .hasMessage("o has other chains or draws than v");
  }

  @Test
  void calibrationBandHoldsWholeCurvesOfUniformRanks() {
    int n = 300;
    int draws = 99;
    EcdfBand band = EcdfBand.of(n, draws);
    int within = 0;
    int curves = 2000;
    for (int curve = 0; curve < curves; curve++) {
      RandomStream random = RandomStreams.of(33).at(curve);
      int[] counts = new int[draws + 1];
      for (int i = 0; i < n; i++) {
        counts[(int) (random.nextDouble() * (draws + 1))]++;
      }
      int below = 0;
      boolean inside = true;
      for (int i = 0; i < band.places().length; i++) {
        below += counts[i];
        double difference = (double) below / n - band.places()[i];
        inside &= difference >= band.low()[i] - 1e-12 && difference <= band.high()[i] + 1e-12;
      }
      within += inside ? 1 : 0;
    }
    // the band's own simulation and this one: four standard errors of both, and discreteness
    assertThat(within / (double) curves).isBetween(0.92, 0.985);
  }

  @Test
  void calibrationShowsBiasInBothViews() {
    int[] biased = new int[400];
    Arrays.setAll(biased, i -> i % 20);
    for (CalibrationPlot.View view : CalibrationPlot.View.values()) {
      DrawnPage drawn =
          DrawnPage.of(
              new CalibrationPlot(
                  "", 99, view, List.of(new CalibrationPlot.Quantity("q", biased))));
      assertThat(drawn.count(0, 0, 0x0072B2)).isPositive();
      if (view == CalibrationPlot.View.HISTOGRAM) {
        assertThat(drawn.rgb(0, 0, 0.07, 0.8)).isEqualTo(0x0072B2);
        assertThat(drawn.rgb(0, 0, 0.7, 0.8)).isNotEqualTo(0x0072B2);
      }
    }
    assertThatThrownBy(
            () ->
                new CalibrationPlot(
                    "",
                    9,
                    CalibrationPlot.View.HISTOGRAM,
                    List.of(new CalibrationPlot.Quantity("q", new int[] {10}))))
        .hasMessage("q has rank 10 among 9 draws");
  }

  @Test
  void barsOfRanksAreEvenWhereTheyCanBe() {
    assertThat(CalibrationPage.bins(1000, 200)).isEqualTo(25);
    assertThat(CalibrationPage.bins(200, 100)).isEqualTo(10);
    assertThat(CalibrationPage.bins(400, 101)).isEqualTo(20);
    assertThat(CalibrationPage.bins(0, 6)).isEqualTo(2);
    assertThat(CalibrationPage.bins(1000, 2)).isEqualTo(2);
  }

  @Test
  void fewOrNoRanksAreDrawn() throws Exception {
    for (int[] ranks : List.of(new int[0], new int[] {3})) {
      for (CalibrationPlot.View view : CalibrationPlot.View.values()) {
        CalibrationPlot plot =
            new CalibrationPlot("", 5, view, List.of(new CalibrationPlot.Quantity("q", ranks)));
        assertThat(SvgText.of(plot).texts()).contains("q");
      }
    }
  }

  private static int count(PageFigure figure, int rgb) {
    return DrawnPage.of(figure).count(0, 0, rgb);
  }

  private static org.assertj.core.data.Offset<Double> eps() {
    return within(1e-12);
  }
}

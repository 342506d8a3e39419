package org.debye.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.debye.failure.InputException;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.AxisKind;
import org.debye.spectra.SpectralAxis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each augmentation does; bounds of statistics are four of their standard errors. */
final class AugmentationTest {
  private static final RandomStreams STREAMS = RandomStreams.of(2026).under("augmentation");

  static List<Augmentation> all() {
    return List.of(
        Jitter.THESIS,
        Scaling.THESIS,
        MagnitudeWarp.THESIS,
        AngleWarp.THESIS,
        WindowSlice.THESIS,
        new EnergyShift(3),
        new UnitRange());
  }

  @Test
  void jitterIsNormalOfItsDeviationAtEachPoint() {
    int points = 2000;
    int spectra = 100;
    double[] noise = new double[points * spectra];
    for (int s = 0; s < spectra; s++) {
      float[] values = new float[points];
      Jitter.THESIS.apply(values, 0, STREAMS.at("jitter", s), new AugmentationScratch(points));
      for (int i = 0; i < points; i++) {
        noise[s * points + i] = values[i] / 0.1;
      }
    }
    assertStandardNormal(noise);
    double neighbours = 0;
    for (int i = 1; i < noise.length; i++) {
      neighbours += noise[i] * noise[i - 1];
    }
    assertThat(neighbours / noise.length).isCloseTo(0, within(4 / Math.sqrt(noise.length)));
  }

  @Test
  void scalingIsOneNormalFactor() {
    double[] factors = new double[100_000];
    AugmentationScratch scratch = new AugmentationScratch(3);
    for (int s = 0; s < factors.length; s++) {
      float[] values = {1, 2, -4};
      Scaling.THESIS.apply(values, 0, STREAMS.at("scaling", s), scratch);
      assertThat(values[1]).isEqualTo(2 * values[0]);
      assertThat(values[2]).isEqualTo(-4 * values[0]);
      factors[s] = (values[0] - 1) / 0.1;
    }
    assertStandardNormal(factors);
  }

  @Test
  void magnitudeWarpLeavesZerosAndHasMeanOneAndItsDeviationAtTheEnds() {
    int draws = 20_000;
    double[] first = new double[draws];
    double[] last = new double[draws];
    AugmentationScratch scratch = new AugmentationScratch(50);
    for (int s = 0; s < draws; s++) {
      float[] values = new float[50];
      Arrays.fill(values, 1);
      values[20] = 0;
      MagnitudeWarp.THESIS.apply(values, 0, STREAMS.at("magnitude", s), scratch);
      assertThat(values[20]).isZero();
      first[s] = (values[0] - 1) / 0.3;
      last[s] = (values[49] - 1) / 0.3;
    }
    assertStandardNormal(first);
    assertStandardNormal(last);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.2, 0.5})
  void angleWarpKeepsEndsHeightsAndOrderOfLines(double deviation) {
    AngleWarp warp = new AngleWarp(deviation, 8);
    int points = 4023;
    AugmentationScratch scratch = new AugmentationScratch(points);
    double moved = 0;
    for (int s = 0; s < 200; s++) {
      float[] before = LineSpectrum.of(points);
      before[0] = 7;
      before[points - 1] = 9;
      float[] after = before.clone();
      warp.apply(after, 0, STREAMS.at("angle", s), scratch);
      assertThat(after[0]).isEqualTo(7);
      assertThat(after[points - 1]).isEqualTo(9);
      List<Float> lines = LineSpectrum.peaks(after);
      assertThat(lines).as("spectrum %d", s).hasSize(5);
      for (int l = 0; l < 5; l++) {
        assertThat(lines.get(l)).isCloseTo(LineSpectrum.peaks(before).get(l), within(0.02f));
      }
      moved = Math.max(moved, Math.abs(highest(after) - highest(before)));
    }
    if (deviation == 0) {
      assertThat(moved).as("the sum begins a step on").isLessThanOrEqualTo(1);
    } else {
      assertThat(moved).isGreaterThan(50);
    }
  }

  /** A curve that would turn the axis back: its map still rises, and no line is lost. */
  @Test
  void angleWarpNeverTurnsBack() {
    double[] heights = {1, 1, 1, -0.4, -0.4, 1, 1, 1, 1, 1};
    int points = 1000;
    float[] ramp = new float[points];
    for (int i = 0; i < points; i++) {
      ramp[i] = i;
    }
    AngleWarp.warp(ramp, 0, heights, new AugmentationScratch(points));
    double steepest = 0;
    for (int i = 2; i < points; i++) {
      assertThat(ramp[i]).isGreaterThan(ramp[i - 1]);
      steepest = Math.max(steepest, ramp[i] - ramp[i - 1]);
    }
    // the mean stretch, which is below 1 here, over the least
    assertThat(steepest).isBetween(5.0, 1 / AngleWarp.LEAST_STRETCH);
    float[] lines = LineSpectrum.of(4023);
    AngleWarp.warp(lines, 0, heights, new AugmentationScratch(4023));
    assertThat(LineSpectrum.peaks(lines)).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 10, 101, 4023})
  void sliceOfARampIsARampWithin(int points) {
    AugmentationScratch scratch = new AugmentationScratch(points);
    WindowSlice slice = new WindowSlice(0.5, 0.9);
    for (int s = 0; s < 100; s++) {
      float[] ramp = new float[points];
      for (int i = 0; i < points; i++) {
        ramp[i] = i;
      }
      slice.apply(ramp, 0, STREAMS.at("slice", s), scratch);
      double step = (ramp[points - 1] - ramp[0]) / (points - 1.0);
      assertThat(step * (points - 1) + 1).isBetween(Math.min(2, 0.5 * points), 0.9 * points + 1);
      assertThat(ramp[0]).isGreaterThanOrEqualTo(0).isEqualTo((float) Math.rint(ramp[0]));
      assertThat(ramp[points - 1]).isLessThanOrEqualTo(points - 1f);
      for (int i = 0; i < points; i++) {
        assertThat((double) ramp[i]).isCloseTo(ramp[0] + i * step, within(5e-4));
      }
    }
  }

  @Test
  void slicesBeginEverywhereEquallyOften() {
    int draws = 21_000;
    int[] starts = new int[21];
    AugmentationScratch scratch = new AugmentationScratch(100);
    for (int s = 0; s < draws; s++) {
      float[] ramp = new float[100];
      for (int i = 0; i < 100; i++) {
        ramp[i] = i;
      }
      WindowSlice.THESIS.apply(ramp, 0, STREAMS.at("start", s), scratch);
      starts[(int) ramp[0]]++;
      assertThat(ramp[99] - ramp[0]).as("80 points").isEqualTo(79);
    }
    double chiSquare = Arrays.stream(starts).mapToDouble(n -> (n - 1000) * (n - 1000) / 1e3).sum();
    assertThat(chiSquare).as("20 degrees of freedom, 1e-4 above").isLessThan(52.4);
  }

  @Test
  void evenSlicesAreThoseOfChapterSix() {
    List<WindowSlice> slices = WindowSlice.evenly(0.85, 0.96, 20);
    assertThat(slices).hasSize(20);
    assertThat(slices.get(0)).isEqualTo(new WindowSlice(0.85, 0.85));
    assertThat(slices.get(19)).isEqualTo(new WindowSlice(0.96, 0.96));
    for (int i = 1; i < 20; i++) {
      assertThat(slices.get(i).least() - slices.get(i - 1).least())
          .isCloseTo(0.11 / 19, within(1e-12));
    }
    assertThat(WindowSlice.evenly(0.5, 0.9, 1)).containsExactly(new WindowSlice(0.5, 0.5));
  }

  @Test
  void shiftInterpolatesAndHoldsTheEnds() {
    float[] from = {1, 3, 7, 4};
    float[] to = new float[4];
    EnergyShift.shift(from, 1.25, to, 0);
    assertThat(to).containsExactly(1, 1, 2.5f, 6);
    EnergyShift.shift(from, -1, to, 0);
    assertThat(to).containsExactly(3, 7, 4, 4);
    EnergyShift.shift(from, 1e30, to, 0);
    assertThat(to).containsExactly(1, 1, 1, 1);
    EnergyShift.shift(from, -1e30, to, 0);
    assertThat(to).containsExactly(4, 4, 4, 4);
  }

  @Test
  void shiftsAreNormalInTheAxissUnit() {
    double[] energies = new double[201];
    Arrays.setAll(energies, i -> 7200 - 0.5 * i);
    SpectralAxis axis = new SpectralAxis(AxisKind.ENERGY_EV, energies);
    EnergyShift shift = EnergyShift.along(axis, 2);
    assertThat(shift.deviation()).isCloseTo(4, within(1e-9));
    double[] shifts = new double[20_000];
    AugmentationScratch scratch = new AugmentationScratch(201);
    for (int s = 0; s < shifts.length; s++) {
      float[] ramp = new float[201];
      for (int i = 0; i < 201; i++) {
        ramp[i] = i;
      }
      shift.apply(ramp, 0, STREAMS.at("shift", s), scratch);
      shifts[s] = (100 - ramp[100]) / 4;
    }
    assertStandardNormal(shifts);
    energies[7] += 0.01;
    assertThatThrownBy(() -> EnergyShift.along(axis, 2))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("points of the axis are not at equal distances in energy_ev")
        .hasMessageEndingWith(
            "Give the deviation in points, or bring the spectra onto an even axis.");
    assertThatThrownBy(
            () -> EnergyShift.along(new SpectralAxis(AxisKind.CHANNEL, new double[] {1}), 2))
        .isInstanceOf(InputException.class);
  }

  @Test
  void unitRangeIsFromZeroToOneAndOfAConstantZero() {
    float[] values = {-3, 5, 1};
    RandomStream random = STREAMS.at("unit");
    new UnitRange().apply(values, 0, random, new AugmentationScratch(3));
    assertThat(values).containsExactly(0, 1, 0.5f);
    float[] constant = {4, 4};
    new UnitRange().apply(constant, 0, random, new AugmentationScratch(2));
    assertThat(constant).containsExactly(0, 0);
    float[] widest = {-Float.MAX_VALUE, Float.MAX_VALUE, 0};
    new UnitRange().apply(widest, 0, random, new AugmentationScratch(3));
    assertThat(widest).containsExactly(0, 1, 0.5f);
  }

  @ParameterizedTest
  @MethodSource("all")
  void nothingElseIsTouchedWhereASpectrumLiesAmongOthers(Augmentation one) {
    float[] alone = LineSpectrum.of(200);
    float[] among = new float[600];
    Arrays.fill(among, 5);
    System.arraycopy(alone, 0, among, 300, 200);
    AugmentationScratch scratch = new AugmentationScratch(200);
    one.apply(alone, 0, STREAMS.at("among"), scratch);
    one.apply(among, 300, STREAMS.at("among"), scratch);
    assertThat(Arrays.copyOfRange(among, 300, 500)).containsExactly(alone);
    assertThat(Arrays.copyOf(among, 300)).containsOnly(5);
    assertThat(Arrays.copyOfRange(among, 500, 600)).containsOnly(5);
  }

  @ParameterizedTest
  @MethodSource("all")
  void theShortestSpectrumIsChangedWithoutNaN(Augmentation one) {
    int points = one.leastPoints();
    AugmentationScratch scratch = new AugmentationScratch(points);
    for (int s = 0; s < 500; s++) {
      float[] values = new float[points];
      values[s % points] = 1;
      one.apply(values, 0, STREAMS.at("short", s), scratch);
      for (float value : values) {
        assertThat(Float.isFinite(value)).isTrue();
      }
    }
  }

  @Test
  void impossibleNumbersAreRefusedWithASentence() {
    for (double wrong : new double[] {-0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new Jitter(wrong))
          .isInstanceOf(InputException.class)
          .hasMessage(
              "jitter: a deviation of " + wrong + ". Give a finite number that is at least 0.");
      assertThatThrownBy(() -> new Scaling(wrong)).isInstanceOf(InputException.class);
      assertThatThrownBy(() -> new MagnitudeWarp(wrong, 4)).isInstanceOf(InputException.class);
      assertThatThrownBy(() -> new AngleWarp(wrong, 8)).isInstanceOf(InputException.class);
      assertThatThrownBy(() -> new EnergyShift(wrong)).isInstanceOf(InputException.class);
    }
    assertThatThrownBy(() -> new AngleWarp(0.2, -1))
        .isInstanceOf(InputException.class)
        .hasMessage("angle warp: -1 knots. Give a number that is at least 0.");
    assertThatThrownBy(() -> new MagnitudeWarp(0.2, -1)).isInstanceOf(InputException.class);
    for (double[] wrong : new double[][] {{0, 0.5}, {0.9, 0.8}, {0.5, 1.1}, {Double.NaN, 1}}) {
      assertThatThrownBy(() -> new WindowSlice(wrong[0], wrong[1]))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("Give 0 < least <= most <= 1");
    }
    assertThatThrownBy(() -> WindowSlice.evenly(0.8, 0.9, 0)).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> new AugmentationScratch(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a spectrum of 1 points");
  }

  /** Away from the ends, one of which the sum puts a step further. */
  private static int highest(float[] values) {
    int highest = 20;
    for (int i = 21; i < values.length - 1; i++) {
      highest = values[i] > values[highest] ? i : highest;
    }
    return highest;
  }

  /** Mean 0, variance 1, fourth moment 3; the latter's variances are 2 / n and 96 / n. */
  private static void assertStandardNormal(double[] z) {
    double n = z.length;
    double mean = Arrays.stream(z).average().orElseThrow();
    double variance = Arrays.stream(z).map(v -> v * v).average().orElseThrow();
    double fourth = Arrays.stream(z).map(v -> v * v * v * v).average().orElseThrow();
    assertThat(mean).isCloseTo(0, within(4 / Math.sqrt(n)));
    assertThat(variance).isCloseTo(1, within(4 * Math.sqrt(2 / n)));
    assertThat(fourth).isCloseTo(3, within(4 * Math.sqrt(96 / n)));
  }
}

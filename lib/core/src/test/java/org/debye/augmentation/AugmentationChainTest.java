package org.debye.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.debye.failure.InputException;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Test;

final class AugmentationChainTest {
  private static final int POINTS = 300;
  private static final RandomStreams RECORD = RandomStreams.of(9).under("d1").under(17);
  private static final AugmentationChain WARPS =
      AugmentationChain.of(new UnitRange(), MagnitudeWarp.THESIS, AngleWarp.THESIS);

  @Test
  void probabilityZeroIsTheIdentityAndOneAlwaysApplies() {
    Augmentation[] all = AugmentationTest.all().toArray(Augmentation[]::new);
    AugmentationChain never = AugmentationChain.withProbability(0, all);
    AugmentationChain always = AugmentationChain.of(Scaling.THESIS);
    AugmentationScratch scratch = never.scratch(POINTS);
    for (int s = 0; s < 1000; s++) {
      float[] values = LineSpectrum.of(POINTS);
      never.apply(values, 0, RECORD.at(s), scratch);
      assertThat(values).containsExactly(LineSpectrum.of(POINTS));
      always.apply(values, 0, RECORD.at(s), scratch);
      assertThat(values).isNotEqualTo(LineSpectrum.of(POINTS));
    }
    float[] values = LineSpectrum.of(POINTS);
    new AugmentationChain(List.of()).apply(values, 0, RECORD.at(1), scratch);
    assertThat(values).containsExactly(LineSpectrum.of(POINTS));
  }

  @Test
  void stepsAreAppliedIndependentlyAndAsOftenAsAsked() {
    AugmentationChain chain =
        new AugmentationChain(
            List.of(
                new AugmentationChain.Step(Scaling.THESIS, 0.2),
                new AugmentationChain.Step(new UnitRange(), 0.5)));
    AugmentationScratch scratch = chain.scratch(2);
    int draws = 40_000;
    int[] counts = new int[4];
    for (int s = 0; s < draws; s++) {
      float[] values = {2, 4};
      chain.apply(values, 0, RECORD.at(s), scratch);
      boolean ranged = values[0] == 0;
      // scaled and ranged is only seen as ranged
      counts[ranged ? 2 : values[0] == 2 ? 0 : 1]++;
    }
    assertShare(counts[2], 0.5, draws);
    assertShare(counts[1], 0.1, draws);
  }

  @Test
  void orderMatters() {
    AugmentationChain sliceFirst = AugmentationChain.of(WindowSlice.THESIS, AngleWarp.THESIS);
    AugmentationChain warpFirst = AugmentationChain.of(AngleWarp.THESIS, WindowSlice.THESIS);
    float[] one = view(sliceFirst, 0, 0);
    float[] two = view(warpFirst, 0, 0);
    assertThat(one).isNotEqualTo(two);
    // the ends of a warp are the spectrum's; a slice after it has others
    float[] ramp = new float[POINTS];
    for (int i = 0; i < POINTS; i++) {
      ramp[i] = i;
    }
    float[] doubled = ramp.clone();
    AugmentationScratch scratch = sliceFirst.scratch(POINTS);
    AugmentationChain.of(new UnitRange(), new Scaling(0.1)).apply(ramp, 0, RECORD.at(3), scratch);
    AugmentationChain.of(new Scaling(0.1), new UnitRange())
        .apply(doubled, 0, RECORD.at(3), scratch);
    assertThat(ramp[POINTS - 1]).isNotEqualTo(1);
    assertThat(doubled[POINTS - 1]).isEqualTo(1);
    assertThat(WARPS.then(sliceFirst).steps()).hasSize(5).startsWith(WARPS.steps().get(0));
  }

  @Test
  void aViewDependsOnRecordRoundAndNumberAlone() {
    float[] first = view(WARPS, 2, 1);
    assertThat(view(WARPS, 2, 1)).containsExactly(first);
    Set<String> different = new HashSet<>();
    for (int round = 0; round < 5; round++) {
      for (int view = 0; view < 6; view++) {
        different.add(Arrays.toString(view(WARPS, round, view)));
      }
    }
    assertThat(different).hasSize(30);
    AugmentedViews views = new AugmentedViews(WARPS, 6);
    float[] out = new float[POINTS];
    views.write(
        LineSpectrum.of(POINTS),
        0,
        RandomStreams.of(9).under("d1").under(18),
        2,
        1,
        out,
        0,
        WARPS.scratch(POINTS));
    assertThat(out).as("another record").isNotEqualTo(first);
  }

  @Test
  void threadsAndNeighboursChangeNothing() {
    AugmentedViews views = new AugmentedViews(WARPS.then(AugmentationChain.of(Jitter.THESIS)), 4);
    float[] source = LineSpectrum.of(POINTS);
    float[] together = new float[32 * 4 * POINTS + 7];
    IntStream.range(0, 32)
        .parallel()
        .forEach(
            record ->
                views.writeAll(
                    source,
                    0,
                    RECORD.under(record),
                    5,
                    together,
                    7 + record * 4 * POINTS,
                    views.chain().scratch(POINTS)));
    AugmentationScratch scratch = views.chain().scratch(POINTS);
    float[] one = new float[POINTS];
    for (int i = 127; i >= 0; i--) {
      views.write(source, 0, RECORD.under(i / 4), 5, i % 4, one, 0, scratch);
      int at = 7 + i * POINTS;
      assertThat(Arrays.copyOfRange(together, at, at + POINTS)).containsExactly(one);
    }
    assertThat(source).as("not modified").containsExactly(LineSpectrum.of(POINTS));
  }

  @Test
  void valuesThatAreNotFiniteAreRefused() {
    AugmentationScratch scratch = WARPS.scratch(POINTS);
    for (float wrong : new float[] {Float.NaN, Float.NEGATIVE_INFINITY}) {
      float[] values = LineSpectrum.of(POINTS);
      values[12] = wrong;
      assertThatThrownBy(() -> WARPS.apply(values, 0, RECORD.at(0), scratch))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("the value at point 12 of a spectrum is " + wrong);
    }
    assertThatThrownBy(() -> WARPS.apply(new float[POINTS], 1, RECORD.at(0), scratch))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a spectrum of 300 points at 1 of 300 values");
  }

  @Test
  void spectraTooShortAndImpossibleChainsAreRefusedWithASentence() {
    assertThat(WARPS.scratch(10).points()).isEqualTo(10);
    assertThatThrownBy(() -> WARPS.scratch(9))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "AngleWarp[deviation=0.2, knots=8]: needs spectra of at least 10 points, got 9."
                + " Ask for fewer knots, or leave it out.");
    for (double wrong : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> AugmentationChain.withProbability(wrong, new UnitRange()))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("a probability of " + wrong);
    }
    assertThatThrownBy(() -> new AugmentedViews(WARPS, 0)).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> view(WARPS, 0, 6))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("view 6 of 6");
  }

  @Test
  void viewsAreSerialisable() throws Exception {
    AugmentedViews views =
        new AugmentedViews(
            AugmentationChain.of(AugmentationTest.all().toArray(Augmentation[]::new)), 6);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(views);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(views);
    }
  }

  private static void assertShare(int count, double share, int draws) {
    double error = Math.sqrt(share * (1 - share) / draws);
    assertThat(count / (double) draws).isCloseTo(share, within(4 * error));
  }

  private static float[] view(AugmentationChain chain, long round, int view) {
    float[] out = new float[POINTS];
    new AugmentedViews(chain, 6)
        .write(LineSpectrum.of(POINTS), 0, RECORD, round, view, out, 0, chain.scratch(POINTS));
    return out;
  }
}

package org.debye.learning.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.debye.learning.data.HeldSpectra;
import org.debye.learning.network.RepresentationSettings;
import org.debye.learning.probe.PeakAnswers.PeakScores;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.debye.spectra.peak.SpectralPeak;
import org.junit.jupiter.api.Test;

/** Layers learn what is a sum of a representation's numbers, and nothing where there is nothing. */
final class LinearProbeTest {
  private static final int WIDTH = 6;
  private static final double[] AXIS = IntStream.range(0, 40).mapToDouble(i -> i).toArray();

  @Test
  void whatARepresentationHoldsIsReadOff() {
    PeakScores scores = scores(true);
    assertThat(scores.number().accuracy()).isGreaterThan(0.95);
    assertThat(scores.position().rms()).isLessThan(0.3);
    assertThat(scores.region().overlap()).isGreaterThan(0.5);
    PeakScores blind = blind();
    assertThat(blind.number().accuracy()).isBetween(0.3, 0.7);
    assertThat(blind.position().rms()).isGreaterThan(1.5);
    assertThat(scores.region().overlap()).isGreaterThan(blind.region().overlap() + 0.2);
  }

  @Test
  void whatItDoesNotHoldIsNot() {
    PeakScores scores = scores(false);
    PeakScores blind = blind();
    assertThat(scores.number().accuracy()).isLessThan(0.75);
    assertThat(scores.position().rms()).isGreaterThan(0.8 * blind.position().rms());
  }

  @Test
  void theSameAgain() {
    assertThat(answers(true).positions()[3]).containsExactly(answers(true).positions()[3]);
  }

  @Test
  void positionsBeyondTheLastPeakTeachNothing() {
    List<List<SpectralPeak>> frames = List.of(List.of(peak(10)), List.of(peak(12), peak(30)));
    MeasuredTargets targets = new PeakTruth(frames, AXIS).positionTargets(3);
    assertThat(targets.known()).containsExactly(1, 0, 0, 1, 1, 0);
    assertThat(targets.means()).containsExactly(11, 30, 52 / 3.0);
    HeldSpectra two = new HeldSpectra(1).add(new float[] {0}).add(new float[] {1});
    double[][] values = new LinearProbe(two, two).values(targets, true, settings(0.05, 600));
    assertThat(values[0][0]).isCloseTo(10, within(0.1));
    assertThat(values[1][0]).isCloseTo(12, within(0.1));
    assertThat(values[1][1]).isCloseTo(30, within(0.3));
  }

  @Test
  void anEncoderRepresentsEachSpectrumByItself() {
    RepresentationSettings small = new RepresentationSettings(8, 4, 12, true);
    HeldSpectra spectra = new HeldSpectra(96);
    RandomStream random = RandomStreams.of(4).at("spectra");
    for (int i = 0; i < 70; i++) {
      float[] spectrum = new float[96];
      for (int p = 0; p < 96; p++) {
        spectrum[p] = (float) random.nextDouble();
      }
      spectra.add(spectrum);
    }
    HeldSpectra all = Represented.untrained(spectra, small, 3);
    assertThat(all.size()).isEqualTo(70);
    assertThat(all.points()).isEqualTo(8);
    float[] last = new float[96];
    spectra.read(69, last, 0);
    float[] alone = new float[8];
    Represented.untrained(new HeldSpectra(96).add(last), small, 3).read(0, alone, 0);
    float[] among = new float[8];
    all.read(69, among, 0);
    for (int e = 0; e < 8; e++) {
      assertThat(among[e]).isCloseTo(alone[e], within(1e-5f));
    }
    float[] other = new float[8];
    Represented.untrained(new HeldSpectra(96).add(last), small, 4).read(0, other, 0);
    assertThat(other).isNotEqualTo(alone);
  }

  private static PeakScores scores(boolean telling) {
    PeakTruth asked = new PeakTruth(frames("asked"), AXIS);
    return answers(telling).scores(asked, 0, asked.frames().size());
  }

  private static PeakScores blind() {
    PeakTruth asked = new PeakTruth(frames("asked"), AXIS);
    return PeakAnswers.blind(new PeakTruth(frames("learnt"), AXIS), 2, 80).scores(asked, 0, 80);
  }

  private static PeakAnswers answers(boolean telling) {
    LinearProbe probe =
        new LinearProbe(represented("learnt", telling), represented("asked", telling));
    PeakAnswers.Settings settings =
        new PeakAnswers.Settings(settings(0.05, 200), settings(0.05, 400), settings(0.01, 400));
    return PeakAnswers.of(probe, new PeakTruth(frames("learnt"), AXIS), 2, settings);
  }

  private static HeadSettings settings(double rate, int epochs) {
    return new HeadSettings(rate, 0, epochs, 100, 1);
  }

  /** One or two peaks; where they stand is a place among seven and a step aside. */
  private static List<List<SpectralPeak>> frames(String part) {
    RandomStream random = RandomStreams.of(2).at(part);
    List<List<SpectralPeak>> frames = new ArrayList<>();
    for (int f = 0; f < 80; f++) {
      double place = 6 * random.nextDouble();
      List<SpectralPeak> peaks = new ArrayList<>(List.of(peak(10 + place)));
      if (random.nextDouble() < 0.5) {
        peaks.add(peak(30 - place));
      }
      frames.add(List.copyOf(peaks));
    }
    return frames;
  }

  /** The place of the first peak, how many there are, and what tells nothing. */
  private static HeldSpectra represented(String part, boolean telling) {
    RandomStream random = RandomStreams.of(3).at(part);
    HeldSpectra held = new HeldSpectra(WIDTH);
    for (List<SpectralPeak> peaks : frames(part)) {
      float[] row = new float[WIDTH];
      for (int e = 0; e < WIDTH; e++) {
        row[e] = (float) random.nextGaussian();
      }
      if (telling) {
        double place = peaks.get(0).position() - 10;
        row[0] = (float) (place / 3 - 1);
        row[1] = peaks.size() == 2 ? 1 : -1;
        row[2] = place < 2 ? 1 : 0;
        row[3] = place > 4 ? 1 : 0;
        Arrays.fill(row, 4, WIDTH, 0);
      }
      held.add(row);
    }
    return held;
  }

  private static SpectralPeak peak(double position) {
    return new SpectralPeak("p", "l", position, 4, 1);
  }
}

package org.debye.spectra.absorption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.debye.fixtures.Golden;
import org.debye.fixtures.SharedData;
import org.debye.spectra.text.ImportSettings;
import org.debye.spectra.text.ImportedSpectrum;
import org.debye.spectra.text.Quantity;
import org.debye.spectra.text.SpectrumText;
import org.junit.jupiter.api.Test;

/** Measured spectra, against Larch: test/golden/absorption/normalisation.py. */
class RealAbsorptionTest {
  private static final EdgeNormalisation LARCH =
      new EdgeNormalisation(NormalisationSettings.larch());

  @Test
  void normalisesMeasuredSpectraAsLarch() throws IOException {
    int compared = 0;
    for (String[] row : rows()) {
      ImportedSpectrum spectrum = read(row[0]);
      AbsorptionScan scan = AbsorptionScan.finite(spectrum.axis(), doubles(spectrum.intensity()));
      NormalisedAbsorption found = LARCH.of(scan);
      NormalisationParameters p = found.parameters();
      double[] wanted =
          IntStream.range(1, row.length).mapToDouble(i -> Double.parseDouble(row[i])).toArray();
      double[] mine = {
        p.e0(), p.edgeStep(), p.pre1(), p.pre2(), p.norm1(), p.norm2(), p.degree(), p.victoreen()
      };
      for (int i = 0; i < mine.length; i++) {
        assertThat(mine[i])
            .as("%s, number %d", row[0], i)
            .isCloseTo(wanted[i], within(1e-7 * Math.max(1, Math.abs(wanted[i]))));
      }
      double points = found.energy().length;
      assertThat(sum(found.normalised()) / points).isCloseTo(wanted[8] / points, within(1e-6));
      assertThat(sum(found.flattened()) / points).isCloseTo(wanted[9] / points, within(1e-6));
      compared++;
    }
    assertThat(compared).isEqualTo(245);
  }

  @Test
  void takesNearlyAllMeasuredSpectraOfTheirElement() throws IOException {
    Map<DiscardReason, Integer> reasons = new EnumMap<>(DiscardReason.class);
    int taken = 0;
    for (String[] row : rows()) {
      ImportedSpectrum spectrum = read(row[0]);
      AbsorptionEdge edge =
          AbsorptionEdge.of(
                  spectrum.metadata().getOrDefault("Element.symbol", ""),
                  spectrum.metadata().getOrDefault("Element.edge", ""))
              .orElse(null);
      Screened found =
          new AbsorptionScreening(LARCH, edge).of(spectrum.axis(), doubles(spectrum.intensity()));
      if (found instanceof Screened.Discarded discarded) {
        reasons.merge(discarded.reason(), 1, Integer::sum);
      } else {
        taken++;
      }
    }
    // fe_xanes_8ch.xdi is a fluorescence scan whose transmission has no edge
    assertThat(reasons).isEqualTo(Map.of(DiscardReason.TOO_FEW_AFTER_EDGE, 1));
    assertThat(taken).isEqualTo(244);
  }

  private static List<String[]> rows() {
    assumeTrue(
        SharedData.find("xanes/xasdatalibrary").isPresent(),
        SharedData.absent("xanes/xasdatalibrary"));
    return new String(Golden.bytes("absorption/real.tsv"), StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.split("\t", -1))
        .toList();
  }

  private static ImportedSpectrum read(String file) throws IOException {
    byte[] bytes = Files.readAllBytes(SharedData.find(file).orElseThrow());
    return SpectrumText.read(
            file, bytes, ImportSettings.fromFile().withQuantity(Quantity.TRANSMISSION))
        .get(0);
  }

  private static double[] doubles(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}

package org.debye.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.debye.fixtures.Golden;
import org.junit.jupiter.api.Test;

class DetectorCatalogueTest {
  /** test/golden/pyfai_detectors.py: the pixels that pyFAI's own masks leave out. */
  @Test
  void masksTheGapsThatPyFaiMasks() {
    String golden = new String(Golden.bytes("pyfai_detectors.csv"), StandardCharsets.UTF_8);
    for (String line : golden.lines().toList()) {
      String name = line.substring(0, line.lastIndexOf(','));
      Detector detector = DetectorCatalogue.find(name, null, null).orElseThrow();
      FrameShape shape = Objects.requireNonNull(detector.shape(), name);
      int masked = 0;
      for (boolean gap : detector.gapMask(shape)) {
        masked += gap ? 1 : 0;
      }
      assertThat(masked).as(name).isEqualTo(Integer.parseInt(line.substring(name.length() + 1)));
    }
    assertThat(DetectorCatalogue.names()).hasSize((int) golden.lines().count());
  }

  @Test
  void knowsAliases() {
    assertThat(DetectorCatalogue.find("Pilatus 1M", null, null))
        .isEqualTo(DetectorCatalogue.find("pilatus1m", null, null))
        .isPresent();
    assertThat(DetectorCatalogue.find("Xpad_flat", null, null)).isEmpty();
  }

  @Test
  void binsByPixelSize() {
    Detector perkin = DetectorCatalogue.find("Perkin", 100e-6, 100e-6).orElseThrow();
    assertThat(perkin.shape()).isEqualTo(new FrameShape(4096, 4096));
    assertThat(DetectorCatalogue.find("Perkin", null, null).orElseThrow().shape())
        .isEqualTo(new FrameShape(2048, 2048));
  }
}

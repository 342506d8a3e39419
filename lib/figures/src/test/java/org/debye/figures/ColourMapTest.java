package org.debye.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ColourMapTest {
  @Test
  void luminanceRisesAlongTheMap() {
    double before = -1;
    for (int i = 0; i < ColourMap.COLOURS; i++) {
      double now = Sketch.luminance(ColourMap.rgb(i / (ColourMap.COLOURS - 1.0)));
      assertThat(now).as("colour %d", i).isGreaterThan(before - 0.3);
      if (i % 4 == 0) {
        assertThat(now).as("colour %d", i).isGreaterThan(before);
        before = now;
      }
    }
    assertThat(Sketch.luminance(ColourMap.rgb(0))).isLessThan(30);
    assertThat(Sketch.luminance(ColourMap.rgb(1))).isGreaterThan(210);
  }

  @Test
  void endsHoldBeyondTheMapAndMissingIsGrey() {
    assertThat(ColourMap.rgb(-3)).isEqualTo(ColourMap.rgb(0)).isEqualTo(0x440154);
    assertThat(ColourMap.rgb(7)).isEqualTo(ColourMap.rgb(1)).isEqualTo(0xFDE725);
    int grey = ColourMap.rgb(Double.NaN);
    assertThat(grey >> 16 & 0xFF).isEqualTo(grey >> 8 & 0xFF).isEqualTo(grey & 0xFF);
    for (int i = 0; i <= 100; i++) {
      int colour = ColourMap.rgb(i / 100.0);
      int chroma =
          Math.max(
              Math.abs((colour >> 16 & 0xFF) - (colour >> 8 & 0xFF)),
              Math.abs((colour >> 8 & 0xFF) - (colour & 0xFF)));
      assertThat(chroma).as("level %d %%", i).isGreaterThan(20);
    }
  }

  @Test
  void scalesMapTheirLimitsToTheEnds() {
    for (ColourScale scale : ColourScale.values()) {
      assertThat(scale.level(2, 2, 50)).as(scale.name()).isCloseTo(0, within(1e-12));
      assertThat(scale.level(50, 2, 50)).as(scale.name()).isCloseTo(1, within(1e-12));
      assertThat(scale.level(10, 2, 50)).as(scale.name()).isBetween(0.1, 0.9);
      assertThat(scale.level(Double.NaN, 2, 50)).as(scale.name()).isNaN();
      assertThat(scale.level(5, 5, 5)).as(scale.name()).isEqualTo(0.5);
    }
    assertThat(ColourScale.LOGARITHMIC.level(10, 1, 100)).isCloseTo(0.5, within(1e-12));
    assertThat(ColourScale.LOGARITHMIC.level(-4, 1, 100)).isEqualTo(0);
    assertThat(ColourScale.SQUARE_ROOT.level(25, 0, 100)).isCloseTo(0.5, within(1e-12));
    // a floor below zero, as after a subtraction
    assertThat(ColourScale.SQUARE_ROOT.level(0, -25, 75)).isCloseTo(0.5, within(1e-12));
  }
}

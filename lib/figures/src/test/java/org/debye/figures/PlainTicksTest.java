package org.debye.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.jfree.chart.axis.NumberTickUnit;
import org.junit.jupiter.api.Test;

class PlainTicksTest {
  private final PlainTicks ticks = new PlainTicks();

  private NumberTickUnit unit(double size) {
    return (NumberTickUnit) ticks.getCeilingTickUnit(size);
  }

  @Test
  void stepsAreOneTwoAndFive() {
    assertThat(unit(0.011).getSize()).isEqualTo(0.02);
    assertThat(unit(0.05).getSize()).isEqualTo(0.05);
    assertThat(unit(0.051).getSize()).isEqualTo(0.1);
    assertThat(unit(6).getSize()).isEqualTo(10);
    assertThat(ticks.getLargerTickUnit(unit(2)).getSize()).isEqualTo(5);
  }

  @Test
  void numbersAreWrittenAlikeEverywhere() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(unit(0.02).valueToString(0.30000000000000004)).isEqualTo("0.30");
      assertThat(unit(0.1).valueToString(-1e-17)).isEqualTo("0.0");
      assertThat(unit(1000).valueToString(4000)).isEqualTo("4000");
      assertThat(unit(1).valueToString(-3)).isEqualTo("-3");
      assertThat(unit(1e6).valueToString(2e6)).isEqualTo("2E+6");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void notesHaveThreeDigits() {
    assertThat(Numbers.text(0.123456)).isEqualTo("0.123");
    assertThat(Numbers.text(1234567)).isEqualTo("1.23E+6");
    assertThat(Numbers.text(0)).isEqualTo("0");
    assertThat(Numbers.text(Double.NaN)).isEqualTo("-");
    assertThat(Numbers.text(-20)).isEqualTo("-20");
  }
}

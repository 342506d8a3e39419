package org.debye.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.debye.figures.IntervalRows.Estimate;
import org.debye.figures.IntervalRows.Panel;
import org.debye.figures.IntervalRows.Series;
import org.junit.jupiter.api.Test;

/** What intervals show, pixel by pixel. */
class IntervalRowsTest {
  @Test
  void widerIntervalsAreLongerAndKnownValuesStandThere() throws Exception {
    int blue = SeriesStyle.of(0).colour().getRGB();
    int known = FigureStyle.VERMILION.getRGB();
    DrawnPage wide = DrawnPage.of(rows(0.1, 0.9, Double.NaN));
    DrawnPage narrow = DrawnPage.of(rows(0.45, 0.55, 0.2));
    assertThat(wide.count(0, 0, blue)).isGreaterThan(3 * narrow.count(0, 0, blue));
    assertThat(wide.count(0, 0, known)).isZero();
    assertThat(narrow.count(0, 0, known)).isPositive();
    assertThat(SvgText.of(rows(0.1, 0.9, 0.2)).texts())
        .contains("T4", "Mn3O4", "MnO", "cnn", "by its structure", "Fraction", "Lines: 90 %.");
  }

  @Test
  void whatDoesNotFitIsRefused() {
    Series one = new Series("cnn", List.of(new Estimate(0.5, 0, 1)));
    assertThatThrownBy(
            () ->
                new IntervalRows(
                    "x",
                    List.of("a", "b"),
                    "Fraction",
                    0,
                    1,
                    "",
                    "",
                    List.of(new Panel("T4", new double[2], List.of(one)))))
        .hasMessage("T4 has other rows than [a, b]");
  }

  private static IntervalRows rows(double lower, double upper, double known) {
    List<Estimate> estimates =
        List.of(new Estimate(0.5, lower, upper), new Estimate(Double.NaN, Double.NaN, Double.NaN));
    return new IntervalRows(
        "rows",
        List.of("Mn3O4", "MnO"),
        "Fraction",
        0,
        1,
        "by its structure",
        "Lines: 90 %.",
        List.of(
            new Panel(
                "T4", new double[] {known, Double.NaN}, List.of(new Series("cnn", estimates)))));
  }
}

package org.debye.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.debye.figures.GroupedBars.Bar;
import org.debye.figures.GroupedBars.Panel;
import org.debye.figures.GroupedBars.Series;
import org.junit.jupiter.api.Test;

/** What bars show, pixel by pixel; {@link GalleryTest} draws them too. */
class GroupedBarsTest {
  @Test
  void barsAreAsHighAsTheirNumbersAndNarrowerOnesStandWithin() throws Exception {
    DrawnPage high = DrawnPage.of(bars(0.8, 0.4));
    DrawnPage low = DrawnPage.of(bars(0.4, 0.2));
    int first = SeriesStyle.paired(0).colour().getRGB();
    int grey = FigureStyle.BAND_GREY.getRGB();
    assertThat((double) high.count(0, 0, first) / low.count(0, 0, first)).isBetween(1.9, 2.1);
    assertThat((double) high.count(0, 0, grey) / low.count(0, 0, grey)).isBetween(1.9, 2.1);
    // half as wide and half as high as what is to be seen of the other three quarters
    assertThat((double) high.count(0, 0, first) / high.count(0, 0, grey)).isBetween(2.6, 3.4);
    assertThat(SvgText.of(bars(0.8, 0.4)).texts())
        .contains("T4", "Ti", "Cu", "MLP", "CNN", "pre-edge alone", "F1", "Lines: deviations.");
  }

  @Test
  void whatDoesNotFitIsRefused() {
    Series one = new Series("MLP", List.of(new Bar(1, 0)), List.of());
    assertThatThrownBy(
            () ->
                new GroupedBars(
                    "x", List.of("Ti", "Cu"), "F1", "", "", List.of(new Panel("T4", List.of(one)))))
        .hasMessage("MLP has other bars than one for each of [Ti, Cu]");
    assertThatThrownBy(() -> new GroupedBars("x", List.of("Ti"), "F1", "", "", List.of()))
        .hasMessage("no bar to show");
  }

  private static GroupedBars bars(double height, double within) {
    List<Bar> bars = List.of(new Bar(height, Double.NaN), new Bar(Double.NaN, Double.NaN));
    List<Bar> narrow = List.of(new Bar(within, Double.NaN), new Bar(Double.NaN, Double.NaN));
    return new GroupedBars(
        "bars",
        List.of("Ti", "Cu"),
        "F1",
        "pre-edge alone",
        "Lines: deviations.",
        List.of(
            new Panel(
                "T4",
                List.of(new Series("MLP", bars, narrow), new Series("CNN", bars, List.of())))));
  }
}

package org.debye.figures;

import java.awt.Color;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jfree.chart.axis.NumberAxis;

/** Lays out {@link PeakTracks}. */
final class PeakTracksPage {
  static final Color TRUTH = FigureStyle.CROWD;
  static final Color PREDICTED = FigureStyle.NAVY;
  private static final double BROAD = 8;
  private static final double FINE = 4;

  private PeakTracksPage() {}

  static Page of(PeakTracks figure) {
    NumberAxis across = FigureStyle.axis("Frame");
    double[] frames =
        IntStream.range(0, figure.frames().length).mapToDouble(i -> figure.frames()[i]).toArray();
    across.setRange(new Limits().hold(frames).range(0.015));
    across.setStandardTickUnits(PlainTicks.whole());
    NumberAxis up = FigureStyle.axis(figure.axis());
    Limits limits = new Limits();
    figure.truth().forEach(limits::hold);
    figure.predicted().forEach(limits::hold);
    up.setRange(limits.range(0.05));
    Pane pane =
        new Pane(across, up)
            .add(dots(frames, figure.truth(), BROAD, TRUTH))
            .add(dots(frames, figure.predicted(), FINE, PREDICTED));
    return new Page(figure.title(), FigureStyle.HEIGHT, PaneGrid.even(1, 1).put(0, 0, pane))
        .with(LegendEntry.dots("peaks", BROAD, TRUTH))
        .with(LegendEntry.dots("predicted", FINE, PREDICTED));
  }

  private static Drawing dots(double[] frames, List<double[]> places, double size, Color colour) {
    double[] x =
        IntStream.range(0, frames.length)
            .boxed()
            .flatMapToDouble(f -> DoubleStream.of(places.get(f)).map(place -> frames[f]))
            .toArray();
    double[] y = places.stream().flatMapToDouble(DoubleStream::of).toArray();
    return Marks.dots(x, y, size, colour);
  }
}

package org.debye.figures;

import java.awt.Color;
import java.awt.Paint;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.stream.DoubleStream;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.data.Range;

/** The colour map laid over a range of intensities. */
record Colours(ColourScale scale, double low, double high) implements PaintScale {

  static Colours of(FrameGrid grid, FrameMap.Contrast contrast) {
    boolean logarithmic = contrast.scale() == ColourScale.LOGARITHMIC;
    double least = logarithmic ? 0 : Double.NEGATIVE_INFINITY;
    double[] ends = grid.quantiles(contrast.lowShare(), contrast.highShare(), least);
    if (Double.isNaN(ends[0])) {
      return new Colours(contrast.scale(), logarithmic ? 1 : 0, logarithmic ? 10 : 1);
    }
    if (ends[1] > ends[0]) {
      return new Colours(contrast.scale(), ends[0], ends[1]);
    }
    double margin = logarithmic ? 0.5 * ends[0] : Math.max(0.5, 0.5 * Math.abs(ends[0]));
    return new Colours(contrast.scale(), ends[0] - margin, ends[0] + margin);
  }

  /**
   * From the least to the largest of the finite values; of all signs, or positive for logarithms.
   */
  static Colours over(ColourScale scale, DoubleStream values) {
    boolean logarithmic = scale == ColourScale.LOGARITHMIC;
    Limits limits = new Limits();
    values.filter(v -> !logarithmic || v > 0).forEach(limits::hold);
    if (limits.isEmpty()) {
      return new Colours(scale, logarithmic ? 1 : 0, logarithmic ? 10 : 1);
    }
    Range range = limits.range(0);
    return new Colours(scale, range.getLowerBound(), range.getUpperBound());
  }

  /**
   * Zero in the middle, both signs equally far; this share of the values may lie beyond the ends.
   * Lightness rises from the least to the largest, so that signs are told apart in grey.
   */
  static Colours aroundZero(DoubleStream values, double beyond) {
    double[] sizes = Limits.finite(values.map(Math::abs).toArray());
    double most = sizes.length == 0 ? 0 : Limits.quantile(sizes, 1 - beyond);
    double end =
        most > 0
            ? most
            : sizes.length == 0 || sizes[sizes.length - 1] == 0 ? 1 : sizes[sizes.length - 1];
    return new Colours(ColourScale.LINEAR, -end, end);
  }

  /** 0xRRGGBB of a value. */
  int rgb(double value) {
    return ColourMap.rgb(scale.level(value, low, high));
  }

  @Override
  public double getLowerBound() {
    return low;
  }

  @Override
  public double getUpperBound() {
    return high;
  }

  @Override
  public Paint getPaint(double value) {
    return new Color(rgb(value));
  }

  /** The same colours by the decimal logarithm of the intensity. */
  Colours overLogarithms() {
    return new Colours(ColourScale.LINEAR, Math.log10(low), Math.log10(high));
  }

  /** One pixel for each cell, the last frame at the top. */
  BufferedImage image(FrameGrid grid) {
    int columns = grid.columns().count();
    BufferedImage image =
        new BufferedImage(columns, grid.rows(), BufferedImage.TYPE_BYTE_INDEXED, palette());
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < columns; column++) {
        double level = scale.level(grid.cell(row, column), low, high);
        int index =
            Double.isNaN(level)
                ? ColourMap.COLOURS
                : (int) Math.round(Math.min(1, Math.max(0, level)) * (ColourMap.COLOURS - 1));
        image.getRaster().setSample(column, grid.rows() - 1 - row, 0, index);
      }
    }
    return image;
  }

  private static IndexColorModel palette() {
    int[] colours = new int[ColourMap.COLOURS + 1];
    for (int i = 0; i < ColourMap.COLOURS; i++) {
      colours[i] = ColourMap.rgb(i / (ColourMap.COLOURS - 1.0));
    }
    colours[ColourMap.COLOURS] = ColourMap.MISSING;
    return new IndexColorModel(
        8, colours.length, colours, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
  }
}

package org.debye.learning.checkpoint;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.debye.spectra.AxisKind;
import org.debye.spectra.SpectralAxis;

/**
 * A model's spectral axis.
 *
 * @param unit of the kind, for readers
 * @param id as the table {@code axes} has it, by which the points are checked
 */
public record CardAxis(AxisKind kind, String unit, Points points, String id)
    implements Serializable {
  private static final int DIGITS = 10;

  /** The points of an axis. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
  @JsonSubTypes({@JsonSubTypes.Type(Regular.class), @JsonSubTypes.Type(Listed.class)})
  public sealed interface Points extends Serializable {
    double[] array();
  }

  /** {@code start + i * step} in double precision. */
  public record Regular(double start, double step, int count) implements Points {
    public Regular {
      if (count < 0) {
        throw new IllegalArgumentException("an axis of " + count + " points");
      }
    }

    @Override
    public double[] array() {
      double[] values = new double[count];
      Arrays.setAll(values, i -> start + i * step);
      return values;
    }
  }

  /** One by one. */
  public record Listed(List<Double> values) implements Points {
    public Listed {
      values = List.copyOf(values);
    }

    @Override
    public double[] array() {
      return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  public CardAxis {
    String found = new SpectralAxis(kind, points.array()).id();
    if (!found.equals(id) || !kind.unit().equals(unit)) {
      throw new IllegalArgumentException(
          "the axis has the id "
              + found
              + " and the unit '"
              + kind.unit()
              + "', not "
              + id
              + " and '"
              + unit
              + "'");
    }
  }

  /** Start and step where they give every point to the last bit, the points where they do not. */
  public static CardAxis of(SpectralAxis axis) {
    double[] values = axis.values();
    Points points = regular(values).orElseGet(() -> listed(values));
    return new CardAxis(axis.kind(), axis.kind().unit(), points, axis.id());
  }

  /** The axis itself. */
  public SpectralAxis axis() {
    return new SpectralAxis(kind, points.array());
  }

  /** The step of the ends, as it stands or as somebody may have written it. */
  private static Optional<Points> regular(double[] values) {
    int last = values.length - 1;
    if (last < 2) {
      return Optional.empty();
    }
    double mean = (values[last] - values[0]) / last;
    if (!Double.isFinite(mean)) {
      return Optional.empty();
    }
    double written = new BigDecimal(mean).round(new MathContext(DIGITS)).doubleValue();
    return Stream.of(written, mean)
        .<Points>map(step -> new Regular(values[0], step, values.length))
        .filter(points -> Arrays.equals(points.array(), values))
        .findFirst();
  }

  private static Points listed(double[] values) {
    List<Double> list = new ArrayList<>();
    Arrays.stream(values).forEach(list::add);
    return new Listed(list);
  }
}

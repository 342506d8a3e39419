package org.debye.learning.checkpoint;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.spectra.AxisResampling;
import org.debye.spectra.SpectralAxis;
import org.jspecify.annotations.Nullable;

/**
 * How spectra come onto a model's axis: as they are where the axes are the same, by leaving points
 * out where the model's are among theirs, resampled where that was asked for, or not at all.
 *
 * <p>Axes are the same where they have one kind, as many points, and no point is off by more than
 * {@value #TOLERANCE} of the model's step there: a spectrum read at a point so far off differs by
 * at most that share of the difference between neighbouring intensities. Numbers that were rounded
 * on their way through a text file pass; another detector distance does not.
 */
public final class AxisMatch implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Share of a step. */
  public static final double TOLERANCE = 0.01;

  /** Times the least step. */
  private static final double GAP = 1.5;

  private final int points;
  private final int[] places;
  private final @Nullable AxisResampling resampling;

  /**
   * @param places of the model's points among the spectra's; unused where they are resampled
   */
  private AxisMatch(int points, int[] places, @Nullable AxisResampling resampling) {
    this.points = points;
    this.places = places;
    this.resampling = resampling;
  }

  /**
   * Decides, once for all spectra of an axis.
   *
   * @param where the dataset, for messages
   * @throws InputException where the axes differ and resampling was not asked for or cannot be done
   */
  public static AxisMatch of(
      SpectralAxis model, SpectralAxis spectra, OtherAxis other, String where) {
    int[] found = model.kind() == spectra.kind() ? places(model, spectra) : new int[0];
    if (found.length == model.points()) {
      return new AxisMatch(model.points(), found, null);
    }
    if (model.kind() != spectra.kind()) {
      throw refused(model, spectra, where, "Reduce or import them with the model's kind of axis.");
    }
    if (other == OtherAxis.REFUSE) {
      throw refused(
          model,
          spectra,
          where,
          "Reduce them onto the model's axis, or set resample=true to interpolate.");
    }
    if (!AxisResampling.isAscending(spectra.values()) || spectra.points() < 2) {
      throw refused(
          model, spectra, where, "It cannot be resampled, as it does not ascend; import it anew.");
    }
    if (!AxisResampling.covers(spectra, model)) {
      throw refused(
          model,
          spectra,
          where,
          "Nothing is made up beyond the ends of a spectrum: give spectra that reach as far, or"
              + " train a model on their range.");
    }
    return new AxisMatch(model.points(), found, AxisResampling.between(spectra, model));
  }

  /** Whether intensities are taken as they are, all or some of them. */
  public boolean same() {
    return resampling == null;
  }

  /** Points of the model's axis. */
  public int points() {
    return points;
  }

  /**
   * Brings one spectrum onto the model's axis.
   *
   * @param spectrum from {@code at} on
   * @param out {@link #points} values from {@code to} on; overwritten
   */
  public void apply(float[] spectrum, int at, float[] out, int to) {
    if (resampling == null) {
      for (int i = 0; i < points; i++) {
        out[to + i] = spectrum[at + places[i]];
      }
    } else {
      resampling.apply(spectrum, at, out, to);
    }
  }

  static boolean same(SpectralAxis model, SpectralAxis spectra) {
    return model.kind() == spectra.kind()
        && model.points() == spectra.points()
        && places(model, spectra).length == model.points();
  }

  /**
   * Places of the model's points among the spectra's, in their order; of the leading points alone
   * where one is not among them.
   */
  private static int[] places(SpectralAxis model, SpectralAxis spectra) {
    double[] a = model.values();
    double[] b = spectra.values();
    int[] places = new int[a.length];
    int next = 0;
    for (int i = 0; i < a.length; i++) {
      while (next < b.length && !near(a, i, b[next])) {
        next++;
      }
      if (next == b.length) {
        return Arrays.copyOf(places, i);
      }
      if (i > 0 && next > places[i - 1] + 1 && !isGap(a, i)) {
        return Arrays.copyOf(places, i);
      }
      places[i] = next++;
    }
    return places;
  }

  /**
   * Whether the model knows nothing of what lies before a point: its step is wider than its others.
   * Where every other point of a finer axis would do, the spectra are of another axis.
   */
  private static boolean isGap(double[] model, int i) {
    double least = Double.POSITIVE_INFINITY;
    for (int j = 1; j < model.length; j++) {
      least = Math.min(least, Math.abs(model[j] - model[j - 1]));
    }
    return Math.abs(model[i] - model[i - 1]) > GAP * least;
  }

  private static boolean near(double[] model, int i, double value) {
    return model[i] == value || Math.abs(model[i] - value) <= TOLERANCE * step(model, i);
  }

  /** The smaller of the steps on either side. */
  private static double step(double[] values, int i) {
    double before = i == 0 ? Double.POSITIVE_INFINITY : Math.abs(values[i] - values[i - 1]);
    double after =
        i == values.length - 1 ? Double.POSITIVE_INFINITY : Math.abs(values[i + 1] - values[i]);
    double step = Math.min(before, after);
    return step == Double.POSITIVE_INFINITY ? 0 : step;
  }

  private static InputException refused(
      SpectralAxis model, SpectralAxis spectra, String where, String remedy) {
    return InputException.of(
        FailureCode.INVALID_CONFIGURATION,
        where,
        "its axis is " + text(spectra) + ", that of the model is " + text(model),
        remedy);
  }

  private static String text(SpectralAxis axis) {
    double[] values = axis.values();
    return values.length == 0
        ? "empty"
        : String.format(
                Locale.ROOT,
                "%s with %d points from %s to %s %s",
                axis.kind().key(),
                values.length,
                number(values[0]),
                number(values[values.length - 1]),
                axis.kind().unit())
            .stripTrailing();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }
}

package org.debye.spark.combination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.debye.failure.FailureCode;
import org.debye.spark.sweep.CellOutcome;
import org.debye.spark.sweep.CellValues;
import org.debye.spark.sweep.SweepCell;
import org.debye.spark.table.DatasetRow;
import org.debye.unmixing.combination.CombinationFit;
import org.debye.unmixing.combination.CombinationRanking.Ranked;

/**
 * One dataset, each of its spectra fitted by the references of an order.
 *
 * @param frames of the dataset
 * @param state what the dataset's rows are recognised by: they may be imported again
 */
public record CombinationCell(CombinationOrder order, String datasetId, long frames, String state)
    implements SweepCell {
  private static final long serialVersionUID = 1L;
  private static final double SECONDS_A_FIT = 1e-3;

  /** The cell of a dataset. */
  public static CombinationCell of(CombinationOrder order, DatasetRow dataset) {
    return new CombinationCell(
        order, dataset.datasetId(), dataset.frames(), CombinationRun.state(dataset));
  }

  @Override
  public String id() {
    return datasetId;
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("dataset_id", datasetId);
    parameters.put("dataset_state", state);
    parameters.put(
        "references", String.join(", ", order.references().stream().map(r -> r.name()).toList()));
    parameters.put(
        "reference_states",
        order.references().stream()
            .map(one -> one.datasetId() + " " + one.state())
            .distinct()
            .collect(Collectors.joining(", ")));
    parameters.put("e0", order.e0() == null ? "own" : Double.toString(order.e0()));
    parameters.put("weights", order.settings().rule().name());
    parameters.put("range", order.settings().from() + ":" + order.settings().to());
    parameters.put("shift", Double.toString(order.settings().shift()));
    parameters.put("combinations", Integer.toString(order.most()));
    return parameters;
  }

  @Override
  public double cost() {
    double fits = 1;
    double of = order.references().size();
    for (int size = 2; size <= Math.min(order.most(), order.references().size()); size++) {
      of *= (order.references().size() - size + 1.0) / size;
      fits += of;
    }
    return 0.05 + frames * fits * SECONDS_A_FIT;
  }

  @Override
  public String kind() {
    return "linear combination 1";
  }

  @Override
  public CellOutcome run() {
    CombinedSpectra found = CombinedSpectra.of(order, datasetId, Integer.MAX_VALUE);
    if (found.spectra().isEmpty()) {
      return new CellOutcome.Failed(
          FailureCode.UNSOUND_SPECTRUM,
          found.problems().isEmpty()
              ? datasetId + ": all its spectra are references. Leave it out of spectra.dataset."
              : found.problems().get(0));
    }
    CellValues values = CellValues.of(metrics(found.spectra()), arrays(found.spectra()));
    return found.problems().isEmpty()
        ? new CellOutcome.Done(values)
        : new CellOutcome.Flagged(
            "SPECTRA_LEFT_OUT",
            "%d of %d spectra have no fit; the first, %s"
                .formatted(
                    found.problems().size(),
                    found.problems().size() + found.spectra().size(),
                    found.problems().get(0)),
            values);
  }

  private static Map<String, Double> metrics(List<CombinedSpectra.One> spectra) {
    double[] factors = of(spectra, one -> one.best().fit().rFactor());
    return Map.of(
        "spectra", (double) spectra.size(),
        "mean_r_factor", Arrays.stream(factors).average().orElseThrow(),
        "largest_r_factor", Arrays.stream(factors).max().orElseThrow());
  }

  private Map<String, double[]> arrays(List<CombinedSpectra.One> spectra) {
    Map<String, double[]> arrays = new TreeMap<>();
    arrays.put("frame", of(spectra, CombinedSpectra.One::frame));
    arrays.put("e0_eV", of(spectra, CombinedSpectra.One::e0));
    List<Ranked> best = spectra.stream().map(CombinedSpectra.One::best).toList();
    arrays.putAll(arrays("", best));
    arrays.put("covariance", covariances(best));
    if (order.most() > 0) {
      List<Ranked> all = new ArrayList<>();
      List<Double> frames = new ArrayList<>();
      spectra.forEach(
          one -> {
            all.addAll(one.combinations());
            one.combinations().forEach(any -> frames.add((double) one.frame()));
          });
      arrays.putAll(arrays("ranked_", all));
      arrays.put("ranked_frame", frames.stream().mapToDouble(f -> f).toArray());
    }
    return arrays;
  }

  /** Rows of K for what each reference has; NaN for one that is not in the combination. */
  private Map<String, double[]> arrays(String prefix, List<Ranked> fits) {
    Map<String, double[]> arrays = new TreeMap<>();
    arrays.put(prefix + "weights", spread(fits, CombinationFit::weights));
    arrays.put(prefix + "errors", spread(fits, CombinationFit::errors));
    if (order.settings().shift() > 0) {
      arrays.put(prefix + "shifts_eV", spread(fits, CombinationFit::shifts));
      arrays.put(prefix + "shift_errors_eV", spread(fits, CombinationFit::shiftErrors));
    }
    arrays.put(prefix + "total", of(fits, one -> one.fit().total()));
    arrays.put(prefix + "total_error", of(fits, one -> one.fit().totalError()));
    arrays.put(prefix + "points", of(fits, one -> one.fit().points()));
    arrays.put(prefix + "r_factor", of(fits, one -> one.fit().rFactor()));
    arrays.put(prefix + "chi_square", of(fits, one -> one.fit().chiSquare()));
    arrays.put(prefix + "reduced_chi_square", of(fits, one -> one.fit().reducedChiSquare()));
    return arrays;
  }

  private double[] spread(
      List<Ranked> fits, java.util.function.Function<CombinationFit, double[]> of) {
    int count = order.references().size();
    double[] rows = new double[fits.size() * count];
    Arrays.fill(rows, Double.NaN);
    for (int i = 0; i < fits.size(); i++) {
      double[] values = of.apply(fits.get(i).fit());
      for (int j = 0; j < values.length; j++) {
        rows[i * count + fits.get(i).references()[j]] = values[j];
      }
    }
    return rows;
  }

  /** K x K of the weights of each; 0 where a reference is not in the combination. */
  private double[] covariances(List<Ranked> fits) {
    int count = order.references().size();
    double[] rows = new double[fits.size() * count * count];
    for (int i = 0; i < fits.size(); i++) {
      int[] places = fits.get(i).references();
      double[] own = fits.get(i).fit().covariance();
      for (int a = 0; a < places.length; a++) {
        for (int b = 0; b < places.length; b++) {
          rows[(i * count + places[a]) * count + places[b]] = own[a * 2 * places.length + b];
        }
      }
    }
    return rows;
  }

  private static <T> double[] of(List<T> all, ToDoubleFunction<T> value) {
    return all.stream().mapToDouble(value).toArray();
  }
}

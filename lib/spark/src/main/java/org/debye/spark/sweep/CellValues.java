package org.debye.spark.sweep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.debye.inference.draws.ChainDraws;

/**
 * The numbers of a cell.
 *
 * @param metrics scalars by name; NaN where one is not defined
 * @param arrays by name; not copied
 * @param chains draws worth keeping; none for a point estimate
 * @param predictions classes of spectra, at most one by each model for each. The id of a cell that
 *     has some is unique in the catalogue and not in the study alone, since predictions are found
 *     and replaced by it
 * @param representations of spectra, at most one for each; the same holds of the id
 */
public record CellValues(
    Map<String, Double> metrics,
    Map<String, double[]> arrays,
    List<Chain> chains,
    List<CellPrediction> predictions,
    List<CellRepresentation> representations) {
  /** No numbers. */
  public static final CellValues NONE = of(Map.of());

  public CellValues {
    metrics = new TreeMap<>(metrics);
    arrays = new TreeMap<>(arrays);
    chains = List.copyOf(chains);
    predictions = List.copyOf(predictions);
    representations = List.copyOf(representations);
    Set<Integer> numbers = new HashSet<>();
    for (Chain chain : chains) {
      if (!numbers.add(chain.number())) {
        throw new IllegalArgumentException("two chains have the number " + chain.number());
      }
    }
    Set<Spectrum> spectra = new HashSet<>();
    for (CellPrediction one : predictions) {
      if (!spectra.add(new Spectrum(one.model(), one.datasetId(), one.frame()))) {
        throw new IllegalArgumentException(
            one.model() + " predicts frame " + one.frame() + " of " + one.datasetId() + " twice");
      }
    }
    spectra.clear();
    for (CellRepresentation one : representations) {
      if (!spectra.add(new Spectrum(one.model(), one.datasetId(), one.frame()))) {
        throw new IllegalArgumentException(
            one.model() + " represents frame " + one.frame() + " of " + one.datasetId() + " twice");
      }
    }
  }

  /** Numbers and draws alone. */
  public CellValues(Map<String, Double> metrics, Map<String, double[]> arrays, List<Chain> chains) {
    this(metrics, arrays, chains, List.of(), List.of());
  }

  /** What a model looks at at most once. */
  private record Spectrum(String model, String datasetId, long frame) {}

  public static CellValues of(Map<String, Double> metrics) {
    return of(metrics, Map.of());
  }

  public static CellValues of(Map<String, Double> metrics, Map<String, double[]> arrays) {
    return new CellValues(metrics, arrays, List.of());
  }

  /** The same with chains, numbered from 0 in the order given. */
  public CellValues with(List<ChainDraws> draws) {
    List<Chain> numbered = new ArrayList<>();
    for (int i = 0; i < draws.size(); i++) {
      numbered.add(new Chain(i, draws.get(i)));
    }
    return new CellValues(metrics, arrays, numbered, predictions, representations);
  }

  /** The same with predictions. */
  public CellValues withPredictions(List<CellPrediction> made) {
    return new CellValues(metrics, arrays, chains, made, representations);
  }

  /** The same with representations. */
  public CellValues withRepresentations(List<CellRepresentation> made) {
    return new CellValues(metrics, arrays, chains, predictions, made);
  }
}

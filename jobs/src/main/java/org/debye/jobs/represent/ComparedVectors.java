package org.debye.jobs.represent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.debye.learning.predict.RepresentationLayer;
import org.debye.spark.representation.EncoderOrder;
import org.debye.spark.representation.RepresentationCell;
import org.debye.spark.representation.VectorSource;

/**
 * Spectra or representations of one kind, that are set beside others.
 *
 * @param title for tables and pictures
 * @param sources by dataset id
 */
record ComparedVectors(String title, Map<String, VectorSource> sources) {

  /** The spectra as encoders see them, then what each layer of each encoder makes of them. */
  static List<ComparedVectors> of(ChosenEncoders encoders, List<RepresentationCell> cells) {
    List<ComparedVectors> compared = new ArrayList<>();
    Map<String, EncoderOrder> seen = new LinkedHashMap<>();
    encoders.models().forEach(one -> seen.putIfAbsent(one.treatment(), one.orders().get(0)));
    seen.forEach(
        (treatment, order) ->
            compared.add(
                spectra(
                    seen.size() == 1 ? "spectra" : "spectra as " + order.model() + " sees them",
                    order,
                    treatment,
                    cells)));
    encoders.orders().forEach(order -> compared.add(representations(order, cells)));
    return compared;
  }

  private static ComparedVectors spectra(
      String title, EncoderOrder order, String treatment, List<RepresentationCell> cells) {
    Map<String, VectorSource> sources = new LinkedHashMap<>();
    for (RepresentationCell cell : cells) {
      sources.putIfAbsent(
          cell.datasetId(),
          new VectorSource.Treated(order, treatment, cell.datasetId(), cell.state()));
    }
    return new ComparedVectors(title, sources);
  }

  private static ComparedVectors representations(
      EncoderOrder order, List<RepresentationCell> cells) {
    Map<String, List<String>> ids = new LinkedHashMap<>();
    Map<String, String> states = new LinkedHashMap<>();
    for (RepresentationCell cell : cells) {
      if (cell.order().equals(order)) {
        ids.computeIfAbsent(cell.datasetId(), id -> new ArrayList<>()).add(cell.id());
        states.put(cell.datasetId(), cell.state());
      }
    }
    Map<String, VectorSource> sources = new LinkedHashMap<>();
    ids.forEach(
        (id, own) ->
            sources.put(
                id, new VectorSource.Represented(order, id, own, states.getOrDefault(id, ""))));
    boolean plain = order.layer() == RepresentationLayer.REPRESENTATION;
    return new ComparedVectors(order.model() + (plain ? "" : ", " + order.layer().key()), sources);
  }
}

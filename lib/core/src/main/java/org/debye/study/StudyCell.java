package org.debye.study;

import java.io.Serializable;
import org.debye.numeric.RandomStreams;
import org.debye.unmixing.endmember.MixtureInput;

/**
 * One cell of the study: a dataset, a method, a start. Its result depends on these and on nothing
 * else, whoever runs it and where; only its CPU seconds differ.
 *
 * @param start number of the start, from 0; a chain or a fit begins elsewhere with each
 * @param part what the start is among others
 */
public record StudyCell(
    StudyDataset dataset,
    StudyMethod method,
    int start,
    StudySettings settings,
    StudyDetail detail,
    StudyPart part)
    implements Serializable {

  /** A start by itself. */
  public StudyCell(
      StudyDataset dataset,
      StudyMethod method,
      int start,
      StudySettings settings,
      StudyDetail detail) {
    this(dataset, method, start, settings, detail, StudyPart.ALONE);
  }

  /**
   * Simulates, infers, measures.
   *
   * @throws org.debye.failure.InputException if the data cannot be unmixed by this model
   */
  public StudyResult run() {
    SimulatedDataset data = SimulatedDataset.of(dataset);
    MixtureInput.require(data.observed(), data.inferring().endmembers(), "simulated dataset");
    RandomStreams streams =
        SimulatedDataset.streams(dataset).under(method.name()).under("start").under(start);
    ResultParts parts = new ResultParts();
    parts.describe(data, detail);
    if (method.bayesian()) {
      BayesianCell.run(this, data, streams.at("inference"), parts);
    } else {
      PointCell.run(this, data, streams, parts);
    }
    return parts.result();
  }
}

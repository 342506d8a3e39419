package org.debye.study;

import java.io.Serializable;

/**
 * One cell of the study: a dataset, a method, a start. Its result depends on these and on nothing
 * else, whoever runs it and where.
 *
 * @param start number of the start, from 0; a chain or a fit begins elsewhere with each
 */
public record StudyCell(
    StudyDataset dataset, StudyMethod method, int start, StudySettings settings, StudyDetail detail)
    implements Serializable {

  /**
   * Simulates, infers, measures.
   *
   * @throws org.debye.failure.InputException if the data cannot be unmixed by this model
   */
  @SuppressWarnings("DoNotCallSuggester")
  public StudyResult run() {
    throw new UnsupportedOperationException("not yet written");
  }
}

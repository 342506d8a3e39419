package org.debye.spark.combination;

import java.io.Serializable;
import java.util.List;
import org.debye.spark.file.HadoopSettings;
import org.debye.unmixing.combination.CombinationSettings;
import org.jspecify.annotations.Nullable;

/**
 * What spectra are fitted with, and how.
 *
 * @param catalogue that holds spectra and references
 * @param references in the order of their weights
 * @param e0 that the range counts from, eV; null for the {@code e0_eV} of each spectrum's
 *     conditions
 * @param most references in a combination that is tried; 0 for one fit of all references
 */
public record CombinationOrder(
    HadoopSettings hadoop,
    String catalogue,
    List<Place> references,
    @Nullable Double e0,
    CombinationSettings settings,
    int most)
    implements Serializable {

  /**
   * A spectrum of the catalogue.
   *
   * @param name for tables and pictures
   * @param state what its dataset's rows are recognised by: they may be imported again
   */
  public record Place(String datasetId, long frame, String name, String state)
      implements Serializable {}

  public CombinationOrder {
    references = List.copyOf(references);
    if (references.isEmpty() || most == 1 || most < 0) {
      throw new IllegalArgumentException(references.size() + " references, at most " + most);
    }
  }

  /** Whether a spectrum is one of the references. */
  boolean isReference(String datasetId, long frame) {
    return references.stream()
        .anyMatch(one -> one.frame() == frame && one.datasetId().equals(datasetId));
  }
}

package org.debye.jobs.unmix;

import java.util.List;
import java.util.Optional;
import org.debye.unmixing.scene.SceneComparison;

/**
 * What one run has made.
 *
 * @param comparison of numbers of endmembers, where it was asked for and anything was to be done
 */
record SceneFits(
    List<FoundScene> found, List<FitTables.Failed> failed, Optional<SceneComparison> comparison) {
  SceneFits {
    found = List.copyOf(found);
    failed = List.copyOf(failed);
  }
}

package org.debye.jobs.unmix;

import static org.debye.jobs.report.TextTable.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.debye.inference.comparison.ModelComparison;
import org.debye.jobs.report.TextTable;
import org.debye.unmixing.posterior.CountComparison;
import org.debye.unmixing.posterior.EndmembersInUse;
import org.debye.unmixing.scene.SceneComparison;

/** What {@code unmix} shows of a comparison of numbers of endmembers. */
final class ComparisonTable {
  private ComparisonTable() {}

  /** A line for each number. */
  static TextTable of(SceneComparison compared) {
    CountComparison comparison = compared.comparison();
    Map<String, ModelComparison> ranking =
        comparison.ranking().stream()
            .collect(Collectors.toMap(ModelComparison::model, model -> model));
    List<List<String>> rows = new ArrayList<>();
    for (CountComparison.Candidate one : comparison.candidates()) {
      ModelComparison model = ranking.get(String.valueOf(one.endmembers()));
      if (model == null) {
        throw new IllegalStateException("no ranking of " + one.endmembers() + " endmembers");
      }
      rows.add(
          List.of(
              one.endmembers() + (one.endmembers() == comparison.chosen() ? " *" : ""),
              number(model.loo().elpd().value()),
              number(model.difference().value()),
              number(model.difference().standardError()),
              Integer.toString(one.untrusted()),
              Integer.toString(one.flags().size()),
              inUse(comparison.inUse(), one.endmembers())));
    }
    return new TextTable(
        "Number of endmembers (* chosen), by %d spectra in %d dimensions"
            .formatted(compared.spectraUsed(), compared.dimensions()),
        List.of(
            "K",
            "elpd",
            "difference",
            "standard error",
            "untrusted spectra",
            "flags",
            "in use under stick breaking"),
        rows);
  }

  private static String inUse(Optional<EndmembersInUse> sticks, int endmembers) {
    return sticks.map(used -> number(used.probabilities()[endmembers])).orElse("-");
  }
}

package org.debye.jobs.study.absorption;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The elements of a study, and what its report says of their spectra.
 *
 * @param all in the order of the configuration
 */
public record StudiedElements(List<StudiedElement> all) {
  private static final String SIMULATION = "simulation";

  public StudiedElements {
    all = List.copyOf(all);
  }

  /** Whether a generator made the spectra. */
  public boolean isStandIn() {
    return all.stream().anyMatch(one -> one.instrument().startsWith(SIMULATION));
  }

  /** A title of a table with what the spectra are. */
  public String titled(String title) {
    return title + (origin().isEmpty() ? "" : " (" + origin() + ")");
  }

  private String made() {
    return all.stream()
        .map(StudiedElement::instrument)
        .filter(one -> !one.isEmpty())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private String origin() {
    return isStandIn() ? "stand-in, " + made() : made();
  }

  /** Sentences below the tables. */
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (isStandIn()) {
      remarks.add(
          "A stand-in: the spectra are of the "
              + made()
              + ", not the computed ones of Carbone et al. 2019. None of these numbers is to be"
              + " held against the published ones.");
    }
    all.stream()
        .collect(
            Collectors.groupingBy(
                one ->
                    one.task().window().grid().points()
                        + " of the "
                        + one.task().window().measured().points()
                        + " points of a spectrum, "
                        + one.task().window().measured().step()
                        + " eV apart",
                Collectors.mapping(one -> one.task().element(), Collectors.joining(", "))))
        .forEach(
            (grid, names) ->
                remarks.add(
                    "Models see " + grid + "; over the others it can be moved: " + names + "."));
    return remarks;
  }
}

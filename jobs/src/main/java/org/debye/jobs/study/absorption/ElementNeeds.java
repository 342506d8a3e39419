package org.debye.jobs.study.absorption;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a study asks of the spectra of its elements.
 *
 * @param section where its keys stand, for messages
 * @param origin who says what is true; null for the only one that there is
 * @param classes as the labels call them
 * @param folds of which each class has a site
 * @param largestShift eV, by which spectra are moved
 * @param shiftKey that says so
 * @param mostPoints that models see
 * @param preEdge cut-offs; an element without one is seen whole
 */
public record ElementNeeds(
    String section,
    @Nullable String origin,
    List<String> classes,
    int folds,
    double largestShift,
    String shiftKey,
    int mostPoints,
    List<CutOff> preEdge) {
  public ElementNeeds {
    classes = List.copyOf(classes);
    preEdge = List.copyOf(preEdge);
  }

  String key(String name) {
    return section + "." + name;
  }
}
